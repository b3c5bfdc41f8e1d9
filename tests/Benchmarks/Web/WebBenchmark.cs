using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Web;

namespace Produktreport.Benchmarks.Web;

/// <summary>
/// Downloads of a stored report through the API against Kestrel's static files with the same bytes in the same process; then 200 downloads and
/// 20 uploads at once with the memory they take.
/// </summary>
internal static class WebBenchmark
{
    private const string Report = "2025-Q1/1111.pdf";
    private const int Requests = 3_000;
    private const int AtOnce = 8;
    private const int Rounds = 5;

    public static int Run(string[] arguments) => Run().GetAwaiter().GetResult();

    private static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("produktreport-bench-");
        try
        {
            var data = Path.Combine(folder.FullName, "daten");
            ExampleCounty.CopyTo(data);
            await using var program = await Program(data);
            await using var files = await StaticFiles(Path.Combine(data, "berichte"));
            await Compare($"{program.Urls.First()}/api/v1/berichte/{Report}", $"{files.Urls.First()}/{Report}");
            await Crowd(program.Urls.First());
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<WebApplication> Program(string data)
    {
        var limits = new WebLimits { RequestsPerMinute = int.MaxValue, UploadsPerMinute = int.MaxValue };
        var app = Standalone.Build(
            new StandaloneOptions { Data = data, Today = new DateOnly(2025, 5, 15), Urls = "http://127.0.0.1:0", Limits = limits, Once = true }, TextWriter.Null);
        await app.Services.GetRequiredService<Workday>().Run(CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    private static async Task<WebApplication> StaticFiles(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
        await app.StartAsync();
        return app;
    }

    private static async Task Compare(string api, string files)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce });
        var bytes = await client.GetByteArrayAsync(files);
        var sent = await client.GetByteArrayAsync(api);
        if (!bytes.AsSpan().SequenceEqual(sent))
            throw new InvalidOperationException("The two do not send the same bytes.");
        var (ours, theirs) = (new List<Load>(), new List<Load>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (one, other) = (await Measure(client, api), await Measure(client, files));
            if (round == 0)
                continue;
            ours.Add(one);
            theirs.Add(other);
        }

        var (mine, kestrel) = (Median(ours), Median(theirs));
        Console.WriteLine(Text($"report of {bytes.Length:N0} bytes, {Requests} requests, {AtOnce} at once, median of {Rounds} rounds"));
        Console.WriteLine(Text($"  API           {mine.PerSecond:N0} requests/s, median {mine.Median:N2} ms, 99 % {mine.Worst:N2} ms"));
        Console.WriteLine(Text($"  static files  {kestrel.PerSecond:N0} requests/s, median {kestrel.Median:N2} ms, 99 % {kestrel.Worst:N2} ms"));
        Console.WriteLine(Text($"  ratio         {mine.PerSecond / kestrel.PerSecond:N2} throughput, {mine.Median / kestrel.Median:N2} latency"));
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

    private static async Task Crowd(string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        var upload = new byte[19 << 20];
        "Produkt;Grundzahl;Periode;Wert\n"u8.CopyTo(upload);
        upload.AsSpan(31).Fill((byte)'\n');
        using var stop = new CancellationTokenSource();
        var peak = Watch(stop.Token);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, 200).Select(_ => Drain(client, $"{address}/api/v1/berichte/{Report}", CancellationToken.None)),
            .. Enumerable.Range(0, 20).Select(number => Put(client, $"{address}/api/v1/eingang/buero-landrat/last-{number}.csv", upload)),
        ]);
        await stop.CancelAsync();
        Console.WriteLine(Text($"200 downloads and 20 uploads of 19 MiB at once: {watch.Elapsed.TotalSeconds:N1} s, highest working set {await peak / 1024.0 / 1024.0:N0} MiB (client included)"));
    }

    private static async Task Put(HttpClient client, string address, byte[] upload)
    {
        using var content = new ByteArrayContent(upload);
        using var answer = await client.PutAsync(address, content);
        if ((int)answer.StatusCode is not (201 or 422))
            throw new InvalidOperationException($"An upload was answered with {answer.StatusCode}.");
    }

    private static async Task<long> Watch(CancellationToken stop)
    {
        var peak = 0L;
        while (!stop.IsCancellationRequested)
        {
            peak = Math.Max(peak, Environment.WorkingSet);
            await Task.Delay(20, CancellationToken.None);
        }

        return peak;
    }

    private static async Task Drain(HttpClient client, string address, CancellationToken cancellation)
    {
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null, cancellation);
    }

    private static Load Median(List<Load> loads) => loads.OrderBy(load => load.PerSecond).ElementAt(loads.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Load(double PerSecond, double Median, double Worst);
}
