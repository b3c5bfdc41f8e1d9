using System.Diagnostics;
using System.Globalization;

namespace Produktreport.Benchmarks.Web;

/// <summary>One of the <see cref="Contenders"/> in a process of its own, killed at the end.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>The argument that makes this program a server.</summary>
    public const string Word = "server";

    private readonly Process process;

    /// <summary>Starts a contender on a day and waits until it listens.</summary>
    public ServerProcess(string contender, string folder, DateOnly? today = null)
    {
        // The program's own runtime settings, not those of the benchmarks.
        var start = new ProcessStartInfo("dotnet",
            ["exec", "--runtimeconfig", Beside("Produktreport.runtimeconfig.json"), Beside("Benchmarks.dll"), "web", Word,
            contender, folder, (today ?? ServedCounty.Today).ToString("O", CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        Address = process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The server '{contender}' did not start.");
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The most memory it ever held (VmHWM), in MiB. Linux only.</summary>
    public double PeakMemory() =>
        double.Parse(
            File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..]
                .Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture) / 1024;

    /// <summary>How long it has kept processors busy, in all.</summary>
    public TimeSpan ProcessorTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
