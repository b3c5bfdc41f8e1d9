using Microsoft.Extensions.DependencyInjection;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Standalone.Commands;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Tests.Comparisons;

/// <summary>A county in a folder of its own, with one product under a number of its own and figures that others know.</summary>
internal sealed class ComparedCounty : IDisposable
{
    public const string Today = "2026-05-15";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");
    private readonly string product;

    public ComparedCounty(string key, string product, decimal costs)
    {
        this.product = product;
        Write("katalog/2025/rahmen.yaml", CountyFiles.Frame($"Landkreis {key}", inhabitants: 100_000)
            + $"schluessel: \"{key}\"\nvergleich: {{lizenz: dl-de/by-2-0}}\n");
        Write($"katalog/2025/produkte/{product}.yaml", CountyFiles.Product(product, "Hilfen") + """
            produktrahmen: "3633"
            grundzahlen:
              - {id: kosten, bezeichnung: Kosten der Hilfen, einheit: €, jahreswert: summe, erfassung: jahr, haupt: true, vergleichbar: kosten_hilfen, vergleichshinweis: Träger ist ein Zweckverband.}
              - {id: stellen, bezeichnung: Stellen, jahreswert: mittelwert, erfassung: jahr, vergleichbar: stellen}
              - {id: gehalt, bezeichnung: Personalkosten, einheit: €, jahreswert: summe, erfassung: jahr, schutzbeduerftig: stellen, vergleichbar: personalkosten}

            """);
        Write("eingang/amt/2025.csv",
            "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n"
            + FormattableString.Invariant($"{product};;kosten;2025;Ist;{costs:0};\n")
            + $"{product};;stellen;2025;Ist;1;\n{product};;gehalt;2025;Ist;71234;\n");
    }

    public string Data => folder.FullName;

    public ReportJob Annual => new(Period.OfYear(2025), ProductNumber.Of(product));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string At(string path) => Path.Combine(folder.FullName, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Does what a person types; <c>--data</c> is this county's folder.</summary>
    public async Task<(int ExitCode, string Output)> Call(params string[] words)
    {
        await using var output = new StringWriter();
        var exitCode = await CommandLine.Run([.. words, "--data", Data], TextReader.Null, output, output);
        return (exitCode, output.ToString());
    }

    public async Task<string> Once(int expected = ExitCodes.Success)
    {
        var (exitCode, output) = await Call("--once", "--today", Today);
        Assert.True(exitCode == expected, output);
        return output;
    }

    /// <summary>Has Controlling release the annual report of the product.</summary>
    public async Task Release()
    {
        await using var app = Composed();
        await app.Services.GetRequiredService<Workday>().Run(Cancellation);
        var desk = app.Services.GetRequiredService<ReleaseDesk>();
        Assert.IsType<ReleaseOutcome.Released>(
            await desk.Release(new Visitor("eva", Role.Controlling, []), Annual, version: 1, note: null, Cancellation));
    }

    /// <summary>A page of the portal.</summary>
    public async Task<string> Page(string address)
    {
        await using var app = Composed();
        await app.Services.GetRequiredService<Workday>().Run(Cancellation);
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
        await app.StopAsync(Cancellation);
        return System.Net.WebUtility.HtmlDecode(page);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Microsoft.AspNetCore.Builder.WebApplication Composed() => StandaloneProgram.Build(
        new StandaloneOptions { Data = Data, Today = new DateOnly(2026, 5, 15), Urls = "http://127.0.0.1:0" }, TextWriter.Null);
}
