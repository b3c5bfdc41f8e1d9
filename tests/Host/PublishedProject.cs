using System.Diagnostics;

namespace Produktreport.Tests.Host;

/// <summary>A project as <c>dotnet publish</c> makes it.</summary>
public static class PublishedProject
{
    /// <summary>Publishes a project into a folder.</summary>
    /// <exception cref="InvalidOperationException">It could not be; the message is what the command said, its errors
    /// first.</exception>
    public static async Task Publish(string project, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", project, "--output", folder, "--nologo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        // Set by the test runner for itself; a build started with it would wait for this one.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(string.Join('\n',
                output.Split('\n').OrderByDescending(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))));
    }
}
