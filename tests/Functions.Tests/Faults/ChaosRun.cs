using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Produktreport.Functions.Standalone;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>
/// Lives of the program that all end with a kill, while things are done to it. Half a minute of each kind of storage; as long as
/// one wants with <c>PRODUKTREPORT_CHAOS_MINUTEN=30</c>, of which each has half.
/// </summary>
internal sealed class ChaosRun
{
    private const string Before = "2026-02-01";
    private const string Due = "2026-08-15";
    private const int LastKills = 5;

    // A run that ends later than this hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string[] storage;
    private readonly int seed = Environment.TickCount;
    private readonly SortedDictionary<string, int> deeds = new(StringComparer.Ordinal);
    private int lives;
    private long peak;

    /// <param name="storage">The program's arguments that name its storage.</param>
    public ChaosRun(params string[] storage)
    {
        this.storage = storage;
        Random = new Random(seed);
    }

    public Random Random { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TimeSpan Span => TimeSpan.FromMinutes(
        double.TryParse(Environment.GetEnvironmentVariable("PRODUKTREPORT_CHAOS_MINUTEN"), CultureInfo.InvariantCulture,
            out var minutes) ? minutes / 2 : 0.5);

    /// <summary>Lives before anything is due, in each of which things happen.</summary>
    /// <param name="happen">Does one thing, and says what kind of thing.</param>
    public async Task Live(Func<Task<string>> happen)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Span; lives++)
        {
            using var process = Start(
                storage, Before, isOnce: Random.Next(3) == 0, clock: Random.Next(2) == 0 ? Random.Next() : null);
            for (var left = Random.Next(1, 8); left > 0; left--)
            {
                var deed = await happen();
                deeds[deed] = deeds.GetValueOrDefault(deed) + 1;
                await Task.Delay(Random.Next(20, 900), Cancellation);
            }

            await Kill(process);
        }
    }

    /// <summary>The reports fall due; a few kills later a run comes to its end.</summary>
    public async Task End()
    {
        for (var kill = 0; kill < LastKills; kill++)
        {
            using var process = Start(storage, Due, isOnce: true);
            await Task.Delay(Random.Next(300, 2500), Cancellation);
            await Kill(process);
        }

        await Finish(storage);
    }

    /// <summary>A run that nothing disturbs.</summary>
    /// <param name="storage">The program's arguments that name its storage.</param>
    public static async Task Finish(params string[] storage)
    {
        using var process = Start(storage, Due, isOnce: true);
        await process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Contains(process.ExitCode, (int[])[ExitCodes.Success, ExitCodes.InputRejected]);
    }

    /// <summary>Compares the end with that of a clean run, and prints how it came about.</summary>
    public void Compare(SortedDictionary<string, string> clean, SortedDictionary<string, string> end)
    {
        TestContext.Current.SendDiagnosticMessage(
            "Seed {0}: {1} lives ({2}), {3} files and rows, peak {4} MB.",
            seed, lives, string.Join(", ", deeds.Select(deed => $"{deed.Value} {deed.Key}")), clean.Count, peak / 1024);
        Assert.Equal(clean, end);
    }

    /// <summary>A small archive of a large sheet.</summary>
    public static byte[] Bomb()
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            for (var depth = 0; depth < 300_000; depth++)
                sheet.Write("<a>");
        }

        return content.ToArray();
    }

    private static Process Start(string[] storage, string today, bool isOnce, int? clock = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Produktreport.dll");
        string[] mode = isOnce ? ["--once"] : ["--urls", "http://127.0.0.1:0"];
        var start = new ProcessStartInfo("dotnet", [program, .. storage, "--today", today, .. mode])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in clock is { } jumps ? StartupHook.Variables(jumps) : [])
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        // Read, so that a full pipe holds up nothing.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task Kill(Process process)
    {
        if (!process.HasExited && File.Exists($"/proc/{process.Id}/status"))
        {
            var line = (await File.ReadAllLinesAsync($"/proc/{process.Id}/status", Cancellation))
                .FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            if (line is not null)
                peak = Math.Max(peak,
                    long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
        }

        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }
}
