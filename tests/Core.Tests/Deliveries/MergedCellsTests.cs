using Produktreport.Core.Deliveries;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Merged cells fill their area, but a value never counts twice.</summary>
public sealed class MergedCellsTests
{
    private static readonly string[] Header = ["Produkt", "Leistung", "Grundzahl", "Periode", "Wert"];

    [Fact]
    public void MergedKeys_HoldForAllTheirRows()
    {
        var result = Read(
            "A2:A4 B2:B3 D2:D4",
            Header,
            ["1111", "11112", "ertraege", "2026-Q3", "5"],
            ["", "", "aufwendungen", "", "7"],
            ["", "", "stellen", "", "3"]);
        Assert.Equal((5m, 7m),
            (Example.ValueOf(result, level: "11112"), Example.ValueOf(result, "aufwendungen", level: "11112")));
        Assert.Equal(3m, Example.ValueOf(result, "stellen"));
        Assert.Empty(result.Receipt.Findings);
    }

    [Fact]
    public void MergedValue_IsAskedAbout()
    {
        var finding = Example.Finding(
            Read("A2:A3 E2:E3", Header, ["1111", "", "ertraege", "2026-Q3", "5"], ["", "", "aufwendungen", "2026-Q3", ""]),
            "PR-1322");
        Assert.Equal((3, "E", Severity.Error), (finding.Line, finding.Column, finding.Severity));
    }

    [Fact]
    public void RowOfTwoLines_AllMerged_IsOneRow()
    {
        var result = Read("A2:A3 C2:C3 D2:D3 E2:E3", Header, ["1111", "", "ertraege", "2026-Q3", "5"], ["", "", "", "", ""]);
        Assert.Equal(5m, Assert.Single(result.Delivery!.Values).Value);
        Assert.Empty(result.Receipt.Findings);
    }

    [Fact]
    public void NoteMergedOverAllColumns_IsANote() => Assert.Equal(["PR-1112"], Read(
        "A1:E1 A4:E5", ["Meldung des Büros"], Header, ["1111", "", "ertraege", "2026-Q3", "5"],
        ["Alle Werte sind vorläufig."]).Receipt.Findings.Select(finding => finding.Code));

    [Fact]
    public void WhatExcelDoesNotShowUnderAMergedCell_IsNotRead()
    {
        var result = Read("A2:A3", Header, ["1111", "", "ertraege", "2026-Q3", "5"],
            ["9999", "", "aufwendungen", "2026-Q3", "7"]);
        Assert.Equal(7m, Example.ValueOf(result, "aufwendungen"));
    }

    [Theory]
    [InlineData("A1:A2 B1:B2 C1:D1 E1:F1")]
    [InlineData("C1:D1 E1:F1")]
    public void HeaderOfTwoRows_IsReadTogether(string areas)
    {
        var isMerged = areas.StartsWith('A');
        var result = Read(
            areas,
            [isMerged ? "Produkt" : "", isMerged ? "Periode" : "", "Erträge", "", "Aufwendungen", ""],
            [isMerged ? "" : "Produkt", isMerged ? "" : "Periode", "Plan", "Ist", "Plan", "Ist"],
            ["1111", "2026-Q3", "1", "2", "3", "4"]);
        Assert.Equal(
            [("ertraege", "Plan", 1m), ("ertraege", "Actual", 2m), ("aufwendungen", "Plan", 3m), ("aufwendungen", "Actual", 4m)],
            result.Delivery!.Values.Select(value => (value.Address.Figure.Text, value.Scenario.ToString(), value.Value!.Value)));
    }

    [Theory]
    [InlineData("C1:D1")]
    [InlineData("A1:A2 B1:B2 C1:D1")]
    public void YearOverItsQuarters_IsReadWithThem(string areas)
    {
        var isMerged = areas.StartsWith('A');
        var result = Read(areas, [isMerged ? "Produkt" : "", isMerged ? "Grundzahl" : "", "2026", ""],
            [isMerged ? "" : "Produkt", isMerged ? "" : "Grundzahl", "Q1", "Q2"], ["1111", "ertraege", "1", "2"]);
        Assert.Equal((1m, 2m), (Example.ValueOf(result, period: "2026-Q1"), Example.ValueOf(result, period: "2026-Q2")));
    }

    [Fact]
    public void ValueMergedOverSeveralColumns_IsAskedAbout() => Example.Finding(
        Read("C2:D2", ["Produkt", "Grundzahl", "2026-Q1", "2026-Q2"], ["1111", "ertraege", "5", ""]), "PR-1322");

    [Fact]
    public void MergedKeyOfALedger_HoldsForAllItsRows()
    {
        var catalogues = Example.With(Profiles.Ledger with { AppliesTo = "kaemmerei/*.xlsx" });
        var bytes = Workbook.Merged("A2:A3", ["Profitcenter", "Kostenart", "Ist 2026"], ["1111", "50100", "12.5"],
            ["", "50200", "3"]);
        Assert.Equal(15.5m, Example.ValueOf(Example.Read(bytes, "kaemmerei/x.xlsx", catalogues), "aufwendungen", "2026"));
    }

    private static DeliveryResult Read(string areas, params string[][] rows) => Example.Read(Workbook.Merged(areas, rows));
}
