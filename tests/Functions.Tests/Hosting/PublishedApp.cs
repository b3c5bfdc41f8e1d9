using System.Diagnostics;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>The function app as <c>dotnet publish src/Functions</c> makes it, published once for the tests that look at it.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-app-");

    public string Folder => folder.FullName;

    public string At(params string[] parts) => Path.Combine([Folder, .. parts]);

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["publish", Repository.At("src", "Functions"), "--output", Folder, "--nologo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        // Set by the test runner for itself; a build started with it would wait for this one.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
