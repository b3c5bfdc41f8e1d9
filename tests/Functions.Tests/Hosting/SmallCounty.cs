using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Standalone;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>A county with one product in a folder of its own, run by the program's own composition.</summary>
internal sealed class SmallCounty : IAsyncDisposable
{
    public static readonly string Frame =
        CountyFiles.Frame("Landkreis Klein", department: "{id: amt-eins, bezeichnung: Amt Eins}");

    public static readonly string Product = CountyFiles.Product("1111", "Büro", "amt-eins") +
        """
        hauptproduktbereich: {nummer: "1", bezeichnung: Verwaltung}
        produktbereich: {nummer: "11", bezeichnung: Innere Verwaltung}
        produktgruppe: {nummer: "111", bezeichnung: Steuerung}
        grundzahlen:
          - {id: anzahl, bezeichnung: Anzahl, jahreswert: summe, haupt: true}
        kennzahlen:
          - {id: je_ew, bezeichnung: Anzahl je Einwohner, formel: anzahl / einwohner, dezimalstellen: 3}
        """;

    private readonly DirectoryInfo folder;
    private readonly DateTime firstArrival = new(2026, 4, 1, 8, 0, 0, DateTimeKind.Utc);
    private int arrivals;

    public SmallCounty()
        : this(Directory.CreateTempSubdirectory("produktreport-"))
    {
    }

    /// <summary>A county in a given folder, which goes with it.</summary>
    public SmallCounty(DirectoryInfo folder)
    {
        this.folder = folder;
        Write("katalog/2026/rahmen.yaml", Frame);
        Write("katalog/2026/produkte/1111.yaml", Product);
        Restart();
    }

    public StringWriter Output { get; } = new();

    private IServiceProvider Services { get; set; } = null!;

    private Microsoft.AspNetCore.Builder.WebApplication? App { get; set; }

    /// <summary>A new process on the same folder, as it were.</summary>
    public void Restart()
    {
        App = StandaloneProgram.Build(
            new StandaloneOptions { Data = folder.FullName, Once = true, Today = new DateOnly(2026, 8, 15) }, Output);
        Services = App.Services;
    }

    public Task<WorkResult> Work() => Services.GetRequiredService<Workday>().Run(TestContext.Current.CancellationToken);

    /// <summary>Writes a file; each upload arrives an hour after the one before.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, Encoding.UTF8);
        if (path.StartsWith("eingang/", StringComparison.Ordinal))
            File.SetLastWriteTimeUtc(file, firstArrival.AddHours(arrivals++));
    }

    public void Deliver(string name, params (string Period, string Value)[] values) =>
        Write($"eingang/amt-eins/{name}", Delivery(values));

    /// <summary>What a delivery of these values says.</summary>
    public static string Delivery(params (string Period, string Value)[] values) =>
        "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n"
        + string.Concat(values.Select(value => $"1111;;anzahl;{value.Period};Ist;{value.Value};\n"));

    /// <summary>Delivers a file that bears a time.</summary>
    public void DeliverAt(string name, DateTime time, params (string Period, string Value)[] values)
    {
        Deliver(name, values);
        Touch($"eingang/amt-eins/{name}", time);
    }

    /// <summary>Gives a file another time.</summary>
    public void Touch(string path, DateTime time) => File.SetLastWriteTimeUtc(PathOf(path), time);

    public string PathOf(string path) => Path.Combine(folder.FullName, path);

    /// <summary>The receipt of a delivery, as a page.</summary>
    public string Receipt(string name) => Encoding.UTF8.GetString(Read($"quittungen/amt-eins/{name}.json"));

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public void Delete(string path) => File.Delete(Path.Combine(folder.FullName, path));

    public bool Exists(string path) => File.Exists(Path.Combine(folder.FullName, path));

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(folder.FullName, path));

    /// <summary>The Ist of the product's one base figure in a report; null where undefined.</summary>
    public decimal? Count(string period)
    {
        using var report = JsonDocument.Parse(Read($"berichte/{period}/1111.json"));
        var row = report.RootElement.GetProperty("zeilen").EnumerateArray()
            .Single(row => row.GetProperty("id").GetString() == "anzahl");
        var value = row.GetProperty("istPeriode");
        return value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
    }

    public int Version(string period)
    {
        using var report = JsonDocument.Parse(Read($"berichte/{period}/1111.json"));
        return report.RootElement.GetProperty("version").GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
