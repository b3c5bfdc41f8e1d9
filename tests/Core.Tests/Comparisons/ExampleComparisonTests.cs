using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Comparisons.Files;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Pdf;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tests.Reports;
using Produktreport.Core.Tests.Reports.Proof;

namespace Produktreport.Core.Tests.Comparisons;

/// <summary>The example county beside the twelve fictitious ones of <c>beispiel/vergleich/</c>.</summary>
public sealed class ExampleComparisonTests
{
    private static readonly string Folder = Repository.At("beispiel", "vergleich");

    [Fact]
    public void Files_AreThoseTheSeedMakes_AndSayThatTheyAreFictitious()
    {
        var files = FictitiousCounties.Files().ToList();
        Assert.Equal(12, files.Count);
        Directory.CreateDirectory(Folder);
        foreach (var (name, figures) in files)
        {
            var (path, made) = (Path.Combine(Folder, name), OpenFigureCsv.Write(figures));
            if (Approved.IsWritten)
                File.WriteAllBytes(path, made);
            Assert.Equal(File.ReadAllBytes(path), made);
        }

        Assert.All(files.SelectMany(file => file.Figures), figure => Assert.EndsWith("(erfunden)", figure.Body,
            StringComparison.Ordinal));
        Assert.Equal(files.Select(file => file.Name).Order(), Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void EverySentenceAndPicture_IsProvedByItsNumbers()
    {
        var report = Report();
        var comparison = report.Comparison!;
        Assert.Equal(
            ["kosten_je_hilfe", "hilfen_je_1000_junge", "ergebnis_je_1000_ew"],
            comparison.Figures.Select(figure => figure.Figure.Text));
        Assert.All(comparison.Figures, figure => Assert.Equal((2025, 9), (figure.Years[^1].Year, figure.Years[^1].Count)));
        var (json, pages) = (ReportJson.Write(report), new PageInspection());
        ProductReportPdf.Write(report, logo: null, Stream.Null, pages);
        Assert.Empty(ProductProof.FaultsOf(json));
        Assert.Empty(PictureProof.FaultsOf(json, pages));
    }

    [Fact]
    public void Sentence_IsAsAReaderReadsIt() => Assert.Matches(
        new Regex("^2025: 22\\.241,74 €; die mittlere Hälfte von 9 vergleichbaren Kreisen liegt zwischen "
            + "[\\d.,]+ € und [\\d.,]+ €, der Median bei [\\d.,]+ €\\. Von klein nach groß ist das Rang \\d+ von 10\\.$",
            RegexOptions.None, TimeSpan.FromSeconds(1)),
        Report().Comparison!.Figures[0].Text);

    /// <summary>The report of product 3633 of 2025, its catalogue comparing with the counties of the same Land.</summary>
    internal static ProductReport Report()
    {
        string[] shared = ["kosten_je_hilfe", "hilfen_je_1000_junge", "ergebnis_je_1000_ew"];
        var catalogue = ExampleCounty.Catalogues.For(2025)!;
        var product = catalogue.Find(ProductNumber.Of("3633"))!;
        product = product with
        {
            KeyFigures = [.. product.KeyFigures.Select(figure => shared.Contains(figure.Id.Text)
                ? figure with { Shared = new SharedFigure(figure.Id, "Hilfen zählen wir am 31. Dezember.") } : figure)],
        };
        catalogue = catalogue with
        {
            Peers = PeerRules.Default with { Choice = PeerChoice.SameState },
            Products = [.. catalogue.Products.Select(each => each.Number == product.Number ? product : each)],
        };
        var others = FictitiousCounties.Files().SelectMany(file => file.Figures);
        var calculator = new FigureCalculator(
            new CatalogueSet(ExampleCounty.Catalogues.ByYear.SetItem(2025, catalogue)), ExampleCounty.Calculator.Figures);
        return ReportAssembly.Product(calculator, product.Number, Period.OfYear(2025),
            ExampleCounty.Options with { Others = ComparisonSet.Of(others) });
    }
}
