using System.Text;
using Produktreport.Core.Pdf;
using Produktreport.Core.Reports;
using Produktreport.Core.Tests.Reports;
using UglyToad.PdfPig;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>What the files are and carry.</summary>
public sealed class ReportFileTests
{
    [Fact]
    public void SameReport_MakesTheSameBytes()
    {
        var report = ExampleCounty.Report("1111", "2026-Q3");
        Assert.Equal(Printed.Product(report), Printed.Product(ReportJson.ReadProduct(ReportJson.Write(report))));
    }

    [Fact]
    public void CombinedReport_IsTheSameFromItsJson()
    {
        var (report, products) = ExampleCounty.Combined("2026-Q3");
        var read = products.Select(product => ReportJson.ReadProduct(ReportJson.Write(product))).ToList();
        Assert.Equal(Printed.Combined(report, products),
            Printed.Combined(ReportJson.ReadCombined(ReportJson.Write(report)), read));
    }

    [Fact]
    public void Attachments_AreTheJsonAndTheCsv()
    {
        var report = ExampleCounty.Report("1111", "2025");
        using var document = PdfDocument.Open(Printed.Product(report));
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal(ReportJson.Write(report), files.Single(file => file.Name == "1111.json").Memory.ToArray());
        Assert.Equal(ReportCsv.Write(report), files.Single(file => file.Name == "1111.csv").Memory.ToArray());
    }

    [Fact]
    public void AFile_IsKnownToBeOfItsJson_AndOfNoOther()
    {
        var report = ExampleCounty.Report("1111", "2025");
        var pdf = Printed.Product(report);
        Assert.True(ReportAttachments.AreOfOneReport(pdf, ReportJson.Write(report)));
        Assert.False(ReportAttachments.AreOfOneReport(pdf, ReportJson.Write(report with { Version = 2 })));
    }

    [Theory]
    [InlineData("1111", "2026-Q3")]
    [InlineData("1111", "2025")]
    [InlineData("4141", "2026-Q3")]
    public void File_IsSoundForQpdf(string product, string period) =>
        Assert.Contains(
            "No syntax or stream encoding errors found",
            PdfTool.Run("qpdf", Printed.Product(ExampleCounty.Report(product, period)), "--check", "{file}"),
            StringComparison.Ordinal);

    [Fact]
    public void Text_ReadsInOrderWithItsSpaces()
    {
        var text = PdfTool.Run("pdftotext", Printed.Product(ExampleCounty.Report("1111", "2025")), "-raw", "-enc", "UTF-8",
            "{file}", "-");
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string[] inOrder =
        [
            "1111 Büro Landrat", "Das Wichtigste", "Hauptzahlen", "Grund- und Kennzahlen",
            "* Die Hauptgrund- und Hauptkennzahlen sind unterstrichen.",
            "Leistung 11111 Unterstützung Verwaltungsleitung (interne Leistung)",
            "Leistung 11116 Ehrenamt (externe Leistung)", "Ziele", "Fünfjahresvergleich", "Hinweise",
            "Produktkennziffer 1111", "Hauptproduktbereich 1 Zentrale Verwaltung", "Produktgruppe 111 Verwaltungssteuerung",
            "Art der Aufgabe Funktionsaufgabe",
            "Auftraggeber keine Angabe", "Landkreisordnung (LKO), Gemeindeordnung (GemO), Beschlüsse der Gremien",
            "Verwaltungsführung, Mitarbeiter, Einwohner, Medien",
        ];
        var position = 0;
        foreach (var phrase in inOrder)
        {
            var found = words.IndexOf(phrase, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"„{phrase}“ does not follow in: {words}");
            position = found;
        }
    }

    [Fact]
    public void EveryPage_NamesStateVersionDateAndNumber()
    {
        using var document = PdfDocument.Open(Printed.Product(ExampleCounty.Report("1111", "2026-Q3")));
        foreach (var page in document.GetPages())
        {
            Assert.Contains("Entwurf · Version 1 · Stand: 22.11.2026 · interne Ausgabe", page.Text, StringComparison.Ordinal);
            Assert.Contains($"Seite {page.Number} von {document.NumberOfPages}", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NumbersOfThePrint_AreThoseOfTheJson()
    {
        var report = ExampleCounty.Report("1111", "2026-Q3");
        var text = PdfTool.Run("pdftotext", Printed.Product(report), "-raw", "-enc", "UTF-8", "{file}", "-");
        foreach (var row in report.Rows.Where(row => row.ActualToDate is not null))
            Assert.Contains(German.GermanFormat.Number(row.ActualToDate!.Value, row.Decimals), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HasOneLineForEachFigure()
    {
        var report = ExampleCounty.Report("3633", "2026-Q3");
        var lines = Encoding.UTF8.GetString(ReportCsv.Write(report)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(report.Rows.Length + 1, lines.Length);
    }
}
