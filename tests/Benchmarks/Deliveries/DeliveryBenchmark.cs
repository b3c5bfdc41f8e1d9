using System.Diagnostics;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Figures;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Benchmarks.Deliveries;

/// <summary>
/// Reads a million long rows and a million-row ledger, and ten times as many, beside a bare Sylvan.Data.Csv pass over the same
/// bytes and CsvHelper. Times are elapsed ones, because long files are split on another core; the processor time of all cores
/// stands beside. Both the best of many runs, because the first ten or so of any reader still run unoptimised code (a bare pass
/// takes three times as long in them as later), and what runs once a file is compiled for good after thirty. Memory is what the
/// garbage collector holds at most above the file's own bytes, sampled.
/// </summary>
internal static class DeliveryBenchmark
{
    private const int Million = 1_000_000;
    private static readonly ReadingLimits Limits = ReadingLimits.Default with { MaximumValues = 20 * Million };

    /// <summary>Prints the table; <c>schnell</c> leaves the ten million out.</summary>
    public static int Run(string[] args)
    {
        Console.WriteLine("case          rows      ms  all cores   bare ms  ratio  CsvHelper ms  faster  peak MB");
        var longRows = Measure("long", DeliveryFiles.Long(Million), Million, "kaemmerei/lang.csv",
            OtherReaders.CsvHelper<LongRecord>);
        var ledger = Measure("ledger", DeliveryFiles.Ledger(Million), Million, "kaemmerei/sachkonten-2026.csv",
            OtherReaders.CsvHelper<LedgerRecord>);
        if (args is ["schnell"])
            return 0;
        var tenLedger = Measure("ledger", DeliveryFiles.Ledger(10 * Million), 10 * Million, "kaemmerei/sachkonten-2026.csv",
            null);
        Console.WriteLine($"ten times the ledger takes {tenLedger / ledger:0.0} times as long");
        var tenLong = Measure("long", DeliveryFiles.Long(8 * Million), 8 * Million, "kaemmerei/lang.csv", null);
        Console.WriteLine($"eight times the long rows take {tenLong / longRows:0.0} times as long");
        return 0;
    }

    private static double Measure(string name, byte[] file, int rows, string path, Func<byte[], long>? csvHelper)
    {
        var runs = rows > Million ? 12 : 40;
        var (bare, _) = Best(runs, () => OtherReaders.Sylvan(file));
        var (own, allCores) = Best(runs, () => Read(file, path));
        var peak = PeakMemory(() => Read(file, path));
        var other = csvHelper is null ? double.NaN : Best(runs / 2, () => csvHelper(file)).Elapsed;
        Console.WriteLine(
            $"{name,-8}{rows,10}{own,8:0}{allCores,11:0}{bare,10:0}{own / bare,7:0.00}{other,14:0}{other / own,8:0.0}{peak,9:0}");
        return own;
    }

    private static long Read(byte[] file, string path)
    {
        var result = DeliveryReader.Read(LedgerCounty.Stamp(path), new MemoryStream(file), LedgerCounty.Catalogues, Limits)
            .Judge(FigureSet.Empty);
        return result.Receipt.IsAccepted
            ? result.Receipt.ValueCount
            : throw new InvalidOperationException(result.Receipt.Findings[0].Text);
    }

    private static (double Elapsed, double AllCores) Best(int runs, Func<long> action)
    {
        var (elapsed, allCores) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            action();
            elapsed = Math.Min(elapsed, watch.Elapsed.TotalMilliseconds);
            allCores = Math.Min(allCores, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return (elapsed, allCores);
    }

    private static double PeakMemory(Func<long> action)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using var done = new CancellationTokenSource();
        var sampler = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Sleep(1);
            }
        });
        sampler.Start();
        action();
        done.Cancel();
        sampler.Join();
        return (peak - before) / 1e6;
    }
}
