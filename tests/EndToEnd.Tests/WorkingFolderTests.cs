using System.Diagnostics;
using Produktreport.Functions.Standalone;

namespace Produktreport.EndToEnd.Tests;

public sealed class WorkingFolderTests : IDisposable
{
    private readonly DirectoryInfo here = Directory.CreateTempSubdirectory("produktreport-");

    // The SDK for the web sets the project's folder unless told otherwise, the worker's SDK the output's.
    [Fact]
    public async Task DotnetRun_KeepsTheDataInTheFolderThePersonStandsIn()
    {
        var inbox = here.CreateSubdirectory(Path.Combine("daten", "eingang", "jugendamt"));
        var upload = Path.Combine(inbox.FullName, "probe.csv");
        await File.WriteAllTextAsync(upload, "Das ist keine Meldung.\r\n", TestContext.Current.CancellationToken);
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string[] call = ["run", "--no-build", "--configuration", configuration, "--project",
            Repository.At("src", "Functions"), "--", "--once"];
        var start = new ProcessStartInfo("dotnet", [.. call, "--today", ExampleCountyRun.Today])
        { WorkingDirectory = here.FullName };
        using var run = Process.Start(start)!;
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.InputRejected, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(here.FullName, "daten", "quittungen", "jugendamt", "probe.csv.json")));
    }

    public void Dispose() => here.Delete(recursive: true);
}
