using System.Diagnostics;
using System.Text.Json;
using Produktreport.Benchmarks.Deliveries;

namespace Produktreport.Benchmarks.Web;

/// <summary>
/// 200 downloads at any moment while 20 large ledgers are uploaded at once, and the most memory the server ever held.
/// </summary>
internal static class Crowd
{
    private const int DownloadsAtOnce = 200;
    private const int UploadCount = 20;
    private const int Rows = 570_000;
    private const int MostMemory = 300;

    /// <returns>Whether the server kept within 300 MiB.</returns>
    public static async Task<bool> Run(ServedCounty county)
    {
        using var server = county.Serve();
        using var client = ServedCounty.Client(atOnce: 256);
        // A key is verified slowly the first time, and only so many at a time.
        var reports = await Reports(client, server);
        var before = server.PeakMemory();
        var (good, bad) = (DeliveryFiles.Ledger(Rows, county.Products), DeliveryFiles.Ledger(Rows, ["9999"]));
        var watch = Stopwatch.StartNew();
        var uploads = Task.WhenAll(Enumerable.Range(0, UploadCount).Select(number => number == UploadCount / 2
            ? Put(client, server, number, bad, expected: 422)
            : Put(client, server, number, good, expected: 201)));
        var downloads = await Task.WhenAll(Enumerable.Range(0, DownloadsAtOnce)
            .Select(first => DrainUntil(uploads, client, reports, first)));
        await uploads;
        var peak = server.PeakMemory();
        WebBenchmark.Print(
            $"{UploadCount} uploads of {good.Length / 1024.0 / 1024:N1} MiB at once, one of them rejected, and "
            + $"{DownloadsAtOnce} downloads at any moment, {downloads.Sum():N0} of {reports.Count} reports in all: "
            + $"{watch.Elapsed.TotalSeconds:N1} s");
        WebBenchmark.Print($"  server's peak memory {peak:N0} MiB ({before:N0} MiB before), at most {MostMemory} MiB allowed");
        return peak <= MostMemory;
    }

    private static async Task<IReadOnlyList<string>> Reports(HttpClient client, ServerProcess server)
    {
        using var list = JsonDocument.Parse(await client.GetStringAsync($"{server.Address}/api/v1/berichte?groesse=500"));
        return
        [
            .. list.RootElement.GetProperty("eintraege").EnumerateArray()
                .Select(entry =>
                    (Period: entry.GetProperty("periode").GetString(), Product: entry.GetProperty("produkt").GetString()))
                .Select(report => $"{server.Address}/api/v1/berichte/{report.Period}/{report.Product ?? "gesamt"}.pdf"),
        ];
    }

    private static async Task<int> DrainUntil(Task end, HttpClient client, IReadOnlyList<string> reports, int first)
    {
        var count = 0;
        while (!end.IsCompleted)
            await Downloads.Drain(client, reports[(first + count++) % reports.Count]);
        return count;
    }

    private static async Task Put(HttpClient client, ServerProcess server, int number, byte[] upload, int expected)
    {
        using var content = new ByteArrayContent(upload);
        using var answer = await client.PutAsync($"{server.Address}/api/v1/eingang/kaemmerei/{ServedCounty.LedgerName(number)}",
            content);
        if ((int)answer.StatusCode != expected)
            throw new InvalidOperationException(
                $"Upload {number} was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
