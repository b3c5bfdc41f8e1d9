using Produktreport.Core.Deliveries;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Workbooks with several sheets are one delivery.</summary>
public sealed class SheetTests
{
    private static readonly string[] Header = ["Produkt", "Grundzahl", "Periode", "Wert"];
    private static readonly string[] Revenue = ["1111", "ertraege", "2026-Q3", "5"];
    private static readonly string[] Expense = ["1111", "aufwendungen", "2026-Q3", "7.5"];
    private static readonly string[] OtherRevenue = ["1111", "ertraege", "2026-Q3", "6"];

    [Fact]
    public void SheetsWithTables_AreReadTogether_AndEachValueNamesItsSheet()
    {
        var result = Read(("Erträge", "visible", [Header, Revenue]), ("Noch mehr", "visible", [[], Header, Expense]));
        Assert.Equal((5m, 7.5m), (Example.ValueOf(result), Example.ValueOf(result, "aufwendungen")));
        Assert.Equal([("Erträge", 2), ("Noch mehr", 3)],
            result.Delivery!.Values.Select(value => (value.Cell.Sheet, value.Cell.Line)));
    }

    [Fact]
    public void OnlyVisibleSheet_IsNotNamed()
    {
        var result = Read(("Meldung", "visible", [Header, Revenue]), ("Listen", "hidden", [["Ist"], ["Plan"]]));
        Assert.Null(Assert.Single(result.Delivery!.Values).Cell.Sheet);
        Assert.Empty(result.Receipt.Findings);
    }

    [Fact]
    public void CoverSheet_IsPassedOverAndSaid_BlankOnesAreNot()
    {
        var result = Read(("Deckblatt", "visible", [["Meldung des Büros"], ["Stand 1. Oktober"]]),
            ("Daten", "visible", [Header, Revenue]), ("Tabelle2", "visible", []));
        Assert.Equal(5m, Example.ValueOf(result));
        var finding = Assert.Single(result.Receipt.Findings);
        Assert.Equal(("PR-1022", "Deckblatt", Severity.Hint), (finding.Code, finding.Sheet, finding.Severity));
    }

    [Fact]
    public void WhatTheCoverSheetDeclares_HoldsForTheTables()
    {
        var result = Read(("Deckblatt", "visible", [["Angaben in T€"], ["Periode: 2026-Q3"]]),
            ("Daten", "visible", [["Produkt", "Grundzahl", "Wert"], ["1111", "ertraege", "5"]]));
        Assert.Equal(5000m, Example.ValueOf(result));
        Assert.Equal("Deckblatt", Example.Finding(result, "PR-1313").Sheet);
    }

    [Theory]
    [InlineData("Angaben in T€", "PR-1314")]
    [InlineData("Alle Werte in Tsd.", "PR-1314")]
    [InlineData("Beträge in €", null)]
    [InlineData("Meldung 2026", null)]
    [InlineData("€|T€|Mio. €", null)]
    public void UnitThatOnlyAHiddenSheetDeclares_IsAskedAbout(string lines, string? code)
    {
        (string, string, string[][]) hidden =
            ("Deckblatt", "hidden", [.. lines.Split('|').Select(line => new[] { line })]);
        var result = Read(hidden, ("Daten", "visible", [Header, Revenue]));
        if (code is null)
            Assert.Equal((5m, 0), (Example.ValueOf(result), result.Receipt.Findings.Length));
        else
            Assert.Contains("Blatt „Deckblatt“", Example.Finding(result, code).Text, StringComparison.Ordinal);
        var said = Read(hidden, ("Daten", "visible", [["Angaben in T€"], Header, Revenue]));
        Assert.Equal(lines.Contains("Tsd.", StringComparison.Ordinal) ? null : 5000m, said.Delivery?.Values[0].Value);
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("visible")]
    public void UnitOnACoverSheet_IsHeldAgainstTheFactorOfAProfile(string state) => Example.Finding(
        Read(Example.With(Profiles.Ledger with { AppliesTo = "kaemmerei/*.xlsx" }),
            ("Deckblatt", state, [["Angaben in T€"]]),
            ("A", "visible", [["Profitcenter", "Kostenart", "Ist 2026"], ["1111", "50100", "12.5"]])), "PR-1510");

    [Fact]
    public void SheetWithoutHeader_ThatHoldsProductsAndNumbers_IsWarnedOf()
    {
        var finding = Example.Finding(Read(("Daten", "visible", [Header, Revenue]), ("Rest", "visible", [Expense])), "PR-1023");
        Assert.Equal((Severity.Warning, "Rest", 1), (finding.Severity, finding.Sheet, finding.Line));
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void HiddenSheetWithTable_IsNotRead_ButWarnedOf(string state)
    {
        var result = Read(("Daten", "visible", [Header, Revenue]), ("Alt", state, [Header, OtherRevenue]));
        Assert.Equal(5m, Example.ValueOf(result));
        Assert.Equal("Alt", Example.Finding(result, "PR-1024").Sheet);
    }

    [Fact]
    public void SheetsThatContradictEachOther_AreAskedAbout_WithBothPlaces()
    {
        var finding = Example.Finding(Read(("A", "visible", [Header, Revenue]), ("B", "visible", [Header, OtherRevenue])),
            "PR-1401");
        Assert.Equal(("B", 2), (finding.Sheet, finding.Line));
        Assert.Contains("Blatt „A“, Zeile 2, Spalte D", finding.Text, StringComparison.Ordinal);
        Assert.Contains("Blatt „B“, Zeile 2, Spalte D", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_NameTheirSheet_AlsoInTheReceipt()
    {
        var result = Read(("A", "visible", [Header, ["1111", "ertraege", "2026-Q3", "viel"]]),
            ("B", "visible", [Header, ["1111", "aufwendungen", "2026-Q3", "wenig"], ["9999", "ertraege", "2026-Q3", "1"]]));
        Assert.Equal(["A", "B", "B"], result.Receipt.Findings.Select(finding => finding.Sheet));
        Assert.All(result.Receipt.Findings,
            finding => Assert.Contains($"Blatt „{finding.Sheet}“", finding.Text, StringComparison.Ordinal));
        Assert.Equal(["A", "B", "B"],
            ReceiptJson.Read(ReceiptJson.Write(result.Receipt)).Findings.Select(finding => finding.Sheet));
    }

    [Fact]
    public void WithoutAnyHeader_TheSheetsAreNamed()
    {
        var finding = Example.Finding(
            Read(("Deckblatt", "visible", [["Guten Tag"]]), ("Notizen", "visible", [["Hallo"], ["Welt"]])), "PR-1101");
        Assert.StartsWith("In den ersten 2 Zeilen der Blätter „Deckblatt“ und „Notizen“ steht keine Kopfzeile.", finding.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hallo", "In der ersten Zeile steht keine Kopfzeile.")]
    [InlineData("Hallo\nWelt", "In den ersten 2 Zeilen steht keine Kopfzeile.")]
    public void LinesWithoutHeader_AreCountedInGerman(string text, string expected) =>
        Assert.StartsWith(expected, Example.Finding(Example.Read(text), "PR-1101").Text, StringComparison.Ordinal);

    [Fact]
    public void ByteOrderMarkAlone_IsAnEmptyFile() => Example.Finding(Example.Read([0xEF, 0xBB, 0xBF]), "PR-1001");

    [Theory]
    [InlineData("Plan 2026", Core.Periods.Scenario.Plan)]
    [InlineData("Ist", Core.Periods.Scenario.Actual)]
    [InlineData("Plan-Ist-Vergleich", Core.Periods.Scenario.Actual)]
    public void ArtThatOnlyTheSheetNames_IsTakenAndSaid(string name, Core.Periods.Scenario expected)
    {
        var result = Read((name, "visible", [Header, Revenue]));
        Assert.Equal(expected, Assert.Single(result.Delivery!.Values).Scenario);
        Assert.Equal(name.Contains("Vergleich", StringComparison.Ordinal) ? null : "PR-1025",
            result.Receipt.Findings.FirstOrDefault()?.Code);
    }

    [Fact]
    public void PeriodThatOnlyTheSheetNames_IsTakenAndSaid()
    {
        string[] header = ["Produkt", "Grundzahl", "Wert"];
        var result = Read(("Q2 2026", "visible", [header, ["1111", "ertraege", "1"]]),
            ("Q3 2026", "visible", [header, ["1111", "ertraege", "2"]]));
        Assert.Equal((1m, 2m), (Example.ValueOf(result, period: "2026-Q2"), Example.ValueOf(result)));
        Assert.Equal(["PR-1025", "PR-1025"], result.Receipt.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void PeriodOfTheSheet_ThatATitleContradicts_IsAskedAbout()
    {
        var result = Read(("Q2 2026", "visible",
            [["Meldung 3. Quartal 2026"], ["Produkt", "Grundzahl", "Wert"], ["1111", "ertraege", "1"]]));
        Example.Finding(result, "PR-1038");
    }

    [Theory]
    [InlineData("Q3 TEUR", null)]
    [InlineData("in Tsd.", "PR-1314")]
    [InlineData("Q3 kumuliert", "PR-1224")]
    [InlineData("Planung", "PR-1225")]
    public void NameOfTheSheet_IsHeard(string name, string? code)
    {
        var result = Read((name, "visible", [Header, Revenue]));
        if (code is null)
            Assert.Equal(5000m, Example.ValueOf(result));
        else
            Example.Finding(result, code);
    }

    [Theory]
    [InlineData("2026-Q3", true)]
    [InlineData("2025-Q3", false)]
    public void SheetOfLastYear_HoldsValuesOfAYearBefore_OrIsAskedAbout(string period, bool isAsked)
    {
        var result = Read(("Vorjahr", "visible", [Header, ["1111", "ertraege", period, "5"]]),
            ("Aktuell", "visible", [Header, Expense]));
        if (isAsked)
            Example.Finding(result, "PR-1040");
        else
            Assert.Equal(5m, Example.ValueOf(result, period: period));
    }

    [Fact]
    public void UnitInTheNameOfTheSheet_Counts() =>
        Assert.Equal(5000m, Example.ValueOf(Read(("Werte in T€", "visible", [Header, Revenue]))));

    [Fact]
    public void LedgerOnTwoSheets_IsReadWhereTheirProductsDiffer_AndAskedAboutWhereNot()
    {
        string[] header = ["Profitcenter", "Kostenart", "Ist 2026"];
        var catalogues = Example.With(Profiles.Ledger with { AppliesTo = "kaemmerei/*.xlsx" });
        var both = Read(catalogues, ("A", "visible", [header, ["1111", "50100", "12.5"]]),
            ("B", "visible", [header, ["0117", "50100", "3"]]));
        Assert.Equal((12.5m, 3m),
            (Example.ValueOf(both, "aufwendungen", "2026"), Example.ValueOf(both, "aufwendungen", "2026", "0117")));
        var twice = Read(catalogues, ("A", "visible", [header, ["1111", "50100", "12.5"]]),
            ("B", "visible", [header, ["1111", "50100", "12.5"]]));
        Assert.Contains("Blatt „A“", Example.Finding(twice, "PR-1026").Text, StringComparison.Ordinal);
        Assert.Null(twice.Delivery);
    }

    [Fact]
    public void MoreSheetsThanAnyHonestWorkbook_AreRejected() => Example.Finding(
        Example.Read(
            Workbook.WithSheets(
            [.. Enumerable.Range(0, 501).Select(number => ($"Blatt {number}", "visible", new[] { Header, Revenue }))])),
            "PR-1021");

    [Fact]
    public void Excerpt_IsOfTheSheetTheValueStandsOn()
    {
        var bytes = Workbook.WithSheets(("A", "visible", [Header, Revenue]), ("B", "visible", [Header, Expense]));
        var excerpt = SourceExcerpt.Read(
            Example.Stamp(), new MemoryStream(bytes), Example.Catalogues, new CellPlace(2, 3) { Sheet = "B" },
            ReadingLimits.Default, TestContext.Current.CancellationToken);
        Assert.Equal(Expense, excerpt!.Rows[1].Cells);
    }

    private static DeliveryResult Read(params IReadOnlyList<(string Name, string State, string[][] Rows)> sheets) =>
        Example.Read(Workbook.WithSheets(sheets));

    private static DeliveryResult Read(Core.Catalogues.CatalogueSet catalogues,
        params IReadOnlyList<(string Name, string State, string[][] Rows)> sheets) =>
        Example.Read(Workbook.WithSheets(sheets), "kaemmerei/x.xlsx", catalogues);
}
