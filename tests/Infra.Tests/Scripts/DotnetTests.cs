namespace Produktreport.Infra.Tests.Scripts;

public sealed class DotnetTests
{
    [Fact]
    public async Task ThePipelineOfGitLab_GetsTheChannelOfGlobalJson_AndThePackagesItAsksFor()
    {
        using var machine = new FakeCloud(curl: """
            while [ "$1" != --output ]; do shift; done
            printf 'echo "installer $*" >> "$WOLKE/aufrufe.txt"\n' > "$2"
            """);
        machine.Put("apt-get", """echo "apt-get $*" >> "$WOLKE/aufrufe.txt" """);
        machine.Put("ln", """echo "ln $*" >> "$WOLKE/aufrufe.txt" """);
        machine.Put("dotnet", "echo 10.0.100");
        var run = await machine.Run("dotnet-holen.sh", "zip");
        Assert.Equal("", run.Errors);
        Assert.Equal("10.0.100\n", run.Output);
        Assert.Contains(machine.Calls, call => call.StartsWith("apt-get install", StringComparison.Ordinal)
            && call.EndsWith(" zip", StringComparison.Ordinal));
        Assert.Contains("installer --channel 10.0 --install-dir /usr/share/dotnet --no-path", machine.Calls);
        Assert.Contains("ln -sf /usr/share/dotnet/dotnet /usr/local/bin/dotnet", machine.Calls);
    }
}
