using System.Diagnostics;

namespace Produktreport.Infra.Tests;

/// <summary>A run of a tool in a process of its own.</summary>
internal sealed record Tool(int ExitCode, string Output, string Errors)
{
    public static Task<Tool> Run(string program, params IEnumerable<string> arguments) => Run(program, arguments, null);

    public static async Task<Tool> Run(string program, IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Tool(process.ExitCode, await output, await errors);
    }
}
