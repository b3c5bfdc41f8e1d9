using System.Diagnostics;
using System.Globalization;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Tests.Host;

namespace Produktreport.Benchmarks.Storage;

/// <summary>
/// The same request to the published worker and to the program standalone, over the same storage account, one after the other;
/// and the worker's memory after it has made the whole example county.
/// </summary>
internal static class WorkerRequests
{
    private const int WarmUp = 40;
    // Together fewer than one visitor may ask in a minute.
    private const int Requests = 150;
    private const string Today = "2026-11-22";

    public static async Task Run(Azurite azurite)
    {
        var connection = azurite.NewAccount();
        await using var host = await PublishedWorker.Start(connection, Today);
        await Example(host, connection);
        using var worker = Process.GetProcessById(host.ProcessId);
        StorageBenchmark.Print(
            $"worker after the example county: {worker.WorkingSet64 >> 20} MiB resident, {worker.PeakWorkingSet64 >> 20} MiB "
            + "at its peak");

        using var standalone = new StandaloneProcess(connection);
        await standalone.UntilReady();
        foreach (var path in (string[])["/health/live", "/api/v1/zeitraeume", "/schnittstelle"])
        {
            var (ours, bare) = (new List<double>(), new List<double>());
            for (var round = 0; round < WarmUp + Requests; round++)
            {
                ours.Add(await Time(request => host.Http(request, CancellationToken.None), path));
                bare.Add(await Time(request => standalone.Http.SendAsync(request), path));
            }

            var (worked, alone) = (Median(ours), Median(bare));
            StorageBenchmark.Print(
                $"GET {path} at p50: through the worker {worked:0.00} ms, standalone {alone:0.00} ms, "
                + $"ratio {worked / alone:0.00}");
        }
    }

    private static async Task Example(FunctionsHost host, string connection)
    {
        var account = StorageAccount.Of(connection);
        using var files = new BlobFileStore(account);
        await StorageBenchmark.Upload(files, Area.Catalogue, Files("katalog"));
        await host.CatalogueChanged("2026/rahmen.yaml");
        var arrived = File.ReadLines(Repository.At("beispiel", "eingangszeiten.csv")).Skip(1)
            .Select(line => line.Split(';')).OrderBy(line => line[1], StringComparer.Ordinal).Select(line => line[0]);
        foreach (var upload in arrived)
        {
            await StorageBenchmark.Upload(files, Area.Inbox,
                [(upload, await File.ReadAllBytesAsync(Repository.At(["beispiel", "eingang", .. upload.Split('/')])))]);
            await host.Uploaded(upload);
        }

        await host.Daily();
        using var jobs = new QueueReportJobs(account);
        while (await jobs.Count() > 0)
        {
            foreach (var taken in await jobs.Take())
            {
                await host.Job(ReportJobText.Write(taken.Job, taken.Waits));
                await jobs.Done(taken);
            }
        }
    }

    private static IEnumerable<(string Path, byte[] Content)> Files(string area) =>
        Directory.EnumerateFiles(Repository.At("beispiel", area), "*", SearchOption.AllDirectories)
            .Select(file =>
                (Path.GetRelativePath(Repository.At("beispiel", area), file).Replace('\\', '/'), File.ReadAllBytes(file)));

    private static async Task<double> Time(Func<HttpRequestMessage, Task<HttpResponseMessage>> send, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Principal);
        var start = Stopwatch.GetTimestamp();
        using var answer = await send(request);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Principal { get; } = Convert.ToBase64String(
        """{"name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Eva"},{"typ":"roles","val":"controlling"}]}"""u8);

    private static double Median(List<double> times) => times.Skip(WarmUp).Order().ElementAt(Requests / 2);

    /// <summary>The program standalone on the same storage account.</summary>
    private sealed class StandaloneProcess : IDisposable
    {
        private readonly Process process;

        public StandaloneProcess(string connection)
        {
            var port = LocalPorts.Free(1)[0];
            var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
            string[] arguments =
                [Path.Combine(AppContext.BaseDirectory,
                    "Produktreport.dll"), "--storage", connection, "--today", Today, "--urls", url];
            process = Process.Start(new ProcessStartInfo("dotnet", arguments)
            { UseShellExecute = false, RedirectStandardOutput = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            Http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        }

        public HttpClient Http { get; }

        public async Task UntilReady()
        {
            for (var isReady = false; !isReady;)
            {
                try
                {
                    using var answer = await Http.GetAsync(new Uri("/health/live", UriKind.Relative));
                    isReady = answer.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(50);
                }
            }
        }

        public void Dispose()
        {
            Http.Dispose();
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
