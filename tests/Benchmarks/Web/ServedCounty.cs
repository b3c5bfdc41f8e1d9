using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Benchmarks.Web;

/// <summary>A data folder with the example county's reports, one of them released, in a county that publishes.</summary>
internal sealed class ServedCounty : IDisposable
{
    /// <summary>A report that nobody released.</summary>
    public const string Draft = "2025-Q1/1111";

    /// <summary>A released report.</summary>
    public const string Released = "2025-Q1/1121";

    /// <summary>Where the edition of it lies that the public reads.</summary>
    public const string PublicFile = "2025-Q1/1121.v1.oeffentlich";

    // The columns are those of the benchmarks' ledger; a year that is over.
    private const string LedgerProfile =
        """
        profil: hauptbuch
        gilt_fuer: "kaemmerei/hauptbuch-*.csv"
        produkt: Profitcenter
        werte:
          - {spalte: "Ist 2026", grundzahl: ertraege, periode: "2024", art: ist, faktor: -1, wenn: {Kostenart: "4*"}}
          - {spalte: "Ist 2026", grundzahl: aufwendungen, periode: "2024", art: ist, wenn: {Kostenart: "5*"}}
        summenzeile: {wenn: {Profitcenter: ""}}
        """;

    private const string Password = "ein-langes-Kennwort";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-bench-");

    /// <summary>A day on which one quarter is due.</summary>
    public static DateOnly Today { get; } = new(2025, 5, 15);

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(folder.FullName, "daten");

    /// <summary>The numbers of the catalogue's products.</summary>
    public IReadOnlyList<string> Products =>
        [.. Directory.EnumerateFiles(InCatalogue("produkte")).Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)];

    /// <summary>A file of the treasury that is read as a ledger.</summary>
    public static string LedgerName(int number) => $"hauptbuch-{number}.csv";

    public static async Task<ServedCounty> Create()
    {
        var county = new ServedCounty();
        ExampleCounty.CopyTo(county.Data);
        Directory.CreateDirectory(county.InCatalogue("profile"));
        await File.WriteAllTextAsync(county.InCatalogue("profile/hauptbuch.yaml"), LedgerProfile);
        var access = new AccessFile(IsPublic: true, [new Access("bench", "administration", [], Secret.Hash(Password))]);
        await File.WriteAllBytesAsync(Path.Combine(county.Data, AccessFile.Name), access.Write());
        using var server = county.Serve();
        using var client = Client(atOnce: 1);
        var summary = JsonDocument.Parse(await client.GetStringAsync($"{server.Address}/api/v1/berichte/{Released}.json"));
        var release = JsonSerializer.Serialize(new { version = summary.RootElement.GetProperty("version").GetInt32() });
        using var content = new StringContent(release, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"{server.Address}/api/v1/berichte/{Released}/freigabe", content);
        answer.EnsureSuccessStatusCode();
        return county;
    }

    /// <summary>The program over this folder.</summary>
    public ServerProcess Serve() => new(Contenders.Program, Data);

    /// <summary>Kestrel's static files over the same reports.</summary>
    public ServerProcess ServeFiles() => new(Contenders.StaticFiles, Path.Combine(Data, "berichte"));

    /// <summary>A client with or without a key.</summary>
    public static HttpClient Client(int atOnce, bool isSignedIn = true)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = atOnce })
        { Timeout = TimeSpan.FromMinutes(10) };
        if (isSignedIn)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"bench:{Password}");
        return client;
    }

    private string InCatalogue(string path) => Path.Combine(Data, "katalog/2025", path);

    public void Dispose() => folder.Delete(recursive: true);
}
