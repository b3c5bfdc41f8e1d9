using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Produktreport.EndToEnd.Tests;

/// <summary>The PDFs of the example county, looked at from outside.</summary>
public sealed partial class ReportFileTests(ExampleCountyRun county) : IClassFixture<ExampleCountyRun>
{
    [Fact]
    public async Task EveryPdf_IsSoundInTheEyesOfQpdf() => await Parallel.ForEachAsync(
        Directory.EnumerateFiles(county.At("berichte"), "*.pdf", SearchOption.AllDirectories),
        TestContext.Current.CancellationToken,
        async (pdf, _) =>
            Assert.Contains("No syntax or stream encoding errors found", await Tool.Run("qpdf", "--check", pdf),
                StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-Q3", "1111")]
    [InlineData("2025", "3633")]
    [InlineData("2026-Q3", "gesamt")]
    public async Task AReport_IsTaggedTitledAndGerman(string period, string name)
    {
        var pdf = county.At("berichte", period, name + ".pdf");
        var info = await Tool.Run("pdfinfo", pdf);
        Assert.Matches(@"(?m)^Tagged:\s+yes$", info);
        Assert.Matches(@"(?m)^Title:\s+\S", info);
        var metadata = await Tool.Run("pdfinfo", "-meta", pdf);
        foreach (var claim in (string[])["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", ">de-DE<"])
            Assert.Contains(claim, metadata, StringComparison.Ordinal);
        var structure = await Tool.Run("pdfinfo", "-struct", pdf);
        foreach (var tag in (string[])["Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure"])
            Assert.Matches($@"(?m)^\s*{tag}\b", structure);
    }

    [Fact]
    public async Task EveryFontIsEmbedded_AsASubsetThatCanBeRead()
    {
        var fonts = (await Tool.Run("pdffonts", county.At("berichte", "2026-Q3", "1111.pdf")))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts,
            font => Assert.Matches(@"^[A-Z]{6}\+LiberationSans\S*\s+CID TrueType\s+Identity-H\s+yes yes yes", font));
    }

    [Fact]
    public async Task EveryFieldOfTheCountysForm_StandsInTheAnnualReportOf1111()
    {
        var report = Flat(await Tool.Run("pdftotext", county.At("berichte", "2025", "1111.pdf"), "-"));
        var missing = FieldsOfTheForm().Where(field => !report.Contains(Flat(field), StringComparison.OrdinalIgnoreCase));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task PagesAreNumbered_AndTheTextKeepsItsSpaces()
    {
        var text = await Tool.Run("pdftotext", county.At("berichte", "2025", "1111.pdf"), "-");
        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        for (var page = 0; page < pages.Length; page++)
            Assert.Contains($"Seite {page + 1} von {pages.Length}", pages[page], StringComparison.Ordinal);
        Assert.Contains("Vorbereitung, Durchführung und Nachbereitung der Bürgersprechstunden", Flat(text),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1111")]
    [InlineData("3633")]
    public async Task AReportsFirstPage_LooksAsTheDocumentsShowIt(string product)
    {
        var pdf = county.At("berichte", "2026-Q3", product + ".pdf");
        using var document = PdfDocument.Open(pdf);
        var page = document.GetPage(1);
        var words = page.GetWords()
            .Select(word =>
            string.Create(CultureInfo.InvariantCulture,
            $"{word.BoundingBox.Left,4:0} {word.BoundingBox.Bottom,4:0} {word.Text}"));
        await Pictures.Hold(
            $"bericht-{product}",
            $"{string.Join('\n', words)}\n{page.Paths.Count} Linien und Flächen\n",
            file => Tool.Run("pdftoppm", "-r", "80", "-f", "1", "-l", "1", "-png", "-singlefile", pdf,
                Path.ChangeExtension(file, null)));
    }

    [Fact]
    public async Task TheDataOfTheReport_IsAttachedAsItStandsBesideIt()
    {
        var folder = Directory.CreateTempSubdirectory("produktreport-");
        try
        {
            await Tool.Run("pdfdetach", "-saveall", "-o", folder.FullName, county.At("berichte", "2026-Q3", "1111.pdf"));
            var json = Assert.Single(folder.GetFiles("*.json"));
            Assert.Equal(await File.ReadAllBytesAsync(county.At("berichte", "2026-Q3", "1111.json"), Cancellation),
                await File.ReadAllBytesAsync(json.FullName, Cancellation));
            var csv = await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.csv")).FullName, Cancellation);
            Assert.Contains("buero-landrat/2026-q3.csv", csv, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The form's texts one by one; what only lays it out (numbering, blanks for a target, the drop-down's placeholder) is left
    // out.
    private static IEnumerable<string> FieldsOfTheForm() =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Formular", "produktbeschreibung-1111-buero-landrat.txt"))
            .Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(text => text.Split("__", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(text => !LayoutOnly().IsMatch(text))
            .Select(text => text.Trim('*', ',', '.', ':', '(', ')', ' '))
            .Select(text => text.Replace(" , soweit", ", soweit", StringComparison.Ordinal))
            .Where(text => text.Length > 2);

    private static string Flat(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"^(FORMDROPDOWN|\(\.\.\.\)|[\d.]+ ?|im Quartal / Halbjahr / Jahr,?|Stunden im Quartal / Halbjahr / Jahr,?)$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LayoutOnly();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
