using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>
/// The program on a folder while everything goes wrong at random: kills, files that come, change, grow and go, odd names and
/// times, bombs, a catalogue that is faulty for a while. In the end all is as a clean run makes it of what lies there. Half a
/// minute here; as long as one wants with <c>PRODUKTREPORT_CHAOS_MINUTEN=30</c>.
/// </summary>
public sealed class ChaosTests : IAsyncDisposable
{
    private const string Before = "2026-02-01";
    private const string Due = "2026-08-15";
    private const int LastKills = 5;

    private static readonly string[] Names =
        ["q1.csv", "q1-korrektur.csv", "q1-korrektur-2.csv", "Größe & Übersicht.csv", "unter/ordner.csv", "q2.txt", "a:b.csv",
            "x.csv~", "q.part", "alt.ods"];

    private readonly SmallCounty county = new();
    private readonly int seed = Environment.TickCount;
    private readonly Random random;
    private long peak;

    public ChaosTests() => random = new Random(seed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TimeSpan Span => TimeSpan.FromMinutes(
        double.TryParse(Environment.GetEnvironmentVariable("PRODUKTREPORT_CHAOS_MINUTEN"), CultureInfo.InvariantCulture,
            out var minutes) ? minutes : 0.5);

    [Fact]
    public async Task WhateverHappensOnTheWay_TheEndIsThatOfACleanRun()
    {
        var start = Stopwatch.GetTimestamp();
        var lives = 0;
        for (; Stopwatch.GetElapsedTime(start) < Span; lives++)
        {
            using var process = Start(county.PathOf(""), Before, isOnce: random.Next(3) == 0);
            for (var deed = random.Next(1, 8); deed > 0; deed--)
            {
                Do();
                await Task.Delay(random.Next(20, 900), Cancellation);
            }

            await Kill(process);
        }

        county.Write("katalog/2026/rahmen.yaml", SmallCounty.Frame);
        for (var kill = 0; kill < LastKills; kill++)
        {
            using var process = Start(county.PathOf(""), Due, isOnce: true);
            await Task.Delay(random.Next(300, 2500), Cancellation);
            await Kill(process);
        }

        await Finish(county.PathOf(""));
        var clean = Directory.CreateTempSubdirectory("produktreport-");
        try
        {
            foreach (var part in (string[])["katalog", "eingang", "protokoll"])
                await Shell($"cp -a '{county.PathOf(part)}' '{clean.FullName}/'");
            await Finish(clean.FullName);
            TestContext.Current.SendDiagnosticMessage(
                "Seed {0}: {1} lives, {2} files, peak {3} MB.", seed, lives, FilesOf(clean.FullName).Count, peak / 1024);
            Assert.Equal(FilesOf(clean.FullName), FilesOf(county.PathOf("")));
        }
        finally
        {
            clean.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => county.DisposeAsync();

    private void Do()
    {
        var name = Names[random.Next(Names.Length)];
        switch (random.Next(10))
        {
            case < 5:
                county.DeliverAt(name, Time(),
                    ($"2026-0{random.Next(1, 7)}", random.Next(1, 500).ToString(CultureInfo.InvariantCulture)));
                break;
            case 5 when county.Exists($"eingang/amt-eins/{name}") && name != "a:b.csv":
                county.Delete($"eingang/amt-eins/{name}");
                break;
            case 6:
                Bomb();
                break;
            case 7:
                county.Write("katalog/2026/rahmen.yaml", random.Next(2) == 0 ? SmallCounty.Frame : "koerperschaft: [");
                break;
            case 8 when !county.Exists("eingang/amt-eins/link.csv"):
                Directory.CreateDirectory(county.PathOf("eingang/amt-eins"));
                File.CreateSymbolicLink(county.PathOf("eingang/amt-eins/link.csv"), "/dev/zero");
                break;
            default:
                county.Write($"eingang/amt-eins/{name}", "Produkt;Grundzahl;Periode;Wert\n1111;anzahl;2026-01;1OO");
                break;
        }
    }

    private DateTime Time() => random.Next(4) switch
    {
        0 => DateTime.UtcNow.AddYears(1),
        1 => DateTime.UtcNow.AddDays(-random.Next(1, 400)),
        2 => new DateTime(2026, 4, 1, 8, 0, 0, DateTimeKind.Utc),
        _ => DateTime.UtcNow,
    };

    // A small archive of a large sheet.
    private void Bomb()
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            for (var depth = 0; depth < 300_000; depth++)
                sheet.Write("<a>");
        }

        Directory.CreateDirectory(county.PathOf("eingang/amt-eins"));
        File.WriteAllBytes(county.PathOf("eingang/amt-eins/bombe.xlsx"), content.ToArray());
    }

    private static async Task Finish(string data)
    {
        using var process = Start(data, Due, isOnce: true);
        await process.WaitForExitAsync(Cancellation);
        Assert.Contains(process.ExitCode, (int[])[ExitCodes.Success, ExitCodes.InputRejected]);
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

    private static SortedDictionary<string, string> FilesOf(string data)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in (string[])["quittungen", "berichte", "katalog-inkraft", "protokoll"])
        {
            var folder = Path.Combine(data, part);
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [])
                found[Path.GetRelativePath(data, file)] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return found;
    }

    private static Process Start(string data, string today, bool isOnce)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Produktreport.dll");
        string[] mode = isOnce ? ["--once"] : ["--urls", "http://127.0.0.1:0"];
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--data", data, "--today", today, .. mode])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        // Read, so that a full pipe holds up nothing.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task Shell(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]))!;
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }
}
