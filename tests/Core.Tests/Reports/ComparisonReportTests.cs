using System.Globalization;
using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Pdf;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tests.Pdf;
using Produktreport.Core.Tests.Reports.Proof;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.Reports;

/// <summary>Main figures beside those of other counties, in the annual report.</summary>
public sealed class ComparisonReportTests
{
    private const string Own = "07999";
    private static readonly ReportOptions Options = new(new DateOnly(2027, 3, 1));

    // The values of other counties in 2026; the sentence. The county's own value is 62.400 €.
    [Theory]
    [InlineData(
        "50000 52000 54000 55000 55200 57000 58000 60000 63000 65000 66200 67000 70000 90000",
        "2026: 62.400 €; die mittlere Hälfte von 14 vergleichbaren Kreisen liegt zwischen 55.050 € und 65.900 €, der Median bei "
            + "59.000 €. Von klein nach groß ist das Rang 9 von 15.")]
    [InlineData(
        "62400 62400 1 2 3",
        "2026: 62.400 €; die mittlere Hälfte von 5 vergleichbaren Kreisen liegt zwischen 2 € und 62.400 €, der Median bei 3 €. "
            + "Von klein nach groß ist das Rang 4 bis 6 von 6.")]
    [InlineData(
        "1 2 3 4",
        "2026: 62.400 €; die Werte von 4 vergleichbaren Kreisen liegen zwischen 1 € und 4 €. Für Viertel sind es zu wenige.")]
    [InlineData(
        "70000",
        "2026: 62.400 €; ein einziger vergleichbarer Kreis liegt vor, mit 70.000 €. Für Viertel sind es zu wenige.")]
    public void Sentence_SaysWhereTheValueStands(string others, string sentence)
    {
        var report = Report(Values(others));
        Assert.Equal(sentence, Assert.Single(report.Comparison!.Figures).Text);
        Assert.Empty(ProductProof.FaultsOf(ReportJson.Write(report)));
    }

    [Fact]
    public void Years_StandSideBySide_AsFarAsThereAreValuesOfBothSides()
    {
        var report = Report([.. Values("1 2 3", 2024), .. Values("1 2 3 4 5", 2025), .. Values("1 2", 2026)]);
        Assert.Equal(
            "2025: 60000 5 2 3 4 Rang 6–6 | 2026: 62400 2 - - - Rang 3–3",
            string.Join(" | ", report.Comparison!.Figures[0].Years.Select(year => string.Create(
                CultureInfo.InvariantCulture,
                $"{year.Year}: {year.Own} {year.Count} {Text(year.Lower)} {Text(year.Median)} {Text(year.Upper)} Rang "
                + $"{year.RankFrom}–{year.RankTo}"))));
    }

    [Fact]
    public void WhatHindersTheComparison_AndWhoPublished_AreSaid()
    {
        var report = Report(
        [
            Figure("07131", 1) with { Caveat = "Ein Zweckverband leistet" }, Figure("07132", 2),
            Figure("07133", 3) with { Caveat = "Ein Zweckverband leistet", Licence = "CC0" },
            Figure("07134", 4) with { Body = "", Provenance = "Statistik (22541), f.csv" },
        ]);
        var figure = Assert.Single(report.Comparison!.Figures);
        Assert.Equal(
            ["Wir leisten selbst.", "Kreis 07131 und Kreis 07133: Ein Zweckverband leistet"], figure.Caveats);
        Assert.Equal(
            ["Kreis 07133 (Lizenz: CC0)", "Kreis 07131, Kreis 07132 und Statistik (22541), f.csv (Lizenz: dl-de/by-2-0)"],
            figure.Sources);
    }

    [Fact]
    public void WithoutOthers_NoByteIsAnother()
    {
        var report = ReportJson.Write(Report([]));
        Assert.DoesNotContain("\"vergleich\": {", Encoding.UTF8.GetString(report), StringComparison.Ordinal);
        Assert.Equal(report, ReportJson.Write(Report([Figure(Own, 5), Figure("07131", 5) with { Unit = "h" }])));
    }

    [Fact]
    public void AQuarter_IsNotCompared() => Assert.Null(
        ReportAssembly.Product(Calculator(), Office, Q(4), Options with { Others = ComparisonSet.Of(Values("1 2 3 4 5")) })
            .Comparison);

    [Fact]
    public void Comparison_IsReadBackAsItWasWritten()
    {
        var json = ReportJson.Write(Report(Values("1 2 3 4 5.5")));
        Assert.Equal(json, ReportJson.Write(ReportJson.ReadProduct(json)));
    }

    /// <summary>Rank and place among others' values bound a hidden value, so both go with it.</summary>
    [Fact]
    public void PublicEdition_HasNoYearThatIsHidden()
    {
        var report = Report([.. Values("1 2 3 4 5", 2025), .. Values("1 2 3 4 99999", 2026)]);
        bool Hides(PublicCellKey cell) => cell.Figure == Id("kosten") && cell.Year == 2026;
        var edition = Edition(report, Hides)!;
        var year = Assert.Single(Assert.Single(edition.Comparison!.Figures).Years);
        Assert.Equal(2025, year.Year);
        Assert.StartsWith("2025: 60.000 €;", edition.Comparison.Figures[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("62400", Encoding.UTF8.GetString(ReportJson.Write(edition)), StringComparison.Ordinal);
        Assert.Null(Edition(report, cell => cell.Figure == Id("kosten"))!.Comparison);
    }

    [Fact]
    public void Strip_StandsOutFromThePaper_AndSaysItsNumbersInWords()
    {
        var pages = new PageInspection();
        var report = Report(Values("50000 52000 54000 55000 55200 57000 58000 60000 63000 65000"));
        ProductReportPdf.Write(report, logo: null, Stream.Null, pages);
        var items = pages.Items.ToList();
        var figure = items.FindIndex(item => item.Kind == PaintedKind.Figure
            && item.Text!.StartsWith("Vergleichsstreifen", StringComparison.Ordinal));
        Assert.Equal(
            "Vergleichsstreifen Kosten je Fall 2026: eigener Wert 62.400\u00A0€; unteres Viertel 54.250\u00A0€; Median "
                + "56.100\u00A0€; oberes Viertel 59.500\u00A0€; kleinster Wert der anderen 50.000\u00A0€; größter "
                + "65.000\u00A0€; vergleichbare Kreise: 10.",
            items[figure].Text);
        var marks = items.Skip(figure + 1).TakeWhile(item => item.Kind != PaintedKind.Figure && item.Tag == Tag.Figure)
            .Where(item => item.Kind is PaintedKind.Area or PaintedKind.Line && item.Colour != Colour.White).ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.True(PrintCheck.Contrast(mark.Colour, Colour.White) >= 3, $"{mark.Colour}"));
        Assert.Empty(PictureProof.FaultsOf(ReportJson.Write(report), pages));
    }

    [Theory]
    [InlineData("0 0 0 0 0")]
    [InlineData("62400 62400 62400 62400 62400")]
    [InlineData("62400")]
    [InlineData("-999999999999999 999999999999999")]
    public void Strip_IsPaintedInsideThePage_WhateverTheValues(string others)
    {
        var pages = new PageInspection();
        ProductReportPdf.Write(Report(Values(others)), logo: null, Stream.Null, pages);
        Assert.All(pages.Items, item => Assert.InRange(item.Bounds.Right, 0, pages.Pages[item.Page - 1].Width + 0.01));
        Assert.All(pages.Items, item => Assert.InRange(item.Bounds.X, -0.01, pages.Pages[item.Page - 1].Width));
    }

    private static ProductReport? Edition(ProductReport report, Func<PublicCellKey, bool> hides) =>
        PublicReports.Of(report, cell => hides(new PublicCellKey(cell.Address.Figure, cell.Year)));

    private static ProductReport Report(IEnumerable<OpenFigure> others) =>
        ReportAssembly.Product(Calculator(), Office, Y(), Options with { Others = ComparisonSet.Of(others) });

    private static FigureCalculator Calculator()
    {
        var costs = Base("kosten", frequency: PeriodKind.Year, name: "Kosten je Fall") with
        {
            Unit = "€",
            IsMain = true,
            Shared = new SharedFigure(Id("kosten_je_fall"), "Wir leisten selbst."),
        };
        var product = ProductOf("1111") with { FrameNumber = ProductNumber.Of("3633") };
        product = product with { BaseFigures = [.. product.BaseFigures, costs] };
        var values = FigureSet.Empty.With(new AcceptedDelivery(
            Stamp(), [Value(At("1111", "kosten"), Y(2025), 60_000), Value(At("1111", "kosten"), Y(2026), 62_400)], []));
        return new FigureCalculator(
            CatalogueSet.Of(Year(2025, product) with { CountyKey = Own }, Year(2026, product) with { CountyKey = Own }), values);
    }

    private static List<OpenFigure> Values(string values, int year = 2026) =>
    [
        .. values.Split(' ').Index().Select(value => Figure(
            (7131 + value.Index).ToString("00000", CultureInfo.InvariantCulture),
            decimal.Parse(value.Item, CultureInfo.InvariantCulture)) with { Year = year }),
    ];

    private static OpenFigure Figure(string region, decimal value) => new()
    {
        Region = RegionKey.Of(region),
        Body = $"Kreis {region}",
        Year = 2026,
        Product = ProductNumber.Of("3633"),
        Figure = Id("kosten_je_fall"),
        Value = value,
        Unit = "€",
        Provenance = "Produktbericht",
        Licence = "dl-de/by-2-0",
    };

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private readonly record struct PublicCellKey(FigureId Figure, int Year);
}
