using System.Globalization;

namespace Produktreport.Core.Tests.Deliveries;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("15.000", "15000")]
    [InlineData("8,500", "8.500")]
    [InlineData("-0,00", "0.00")]
    [InlineData("9.347.099,63-", "-9347099.63")]
    [InlineData("(1.234)", "-1234")]
    [InlineData("1.234,50 €", "1234.50")]
    [InlineData("€ 1.234,50", "1234.50")]
    [InlineData("-1.234,50 EUR", "-1234.50")]
    [InlineData("1 234 567,89", "1234567.89")]
    [InlineData("1\u00A0234\u00A0567,89", "1234567.89")]
    [InlineData("1\u202F234,5", "1234.5")]
    [InlineData("  42  ", "42")]
    [InlineData("−5", "-5")]
    [InlineData("–5", "-5")]
    [InlineData("+5", "5")]
    [InlineData(",5", "0.5")]
    [InlineData("12 T€", "12000")]
    [InlineData("-", "0")]
    [InlineData("–", "0")]
    public void Notation_IsRead(string cell, string expected)
    {
        var result = Example.ReadCell(cell);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Example.ValueOf(result));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("x")]
    [InlineData("k.A.")]
    [InlineData("k. A.")]
    [InlineData("n.v.")]
    public void UnknownMark_IsAValueThatIsUnknown_NotZero(string cell) => Assert.Null(Example.ValueOf(Example.ReadCell(cell)));

    [Fact]
    public void BlankCell_IsNoValueAtAll() =>
        Assert.DoesNotContain(Example.ReadCell("").Delivery!.Values, value => value.Address.Figure.Text == "ertraege");

    [Theory]
    [InlineData("zwölf", "PR-1301")]
    [InlineData("1.23.45.6", "PR-1301")]
    [InlineData("1,2,3", "PR-1301")]
    [InlineData("12.34.567,8", "PR-1301")]
    [InlineData("--5", "PR-1301")]
    [InlineData("(5", "PR-1301")]
    [InlineData("-(5)", "PR-1301")]
    [InlineData("100,-", "PR-1301")]
    [InlineData("5 %", "PR-1306")]
    [InlineData("5 Stück", "PR-1306")]
    [InlineData("#WERT!", "PR-1307")]
    [InlineData("#####", "PR-1308")]
    [InlineData("1,2E+08", "PR-1308")]
    [InlineData("=A1+B1", "PR-1309")]
    [InlineData("01.07.2026", "PR-1310")]
    [InlineData("Jul 26", "PR-1310")]
    [InlineData("123456789012345678901234567890", "PR-1311")]
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
    public void PercentAndOwnUnit_AreReadWhereTheFigureHasThem() =>
        Assert.Equal(2.5m, Example.ValueOf(Example.ReadCell("2,5 Stellen", "stellen"), "stellen"));

    [Theory]
    [InlineData("15.000", "8,500")]
    [InlineData("15.000", "7")]
    [InlineData("8,500", "7")]
    [InlineData("1.234", "-5.678")]
    public void TwoReadings_AreRejectedWithTheQuestionAndTheLines(string first, string second)
    {
        var result = Example.Read($"Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;{first}\n1111;aufwendungen;2026-Q3;{second}\n");
        var finding = Example.Finding(result, "PR-1302");
        Assert.Null(result.Delivery);
        Assert.Contains("Zeile 2, Spalte D", finding.Text, StringComparison.Ordinal);
        Assert.Contains("Zahlenformat: 1.234,56", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zahlenformat: 1.234,56", "15000")]
    [InlineData("Zahlenformat;1.234,56", "15000")]
    [InlineData("zahlenformat: deutsch", "15000")]
    [InlineData("Zahlenformat: 1,234.56", "15")]
    public void DeclaredFormat_Decides(string line, string expected)
    {
        var result = Example.Read($"{line}\nProdukt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;15.000\n");
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Example.ValueOf(result));
    }

    [Fact]
    public void DeclaredFormat_InACommaSeparatedFile_IsRead()
    {
        var result = Example.Read("Zahlenformat: 1.234,56\nProdukt,Grundzahl,Periode,Wert\n1111,ertraege,2026-Q3,\"15.000,5\"\n1111,aufwendungen,2026-Q3,15.000\n");
        Assert.Equal(15000m, Example.ValueOf(result, "aufwendungen"));
    }

    [Fact]
    public void CellThatContradictsTheDeclaration_IsAnError()
    {
        var result = Example.Read("Zahlenformat: 1.234,56\nProdukt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;1751.46\n");
        Assert.Equal(3, Example.Finding(result, "PR-1305").Line);
    }

    [Fact]
    public void MixedFormats_AreReadWhereEachCellHasOneReading_WithAWarning()
    {
        var result = Example.Read("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;1234,5\n1111;aufwendungen;2026-Q3;1751.46\n");
        Assert.Equal(1234.5m, Example.ValueOf(result));
        Assert.Equal(1751.46m, Example.ValueOf(result, "aufwendungen"));
        Example.Finding(result, "PR-1304");
    }

    [Fact]
    public void MixedFormats_WithACellOfTwoReadings_AreRejected()
    {
        var result = Example.Read("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;1234,5\n1111;aufwendungen;2026-Q3;1751.46\n1111;ergebnis;2026-Q3;15.000\n");
        Assert.Null(result.Delivery);
        Assert.Equal((4, "D"), (Example.Finding(result, "PR-1303").Line, Example.Finding(result, "PR-1303").Column));
    }

    [Fact]
    public void EvidenceThatComesLate_DecidesEarlierCells()
    {
        var result = Example.Read("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;15.000\n1111;aufwendungen;2026-Q3;0,5\n");
        Assert.Equal(15000m, Example.ValueOf(result));
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
