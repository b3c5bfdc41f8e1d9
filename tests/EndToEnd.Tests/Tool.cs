using System.Diagnostics;

namespace Produktreport.EndToEnd.Tests;

/// <summary>A tool of the machine that looks at our files from outside (qpdf, poppler).</summary>
internal static class Tool
{
    /// <summary>What the tool prints; fails the test where it ends with an error.</summary>
    public static async Task<string> Run(string name, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{name} {string.Join(' ', arguments)}: {output}{await errors}");
        return output;
    }
}
