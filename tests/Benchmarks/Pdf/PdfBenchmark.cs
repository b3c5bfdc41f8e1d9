using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace Produktreport.Benchmarks.Pdf;

/// <summary>
/// How fast documents are made, beside the bare cost of compressing the same bytes in the same run: machines differ, ratios do
/// not.
/// </summary>
internal static class PdfBenchmark
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    public static int Run(string[] args)
    {
        if (args is ["write", var path, var products])
            return Write(path, int.Parse(products, CultureInfo.InvariantCulture));
        using var sample = new MemoryStream();
        BenchmarkReport.Write(sample, 1);
        var single = PerSecond(threads: 1, MakeOne);
        var both = PerSecond(threads: 2, MakeOne);
        Print($"3-page documents: {single:F0}/s on one thread, {both:F0}/s on two ({both / single:F2} ×), "
            + $"{sample.Length / 1024.0:F1} KB each");
        PrintYardstick(sample.ToArray(), single);
        PrintLarge();
        return 0;
    }

    private static void MakeOne()
    {
        using var target = new MemoryStream(64 * 1024);
        BenchmarkReport.Write(target, 1);
    }

    private static int Write(string path, int products)
    {
        using var target = File.Create(path);
        BenchmarkReport.Write(target, products);
        return 0;
    }

    private static double PerSecond(int threads, Action work)
    {
        for (var i = 0; i < 300; i++)
            work(); // until the code is compiled for speed
        var watch = Stopwatch.StartNew();
        var counts = new int[threads];
        var workers = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            for (; watch.Elapsed < Duration; counts[thread]++)
                work();
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Time to deflate what the document's streams hold, level by level.</summary>
    private static void PrintYardstick(byte[] document, double documentsPerSecond)
    {
        var streams = PdfStreams.Expand(document);
        foreach (var level in Enum.GetValues<CompressionLevel>().Where(level => level != CompressionLevel.NoCompression))
        {
            long size = 0;
            var rate = PerSecond(1, () => size = streams.Sum(stream => Deflated(stream, level)));
            Print($"yardstick: deflating its {streams.Count} streams ({streams.Sum(stream => stream.Length) / 1024} KB) as "
                + $"{level}: {rate:F0}/s, "
                + $"{size / 1024.0:F1} KB; a document costs {rate / documentsPerSecond:F1} × that");
        }
    }

    private static long Deflated(byte[] bytes, CompressionLevel level)
    {
        using var target = new MemoryStream(bytes.Length);
        using (var zlib = new ZLibStream(target, level, leaveOpen: true))
            zlib.Write(bytes);
        return target.Length;
    }

    private static void PrintLarge()
    {
        var small = Large(20);
        var large = Large(200);
        Print($"60 pages: {small.Seconds:F3} s, 600 pages: {large.Seconds:F3} s ({large.Seconds / small.Seconds:F1} ×), "
            + $"{large.Bytes / 1e6:F1} MB; "
            + $"this process so far at most {PeakMegabytes():F0} MB (use 'pdf write FILE 200' for one document alone)");
    }

    private static (double Seconds, long Bytes) Large(int products)
    {
        var best = double.MaxValue;
        long length = 0;
        for (var i = 0; i < 5; i++)
        {
            using var target = new CountingStream();
            var watch = Stopwatch.StartNew();
            BenchmarkReport.Write(target, products);
            (best, length) = (Math.Min(best, watch.Elapsed.TotalSeconds), target.Length);
        }

        return (best, length);
    }

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static void Print(string line) => Console.WriteLine(line);
}
