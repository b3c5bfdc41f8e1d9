using System.Diagnostics;

namespace Produktreport.Benchmarks.Web;

/// <summary>Downloads of a stored report through the API against Kestrel's static files with the same bytes, in turns.</summary>
internal static class Downloads
{
    private const int Requests = 4_000;
    private const int AtOnce = 8;
    private const int Rounds = 5;
    private const int WarmUps = 5;

    public static async Task Run(ServedCounty county)
    {
        using var program = county.Serve();
        using var files = county.ServeFiles();
        await Compare("draft, by key", program, files, ServedCounty.Draft, ServedCounty.Draft, isSignedIn: true);
        await Compare("released, by key", program, files, ServedCounty.Released, ServedCounty.Released, isSignedIn: true);
        await Compare("released, by the public", program, files, ServedCounty.Released, ServedCounty.PublicFile,
            isSignedIn: false);
    }

    /// <summary>Gets an address and throws the bytes away.</summary>
    public static async Task Drain(HttpClient client, string address, CancellationToken cancellation = default)
    {
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null, cancellation);
    }

    private static async Task Compare(string path, ServerProcess program, ServerProcess files, string report, string stored,
        bool isSignedIn)
    {
        using var client = ServedCounty.Client(AtOnce, isSignedIn);
        var (api, file) = ($"{program.Address}/api/v1/berichte/{report}.pdf", $"{files.Address}/{stored}.pdf");
        var bytes = await client.GetByteArrayAsync(file);
        var sent = await client.GetByteArrayAsync(api);
        if (!bytes.AsSpan().SequenceEqual(sent))
            throw new InvalidOperationException("The two do not send the same bytes.");
        var (ours, theirs) = (new List<Load>(), new List<Load>());
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var (one, other) = (await Measure(client, api), await Measure(client, file));
            if (round < WarmUps)
                continue;
            ours.Add(one);
            theirs.Add(other);
        }

        var (mine, kestrel) = (Median(ours), Median(theirs));
        WebBenchmark.Print($"{path}: {bytes.Length:N0} bytes, {Requests} requests, {AtOnce} at once, median of {Rounds} rounds");
        WebBenchmark.Print(
            $"  program       {mine.PerSecond:N0} requests/s, median {mine.Median:N2} ms, 99 % {mine.Worst:N2} ms");
        WebBenchmark.Print(
            $"  static files  {kestrel.PerSecond:N0} requests/s, median {kestrel.Median:N2} ms, 99 % {kestrel.Worst:N2} ms");
        WebBenchmark.Print(
            $"  ratio         {mine.PerSecond / kestrel.PerSecond:N2} throughput, {kestrel.Median / mine.Median:N2} latency "
            + "(static ÷ program)");
    }

    private static async Task<Load> Measure(HttpClient client, string address)
    {
        var times = new double[Requests];
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, token) =>
        {
            var start = Stopwatch.GetTimestamp();
            await Drain(client, address, token);
            times[index] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        Array.Sort(times);
        return new Load(Requests / watch.Elapsed.TotalSeconds, times[Requests / 2], times[Requests * 99 / 100]);
    }

    private static Load Median(List<Load> loads) => loads.OrderBy(load => load.PerSecond).ElementAt(loads.Count / 2);

    private sealed record Load(double PerSecond, double Median, double Worst);
}
