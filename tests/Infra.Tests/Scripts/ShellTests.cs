namespace Produktreport.Infra.Tests.Scripts;

public sealed class ShellTests
{
    public static TheoryData<string> Files { get; } =
    [
        "test.sh",
        ".ci/run",
        .. Directory.EnumerateFiles(Repository.At("infra"), "*.sh")
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EveryScript_IsCleanForShellcheck_AndCanBeRun(string file)
    {
        var run = await Tool.Run("shellcheck", Repository.At(file));
        Assert.Equal("", run.Output);
        Assert.Equal(0, run.ExitCode);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(Repository.At(file)).HasFlag(UnixFileMode.UserExecute));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryScript_StopsAtTheFirstFault(string file) =>
        Assert.Contains("\nset -euo pipefail\n", File.ReadAllText(Repository.At(file)), StringComparison.Ordinal);
}
