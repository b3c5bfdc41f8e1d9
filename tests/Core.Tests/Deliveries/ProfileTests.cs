using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

public sealed class ProfileTests
{
    private const string Header = "Profitcenter;Kostenart;Text;Ist 2026\r\n";

    [Fact]
    public void Ledger_SumsByAccountWithSapSigns_AndChecksTheTotal()
    {
        var result =
            Read(Header + "1111;41000;Gebühren;-1.000,50\r\n1111;50100;Personal;2.000,00\r\n1111;42000;Erstattung;500,00-\r\n"
                + "1111;91000;intern;7,00\r\n0117;50100;Personal;100,25\r\n;;;606,75\r\n");
        Assert.Equal(1500.50m, Example.ValueOf(result, period: "2026"));
        Assert.Equal(2000m, Example.ValueOf(result, "aufwendungen", "2026"));
        Assert.Equal(100.25m, Example.ValueOf(result, "aufwendungen", "2026", "0117"));
        Assert.Equal(2, result.Receipt.SkippedCount);
        Assert.Empty(result.Receipt.Findings);
        Assert.Equal("Summe der Zeilen 2 und 4, × −1", result.Delivery!.Values[0].Cell.Rule);
    }

    /// <summary>
    /// Cells of the columns Personal, Material and Erstattung, row by row; what the value says of where it comes from.
    /// </summary>
    [Theory]
    [InlineData("1;;", "D", null)]
    [InlineData("1;2;", "E", "Summe der Spalten D und E")]
    [InlineData("5;;3", "D", "Summe der Spalten D und F")]
    [InlineData("1;2;3", "F", "Summe der Spalten D, E und F")]
    [InlineData("1;;|2;;", "D", "Summe der Zeilen 2–3")]
    [InlineData(";2;|;;|1;;", "E", "Summe der Zeilen 2 und 4, Spalten D und E")]
    public void TheOriginOfAValue_NamesEveryColumnThatAddsUpToIt(string cells, string column, string? rule)
    {
        string[] names = ["Personal", "Material", "Erstattung"];
        var profile = Profiles.Ledger with
        {
            Values = [.. names.Select(name => Profiles.Value(name, "aufwendungen", 2026, Scenario.Actual, 1))],
            TotalRow = null,
            Ignored = [],
        };
        var text = "Profitcenter;Kostenart;Text;Personal;Material;Erstattung\r\n"
            + string.Concat(cells.Split('|').Select(row => $"1111;50100;;{row}\r\n"));
        var cell = Assert.Single(Read(text, profile).Delivery!.Values).Cell;
        Assert.Equal((column, rule), (cell.Column, cell.Rule));
        Assert.Equal(rule is not null, cell.IsSum);
    }

    [Fact]
    public void AllLinesOfASum_AreReachable_ThoughTheValueKeepsTheFirstRangesOnly()
    {
        // Every other row is the other product's: 30 ranges of a line each, and one of two.
        var rows = string.Concat(Enumerable.Range(0, 60).Select(row => $"{(row % 2 == 0 ? "1111" : "0117")};50100;;1\r\n"));
        var file = Encoding.UTF8.GetBytes(Header + rows + "1111;50100;;5\r\n1111;50100;;1\r\n");
        var catalogues = Example.With(Profiles.Ledger);
        var kept = Example.Read(file, "kaemmerei/sachkonten-1.csv", catalogues).Delivery!.Values[0].Cell;
        Assert.Equal($"Summe der Zeilen {string.Join(", ", Enumerable.Range(0, 20).Select(row => 2 + 2 * row))} und 12 weitere "
            + "bis Zeile 63", kept.Rule);
        var whole = Assert.Single(SourceValues.At(
            Example.Stamp("kaemmerei/sachkonten-1.csv"), new MemoryStream(file), catalogues,
            new CellPlace(kept.Line, ColumnLetters.Parse(kept.Column)), ReadingLimits.Default,
            TestContext.Current.CancellationToken));
        Assert.Equal($"Summe der Zeilen {string.Join(", ", Enumerable.Range(0, 30).Select(row => 2 + 2 * row))} und 62–63",
            whole.Cell.Rule);
        Assert.Equal(36, whole.Value);
    }

    [Fact]
    public void TotalOverTheReadRowsOnly_IsRightAsWell() =>
        Assert.Empty(Read(Header + "1111;50100;;2,00\r\n1111;91000;;7,00\r\n;;;2,00\r\n").Receipt.Findings);

    [Fact]
    public void WrongTotal_IsAWarning_WithTheDifference()
    {
        var finding = Example.Finding(Read(Header + "1111;50100;;2,00\r\n1111;51000;;3,00\r\n;;;6,00\r\n"), "PR-1403");
        Assert.Equal((4, "D", "5"), (finding.Line, finding.Column, finding.Expected));
        Assert.Contains("Unterschied 1", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RowsOfNoCondition_AreAWarning()
    {
        var finding = Example.Finding(Read(Header + "1111;50100;;2,00\r\n1111;60000;;3,00\r\n"), "PR-1507");
        Assert.Equal((3, Severity.Warning), (finding.Line, finding.Severity));
    }

    [Theory]
    [InlineData("Ist 2026 in T€", 1, "2,5", "PR-1510")]
    [InlineData("Ist 2026 in T€", 1000, "2,5", null)]
    [InlineData("Ist 2026 (€)", 1000, "2,5", "PR-1510")]
    [InlineData("Ist 2026", 1000, "2,5", "PR-1528")]
    [InlineData("Ist 2026", 1000, "2,5 T€", "PR-1312")]
    [InlineData("Ist 2026", 1000, "2.500,00 €", "PR-1312")]
    [InlineData("Ist 2026", 1, "2,5 T€", null)]
    public void UnitsOfAColumn_AreHeldAgainstItsFactor(string column, int factor, string cell, string? code)
    {
        var profile =
            Profiles.Ledger with
            {
                Values = [Profiles.Value(column, "aufwendungen", 2026, Scenario.Actual, factor)],
                TotalRow =
                null
            };
        var result = Example.Read($"Profitcenter;Kostenart;{column}\r\n1111;50100;{cell}\r\n", "kaemmerei/sachkonten-q3.csv",
            Example.With(profile));
        Assert.Equal(code, result.Receipt.Findings.FirstOrDefault()?.Code);
        if (code is null)
            Assert.Equal(2500m, Example.ValueOf(result, "aufwendungen", "2026"));
    }

    [Fact]
    public void OpenNumberFormat_IsDecidedAfterAllRows()
    {
        var result = Read(Header + "1111;50100;;1.500\r\n1111;51000;;2.500\r\n1111;52000;;0,5\r\n");
        Assert.Equal(4000.5m, Example.ValueOf(result, "aufwendungen", "2026"));
        Example.Finding(Read(Header + "1111;50100;;1.500\r\n1111;51000;;2.500\r\n"), "PR-1302");
    }

    [Fact]
    public void TwoProfilesForOnePath_AreAWarningThatNamesBothAndTheOneApplied()
    {
        var other = Profiles.Ledger with
        {
            Name = "buchungen",
            AppliesTo = "kaemmerei/**",
            Values = [Profiles.Value("Ist 2026", "ergebnis", 2026, Scenario.Actual, 1)]
        };
        var result = Example.Read(Header + "1111;50100;;2,00\r\n", "kaemmerei/sachkonten-q3.csv",
            Example.With(Profiles.Ledger, other));
        var finding = Assert.Single(result.Receipt.Findings);
        Assert.Equal(("PR-1509", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("„buchungen“ und „sachkonten“. Angewendet wurde „buchungen“", finding.Text, StringComparison.Ordinal);
        Assert.Equal(2m, Example.ValueOf(result, "ergebnis", "2026"));
    }

    [Theory]
    [InlineData(UnknownProducts.Error, "PR-1202", false)]
    [InlineData(UnknownProducts.Hint, "PR-1505", true)]
    public void UnknownProduct_IsAnErrorOrAHint_Once(UnknownProducts handling, string code, bool accepted)
    {
        var result = Read(Header + "1111;50100;;2,00\r\n9999;50100;;3,00\r\n9999;50100;;3,00\r\n",
            Profiles.Ledger with { UnknownProducts = handling });
        Assert.Equal(accepted, result.Receipt.IsAccepted);
        Assert.Equal(3, Assert.Single(result.Receipt.Findings).Line);
        Assert.Equal(code, result.Receipt.Findings[0].Code);
        Assert.Equal(accepted ? 2 : 0, result.Receipt.SkippedCount);
    }

    [Theory]
    [InlineData("1111;;Jan 2026;1,5;100\n1111;;Feb 2026;2;200\n", "1111")]
    [InlineData("1111;11112;Jan 2026;1,5;100\n1111;11112;Feb 2026;2;200\n", "11112")]
    public void ColumnsOfAFixedPeriod_AreSummedOverTheRowsOfAllPeriods(string rows, string level)
    {
        var profile = Profiles.Ledger with
        {
            ServiceColumn = "Leistung",
            PeriodColumns = PeriodColumns.None with { Whole = "Monat" },
            Values =
            [
                new ProfileValue("Betrag", FigureId.Of("aufwendungen"), null, Scenario.Actual, 1, null),
                new ProfileValue("Ansatz", FigureId.Of("aufwendungen"), Period.OfYear(2026), Scenario.Plan, 1, null),
            ],
            Ignored = [],
            TotalRow = null,
        };
        var values = Read("Profitcenter;Leistung;Monat;Betrag;Ansatz\n" + rows, profile).Delivery!.Values;
        Assert.Equal(
            ["2026 Plan 300", "2026-01 Actual 1.5", "2026-02 Actual 2"],
            values.Where(value => value.Address.Level.Text == level)
                .Select(value => FormattableString.Invariant($"{value.Period} {value.Scenario} {value.Value:0.##}"))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void IgnoredRows_RejectNothing_AndAskNothing()
    {
        var result = Read(Header + "1111;50100;;2,00\r\n1111;91000;intern;gesperrt\r\n1111;91000;intern;1.500\r\n");
        Assert.Equal(2m, Example.ValueOf(result, "aufwendungen", "2026"));
        Assert.Empty(result.Receipt.Findings);
        Assert.Equal(2, result.Receipt.SkippedCount);
    }

    [Fact]
    public void MissingColumn_IsNamedWithWhatStandsThere()
    {
        var result = Read("Profitcenter;Kostenart;Ist 2025\r\n1111;50100;2,00\r\n");
        Assert.Equal("Ist 2025", Example.Finding(result, "PR-1502").Found);
    }

    [Fact]
    public void ForbiddenThousandsMark_ContradictsTheProfile()
    {
        var profile = Profiles.Ledger with { DecimalMark = ',', ThousandsMark = "" };
        Assert.Equal((2, "D"),
            Read(Header + "1111;50100;;1.500,00\r\n", profile).Receipt.Findings is [{ Code: "PR-1305" } finding]
            ? (finding.Line, finding.Column)
            : default);
    }

    [Fact]
    public void PeriodAndServiceColumns_SeparateValues()
    {
        var profile = Profiles.Ledger with
        {
            ServiceColumn = "Leistung",
            PeriodColumns = PeriodColumns.None with { Whole = "Monat" },
            Values = [new ProfileValue("Betrag", FigureId.Of("aufwendungen"), null, Scenario.Actual, 1000, null)],
            Ignored = [],
            TotalRow = null,
        };
        var result =
            Read("Profitcenter;Leistung;Monat;Betrag\n1111;;Jan 2026;1,5\n1111;;Feb 2026;2\n1111;11112;Jan "
                + "2026;3\n1111;;01/2026;4\n", profile);
        Assert.Equal(
            [("2026-01", "1111", 5500m), ("2026-02", "1111", 2000m), ("2026-01", "11112", 3000m)],
            result.Delivery!.Values.Select(value => (value.Period.ToString(), value.Address.Level.Text, value.Value!.Value)));
    }

    [Fact]
    public void UnknownPart_MakesTheSumUnknown() =>
        Assert.Null(Example.ValueOf(Read(Header + "1111;50100;;2,00\r\n1111;51000;;k.A.\r\n"), "aufwendungen", "2026"));

    [Theory]
    [InlineData("kaemmerei/sachkonten-*.csv", "kaemmerei/sachkonten-q3.csv", true)]
    [InlineData("kaemmerei/sachkonten-*.csv", "kaemmerei/alt/sachkonten-q3.csv", false)]
    [InlineData("**/sachkonten-*.csv", "kaemmerei/alt/sachkonten-q3.csv", true)]
    [InlineData("kaemmerei/**", "kaemmerei/alt/x.csv", true)]
    [InlineData("*.csv", "kaemmerei/x.csv", false)]
    [InlineData("kaemmerei/?.csv", "kaemmerei/x.CSV", true)]
    public void PathPattern_ChoosesTheProfile(string pattern, string path, bool applies)
    {
        var profile = Profiles.Ledger with { AppliesTo = pattern };
        var result = Example.Read(Encoding.UTF8.GetBytes(Header + "1111;50100;;2,00\r\n"), path, Example.With(profile));
        Assert.Equal(applies, result.Receipt.Findings.All(finding => finding.Code != "PR-1101"));
    }

    private static DeliveryResult Read(string text, ImportProfile? profile = null) =>
        Example.Read(text, "kaemmerei/sachkonten-q3.csv", Example.With(profile ?? Profiles.Ledger));
}
