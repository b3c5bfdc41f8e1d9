using System.Text;
using Produktreport.Core.Reports;

namespace Produktreport.Core.Tests.Reports;

public sealed class ReportCsvTests
{
    [Fact]
    public void Figures_StandWithGermanNumbersAndProvenance()
    {
        var bytes = ReportCsv.Write(SampleReport.Product);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);

        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("Periode;Produkt;Ebene;", lines[0], StringComparison.Ordinal);
        Assert.Contains(";-100000,1;", lines[1], StringComparison.Ordinal);
        Assert.Contains("Spalte F: „=1+1; \"\"x\"\"“", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("Erträge", "Erträge")]
    public void CellsASpreadsheetWouldCompute_AreDisarmed(string name, string expected)
    {
        var report = SampleReport.Product with { Rows = [SampleReport.Row("ergebnis", 1, 1) with { Name = name }] };
        Assert.Contains($";ergebnis;{expected};Grundzahl;", Encoding.UTF8.GetString(ReportCsv.Write(report)),
            StringComparison.Ordinal);
    }
}
