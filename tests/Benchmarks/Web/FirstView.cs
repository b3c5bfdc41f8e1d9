using System.Diagnostics;
using System.Text.RegularExpressions;
using Produktreport.Benchmarks.Storage;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Benchmarks.Web;

/// <summary>
/// What the first view of the overview costs in a county of 250 products: bytes with everything the page loads, and the time of
/// the server; beside it that of a search. For Administration, who sees every draft and what is missing, and for the public.
/// </summary>
internal static partial class FirstView
{
    private const int MostBytes = 60 * 1024;
    private const double MostMilliseconds = 50;
    // A server runs for weeks: what is still being compiled is not its time.
    private const int WarmUps = 400;
    private const int Requests = 400;
    private const string Password = "ein-langes-Kennwort";

    private static readonly DateOnly Today = new(GeneratedCounty.Year, 5, 15);
    private static readonly GeneratedCounty County = new(Products: 250, ServicesPerProduct: 4, Departments: 40);

    private static readonly string[] Beginnings =
    [
        "Abfall", "Alters", "Bau", "Bildungs", "Brand", "Denkmal", "Eingliederungs", "Familien", "Forst", "Gesundheits",
        "Gewässer", "Heim", "Integrations", "Jagd", "Jugend", "Katastrophen", "Kinder", "Kreis", "Kultur", "Lebensmittel",
        "Melde", "Naturschutz",
    ];

    private static readonly string[] Ends =
    [
        "aufsicht", "beratung und Betreuung", "beschaffung", "dienste für Städte und Gemeinden", "entwicklung", "förderung",
        "genehmigung", "hilfen nach dem Sozialgesetzbuch", "planung", "schutz und Vorsorge", "überwachung", "verwaltung",
    ];

    /// <returns>Whether both are within their bounds.</returns>
    public static async Task<bool> Run()
    {
        var folder = Directory.CreateTempSubdirectory("produktreport-bench-");
        try
        {
            await Write(folder.FullName);
            using var server = new ServerProcess(Contenders.Program, folder.FullName, Today);
            WebBenchmark.Print($"first view of the overview, {County.Products} products:");
            var isWithinBounds = await Measure("Administration", server, isSignedIn: true);
            await Release(server);
            return await Measure("the public", server, isSignedIn: false) && isWithinBounds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> Measure(string who, ServerProcess server, bool isSignedIn)
    {
        using var client = ServedCounty.Client(atOnce: 1, isSignedIn);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, */*");
        var (bytes, count) = await Loaded(server);
        await Worst(client, server.Address + "/", WarmUps);
        var before = server.ProcessorTime();
        var overview = await Worst(client, server.Address + "/", Requests);
        var work = (server.ProcessorTime() - before).TotalMilliseconds / Requests;
        await Worst(client, server.Address + "/suche?teil&q=verwal", WarmUps);
        var search = await Worst(client, server.Address + "/suche?teil&q=verwal", Requests);
        WebBenchmark.Print(
            $"  {who}: {bytes / 1024.0:N1} KiB in {count} requests, at most {MostBytes / 1024} KiB allowed");
        WebBenchmark.Print(
            $"  {who}: median {overview.Median:N1} ms, 95 % {overview.Worst:N1} ms, at most {MostMilliseconds:N0} ms allowed "
            + $"({work:N1} ms of a processor); "
            + $"a search median {search.Median:N1} ms, 95 % {search.Worst:N1} ms");
        return bytes <= MostBytes && overview.Worst <= MostMilliseconds && search.Worst <= MostMilliseconds;

        async Task<(long Bytes, int Count)> Loaded(ServerProcess from)
        {
            using var plain = ServedCounty.Client(atOnce: 1, isSignedIn);
            plain.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            var page = await plain.GetStringAsync(from.Address + "/");
            string[] parts = ["/", .. Part().Matches(page).Select(match => match.Groups["address"].Value).Distinct()];
            var sum = 0L;
            foreach (var part in parts)
                sum += (await client.GetByteArrayAsync(from.Address + part)).Length;
            return (sum, parts.Length);
        }
    }

    private static async Task<(double Median, double Worst)> Worst(HttpClient client, string address, int requests)
    {
        var times = new double[requests];
        for (var request = 0; request < requests; request++)
        {
            var start = Stopwatch.GetTimestamp();
            await Downloads.Drain(client, address);
            times[request] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[requests / 2], times[requests * 95 / 100]);
    }

    private static async Task Release(ServerProcess server)
    {
        using var client = ServedCounty.Client(atOnce: 4);
        var names = County.Catalogue().Select(file => Path.GetFileNameWithoutExtension(file.Path))
            .Where(name => name != "rahmen");
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (name, token) =>
        {
            using var content = new StringContent("""{"version": 1}""", System.Text.Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(
                $"{server.Address}/api/v1/berichte/{GeneratedCounty.Year}-Q1/{name}/freigabe", content, token);
            answer.EnsureSuccessStatusCode();
        });
    }

    private static async Task Write(string data)
    {
        foreach (var (path, content) in County.Catalogue())
        {
            await Write(Path.Combine(data, "katalog", path),
                Name().Replace(content, match => Named(match.Groups["number"].Value)));
        }

        foreach (var (path, content) in County.Uploads())
            await Write(Path.Combine(data, "eingang", path), content);
        var access = new AccessFile(IsPublic: true, [new Access("bench", "administration", [], Secret.Hash(Password))]);
        await File.WriteAllBytesAsync(Path.Combine(data, AccessFile.Name), access.Write());
    }

    // Names as different as a county's: the same few words would be compressed to nothing.
    private static string Named(string number)
    {
        var index = int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        return $"bezeichnung: {Beginnings[index % Beginnings.Length]}{Ends[index * 7 % Ends.Length]}";
    }

    private static async Task Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
    }

    [GeneratedRegex("<(link|script|img)[^>]*(href|src)=\"(?<address>/[^\"]+)\"", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    [GeneratedRegex("bezeichnung: Produkt (?<number>[0-9]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
