namespace Produktreport.Infra.Tests.Scripts;

/// <summary>
/// <c>pakete-pruefen.sh</c> over every project and every lock file of Node, with answers of both tools as they come.
/// </summary>
public sealed class AuditTests
{
    private const string Sound = "The given project has no vulnerable packages given the current sources.";
    private const string Vulnerable = "Project has the following vulnerable packages";
    private const string Unreachable = "error: Unable to load the service index.";
    private const string Clean = """{"auditReportVersion": 2, "vulnerabilities": {}}""";
    private const string Minor = """{"auditReportVersion": 2, "vulnerabilities": {"x": {"severity": "moderate"}}}""";

    [Theory]
    [InlineData(Sound, 0, Clean, 0, "", 0, "Kein Paket mit bekannten Lücken.")]
    [InlineData(Sound, 0, Minor, 0, "", 0, "hat Lücken, die nicht kritisch sind")]
    [InlineData(Sound, 0, Minor, 1, "", 1, "Es gibt Pakete mit bekannten Lücken.")]
    [InlineData(Vulnerable, 0, Clean, 0, "", 1, "Es gibt Pakete mit bekannten Lücken.")]
    [InlineData(Vulnerable, 0, "", 1, "", 1, "Es gibt Pakete mit bekannten Lücken.")]
    [InlineData(Unreachable, 1, Clean, 0, "", 0, "NICHT GEPRÜFT, die Quelle der Lücken antwortet nicht: src/Core/Core.csproj")]
    [InlineData(Sound, 0, "", 1, "", 0, "NICHT GEPRÜFT, die Quelle der Lücken antwortet nicht: tests/Azurite")]
    [InlineData(Sound, 0, "", 1, "--streng", 75, "NICHT GEPRÜFT, die Quelle der Lücken antwortet nicht: tests/Azurite")]
    [InlineData(Sound, 0, Clean, 0, "--alles", 64, "Aufruf: infra/pakete-pruefen.sh [--streng]")]
    public async Task APackageWithAKnownHole_StopsTheBuild_AndWhatCannotBeChecked_IsNamed(
        string dotnet, int dotnetStatus, string npm, int npmStatus, string option, int expected, string message)
    {
        using var machine = new FakeCloud();
        machine.Put("dotnet", $"echo '{dotnet}'; exit {dotnetStatus}");
        machine.Put("npm", $"echo '{npm}'; exit {npmStatus}");
        var run = await machine.Run("pakete-pruefen.sh", option.Length == 0 ? [] : [option]);
        Assert.Equal(expected, run.ExitCode);
        Assert.Contains(message, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryProject_AndEveryLockedPackageOfNode_IsAudited()
    {
        using var machine = new FakeCloud();
        machine.Put("dotnet", $"echo \"$2\" >> \"$WOLKE/geprueft.txt\"; echo '{Sound}'");
        machine.Put("npm", $"echo \"$3/package-lock.json\" >> \"$WOLKE/geprueft.txt\"; echo '{Clean}'");
        Assert.Equal(0, (await machine.Run("pakete-pruefen.sh")).ExitCode);
        var audited = await File.ReadAllLinesAsync(machine.In("geprueft.txt"), TestContext.Current.CancellationToken);
        var files = ((string[])["src", "tests"]).SelectMany(folder => Directory.EnumerateDirectories(Repository.At(folder)))
            .SelectMany(folder => Directory.EnumerateFiles(folder))
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) || Path.GetFileName(file) == "package-lock.json")
            .Select(file => Path.GetRelativePath(Repository.At(), file).Replace('\\', '/'));
        var ofTheHost = audited.Where(file => file.EndsWith("WorkerExtensions.csproj", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ofTheHost);
        Assert.Equal(files.Order(StringComparer.Ordinal), audited.Except(ofTheHost).Order(StringComparer.Ordinal));
    }
}
