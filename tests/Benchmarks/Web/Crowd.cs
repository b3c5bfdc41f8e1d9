using System.Diagnostics;

namespace Produktreport.Benchmarks.Web;

/// <summary>200 downloads and 20 uploads at once, and the most memory the server ever held.</summary>
internal static class Crowd
{
    private const int DownloadCount = 200;
    private const int UploadCount = 20;
    private const int UploadBytes = 19 << 20;

    public static async Task Run(ServedCounty county)
    {
        using var server = county.Serve();
        using var client = ServedCounty.Client(atOnce: 256);
        // A key is verified slowly the first time, and only so many at a time.
        await Downloads.Drain(client, $"{server.Address}/api/v1/berichte/{ServedCounty.Draft}.pdf");
        var before = server.PeakMemory();
        var upload = Upload();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, DownloadCount).Select(_ => Downloads.Drain(client, $"{server.Address}/api/v1/berichte/{ServedCounty.Draft}.pdf")),
            .. Enumerable.Range(0, UploadCount).Select(number => Put(client, $"{server.Address}/api/v1/eingang/buero-landrat/last-{number}.csv", upload)),
        ]);
        WebBenchmark.Print($"{DownloadCount} downloads and {UploadCount} uploads of 19 MiB at once: {watch.Elapsed.TotalSeconds:N1} s, server's peak memory {server.PeakMemory():N0} MiB ({before:N0} MiB at its start)");
    }

    // Blank lines: the reader goes over every byte and finds nothing to keep.
    private static byte[] Upload()
    {
        var upload = new byte[UploadBytes];
        var header = "Produkt;Grundzahl;Periode;Wert\n"u8;
        header.CopyTo(upload);
        upload.AsSpan(header.Length).Fill((byte)'\n');
        return upload;
    }

    private static async Task Put(HttpClient client, string address, byte[] upload)
    {
        using var content = new ByteArrayContent(upload);
        using var answer = await client.PutAsync(address, content);
        if ((int)answer.StatusCode is not (201 or 422))
            throw new InvalidOperationException($"An upload was answered with {answer.StatusCode}.");
    }
}
