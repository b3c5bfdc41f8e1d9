namespace Produktreport.Core.Tests.Deliveries;

public sealed class NumberTests
{
    [Theory]
    [InlineData("zwölf", "PR-1301")]
    [InlineData("5 Stück", "PR-1306")]
    [InlineData("#WERT!", "PR-1307")]
    [InlineData("1,2E+08", "PR-1308")]
    [InlineData("=A1+B1", "PR-1309")]
    [InlineData("01.07.2026", "PR-1310")]
    [InlineData("9999999999999999", "PR-1311")]
    public void WhatIsNoNumber_RejectsTheFile_WithLineAndColumn(string cell, string code)
    {
        var result = Example.ReadCell(cell);
        var finding = Example.Finding(result, code);
        Assert.Null(result.Delivery);
        Assert.Equal((2, "D", cell), (finding.Line, finding.Column, finding.Found));
        Assert.Contains("Zeile 2, Spalte D", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoReadings_AreRejectedWithTheQuestionAndTheLines()
    {
        var result =
            Example.Read("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;15.000\n1111;aufwendungen;2026-Q3;8,500\n");
        var finding = Example.Finding(result, "PR-1302");
        Assert.Null(result.Delivery);
        Assert.Contains("Zeile 2, Spalte D", finding.Text, StringComparison.Ordinal);
        Assert.Contains("Zahlenformat: 1.234,56", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void DeclaredFormat_InACommaSeparatedFile_IsRead()
    {
        var result =
            Example.Read(
                "Zahlenformat: 1.234,56\nProdukt,Grundzahl,Periode,Wert\n1111,ertraege,2026-Q3,\"15.000,5\"\n1111,aufwendungen,"
                    + "2026-Q3,15.000\n");
        Assert.Equal(15000m, Example.ValueOf(result, "aufwendungen"));
    }

    [Fact]
    public void ThousandEuroInTheHeader_MultipliesTheColumn()
    {
        var result = Example.Read("Produkt;Periode;Erträge (T€);Anzahl Stellen\n1111;2026-Q3;12,5;3\n");
        Assert.Equal(12500m, Example.ValueOf(result));
        Assert.Equal("× 1.000", result.Delivery!.Values[0].Cell.Rule);
        Assert.Equal(3m, Example.ValueOf(result, "stellen"));
    }
}
