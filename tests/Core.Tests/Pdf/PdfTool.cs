using System.Diagnostics;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>Runs a command-line tool of qpdf or poppler-utils over a document.</summary>
internal static class PdfTool
{
    /// <param name="tool">The tool's name.</param>
    /// <param name="document">The document; it stands where the arguments say <c>{file}</c>.</param>
    /// <param name="arguments">The tool's arguments.</param>
    /// <returns>What the tool printed, errors included.</returns>
    public static string Run(string tool, byte[] document, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(path, document);
            return Run(tool, arguments.Select(argument => argument.Replace("{file}", path, StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Run(string tool, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }
}
