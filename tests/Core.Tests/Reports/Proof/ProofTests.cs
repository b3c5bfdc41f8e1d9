using Produktreport.Core.Catalogues;
using Produktreport.Core.Pdf;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Structure;
using Produktreport.Core.Protection;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>No sentence without proof: what reports say is read back and held against their numbers.</summary>
public sealed class ProofTests
{
    private const int Counties = 2000;
    private const int PrintedOnes = 5; // every fifth county is printed as well

    public static TheoryData<string> Periods { get; } =
        [.. DueReports.For(ExampleCounty.Catalogues, ExampleCounty.Options.AsOf).Select(due => due.Period.ToString())];

    [Theory]
    [MemberData(nameof(Periods))]
    public void EverySentenceOfTheExampleCounty_IsProvedByItsNumbers(string period)
    {
        var (report, products) = ExampleCounty.Combined(period);
        var json = ReportJson.Write(report);
        var faults = CombinedProof.FaultsOf(json).Concat(PictureProof.FaultsOf(json, Summary(report, products)));
        None([.. products.SelectMany(FaultsOf), .. faults.Select(fault => $"{period} gesamt: {fault}")]);
    }

    [Fact]
    public void EverySentenceOfThePublicEditions_IsProvedByItsNumbers()
    {
        var (calculator, period) = (ExampleCounty.Calculator, Canonical.Period("2026-Q2"));
        var hidden = PublicEdition.Of(calculator, [period, period.YearsEarlier(1)]).Suppression();
        var editions = ExampleCounty.Combined("2026-Q2").Products
            .Select(report => PublicReports.Of(report with { Plain = [] }, hidden.Hides))
            .OfType<ProductReport>().ToList();
        Assert.NotEmpty(editions);
        Assert.Contains(editions, edition => edition.Rows.Any(row => row.Undefined.Count > 0));
        Assert.Contains(editions, edition => edition.Plain!.Value.Contains("Manche Zahlen sind geheim."));
        None([.. editions.SelectMany(FaultsOf)]);
    }

    [Fact]
    public void EverySentenceOfCountiesMadeByChance_IsProvedByTheirNumbers()
    {
        var faults = Enumerable.Range(1, Counties).AsParallel().SelectMany(seed =>
        {
            var county = new RandomCounty(seed);
            var report =
                ReportAssembly.Product(county.Calculator, ProductNumber.Of("1111"), county.Period,
                    ExampleCounty.Options with { Others = county.Others });
            var combined = ReportAssembly.Combined(county.Calculator, county.Period, [report], ExampleCounty.Options);
            return FaultsOf(report, hasPages: seed % PrintedOnes == 0).Concat(CombinedProof.FaultsOf(ReportJson.Write(combined)))
                .Select(fault => $"{seed} {fault}");
        }).ToList();
        None(faults);
    }

    /// <summary>Sentences of the version of 2026-11-23 that were not so, and some made wrong on purpose.</summary>
    [Theory]
    [InlineData("Ergebnis", "{ist}, 12.544 € (6,9 %) schlechter als geplant", "nicht verstanden")]
    [InlineData(
        "Ergebnis", "{ist}, {diff} besser als geplant (Plan {plan}). Ursache: Aufwendungen um 11.465 € höher als geplant.",
        "die Abweichung ist")]
    [InlineData(
        "Ergebnis", "{ist}, {diff} besser als geplant (Plan {plan}). Ursache: Aufwendungen um 11.466 € niedriger als geplant.",
        "die Abweichung ist")]
    [InlineData(
        "Ergebnis",
        "{ist}, {diff} besser als geplant (Plan {plan}). Dagegen wirkte: Aufwendungen um 11.465 € niedriger als geplant.",
        "zieht")]
    [InlineData("Ergebnis", "{ist}, {diff} schlechter als geplant (Plan {plan}).", "Unterschied")]
    [InlineData(
        "Ergebnis", "{ist}, {diff} besser als geplant (Plan {plan}). Größter Anteil: Einbürgerung (+30.260 €).",
        "Keine Leistung")]
    [InlineData("Ergebnis", "{ist}, {diff} besser als geplant (Plan {plan}). Alles ist gut.", "nicht verstanden")]
    [InlineData("Ampel", "Von 31 bewerteten Zahlen sind 29 grün und 2 rot.", "grün stimmt nicht")]
    [InlineData("Ampel", "Von 31 bewerteten Zahlen sind 28 grün, 1 gelb und keine rot.", "rot")]
    [InlineData("Ziele", "Von 2 Zielen: 1 erreicht, 0 nicht erreicht, 1 noch offen.", "sagt nichts")]
    [InlineData(
        "Prognose",
        "Für das Jahr 2026 werden −1.481.952 € erwartet (vom Amt gemeldet), 20.848 € (1,4 %) besser als geplant (Plan "
            + "−1.502.800 €).", "Grundlage")]
    [InlineData("Datenlage", "Alle Zahlen des Zeitraums sind geliefert und geprüft.", "nicht verstanden")]
    public void AFalseSentence_IsFound(string topic, string text, string found)
    {
        var report = ExampleCounty.Report("1221", "2026-Q3");
        var main = report.KeyMessages[0];
        var sentence = text
            .Replace("{ist}", main.Text[..main.Text.IndexOf(',', StringComparison.Ordinal)], StringComparison.Ordinal)
            .Replace("{diff}", "20.848 € (1,8 %)", StringComparison.Ordinal)
            .Replace("{plan}", "−1.127.100 €", StringComparison.Ordinal);
        var changed =
            report with
            {
                KeyMessages = [topic == main.Topic ? new KeyMessage(topic, sentence)
            : main, new KeyMessage(topic, sentence)]
            };
        Assert.Contains(
            ProductProof.FaultsOf(ReportJson.Write(changed)), fault => fault.Contains(found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("55.050 €", "55.051 €", "unteresViertel")]
    [InlineData("mittlere Hälfte von 14", "mittlere Hälfte von 15", "anzahl")]
    [InlineData("Rang 9 von 15", "Rang 8 von 15", "rangVon")]
    [InlineData("Rang 9 von 15", "Rang 9 bis 10 von 15", "rangBis")]
    [InlineData("2026: ", "2025: ", "Jahr")]
    [InlineData("Rang 9 von 15.", "Rang 9 von 15. Das ist gut.", "nicht verstanden")]
    public void AFalseSentenceOfTheComparison_IsFound(string right, string wrong, string found)
    {
        var year = new ComparedYear(2026, 62_400, 14, 50_000, 55_050, 59_000, 65_900, 90_000, 9, 9);
        var figure = new ComparedFigure(
            LevelNumber.Of("1111"), FigureId.Of("x"), "X", "€", 0,
            ("2026: 62.400 €; die mittlere Hälfte von 14 vergleichbaren Kreisen liegt zwischen 55.050 € und 65.900 €, der Median "
                + "bei 59.000 €. Von klein nach groß ist das Rang 9 von 15.").Replace(right, wrong, StringComparison.Ordinal),
            [year], [], []);
        var report = SampleReport.Product with { Comparison = new CountyComparison("allen", [figure]) };
        Assert.Contains(
            ProductProof.FaultsOf(ReportJson.Write(report)), fault => fault.Contains(found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Erträge: Das waren ungefähr 999 Tausend Euro.", "anderes Ist")]
    [InlineData("Geplant waren ungefähr 3 Millionen Euro.", "anderer Plan")]
    [InlineData("17 Zahlen sind rot.", "andere Anzahl")]
    [InlineData("Grün heißt: Der Plan ist erreicht oder fast erreicht.", "erklärt eine andere Farbe")]
    [InlineData("Es fehlen noch Zahlen.", "vollständig")]
    [InlineData("Es geht um die Zeit von Januar bis Juni 2026.", "andere Zeit")]
    [InlineData("Das Ergebnis ist um 4 % besser.", "Zeichen statt Wörter")]
    [InlineData("Alles ist gut.", "nicht verstanden")]
    public void AFalseSentenceInLeichterSprache_IsFound(string sentence, string found)
    {
        var report = ExampleCounty.Report("1221", "2026-Q3") with { Plain = [sentence] };
        Assert.Contains(PlainProof.FaultsOf(ReportJson.Write(report)), fault => fault.Contains(found, StringComparison.Ordinal));
    }

    /// <summary>The pages of a combined report before those of its products.</summary>
    private static PageInspection Summary(CombinedReport report, IReadOnlyList<ProductReport> products)
    {
        var (all, summary) = (new PageInspection(), new PageInspection());
        CombinedReportPdf.Write(report, products, logo: null, Stream.Null, all);
        var firstArea = all.Items.Where(item => item.Tag == Tag.H1).ElementAt(1).Page;
        foreach (var item in all.Items.Where(item => item.Page < firstArea))
            summary.Add(item.Page, item.Kind, item.Bounds, item.Tag, item.Colour, item.Text, item.Size);
        return summary;
    }

    private static IEnumerable<string> FaultsOf(ProductReport report) => FaultsOf(report, hasPages: true);

    private static IEnumerable<string> FaultsOf(ProductReport report, bool hasPages)
    {
        var json = ReportJson.Write(report);
        var pages = new PageInspection();
        if (hasPages)
            ProductReportPdf.Write(report, logo: null, Stream.Null, pages);
        var faults = ProductProof.FaultsOf(json).Concat(PlainProof.FaultsOf(json))
            .Concat(hasPages ? PictureProof.FaultsOf(json, pages) : []);
        return faults.Select(fault => $"{report.Product} {report.Period} {report.Edition}: {fault}");
    }

    private static void None(List<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} Fehler\n{string.Join('\n', faults.Take(60))}");
}
