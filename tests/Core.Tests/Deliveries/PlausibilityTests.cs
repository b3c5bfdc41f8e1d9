using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Deliveries;

public sealed class PlausibilityTests
{
    private const string Header = "Produkt;Leistung;Grundzahl;Periode;Art;kumuliert;Wert\n";

    [Theory]
    [InlineData("1111;;ergebnis;2026-Q3;Ist;;52000", "PR-1601", "bisher war diese Grundzahl negativ")]
    [InlineData("1111;;ertraege;2026-Q2;Ist;;-5", "PR-1602", "beide positiv")]
    [InlineData("1111;;aufwendungen;2026-Q3;Ist;;52", "PR-1603", "tausendmal so klein")]
    [InlineData("1111;;aufwendungen;2026-Q3;Ist;;51000000", "PR-1603", "tausendmal so groß")]
    [InlineData("1111;;aufwendungen;2026-Q3;Ist;;130000", "PR-1606", "+150 % gegenüber 52.000")]
    [InlineData("1111;11112;zufriedenheit;2026-Q3;Ist;;7", "PR-1605", "1 bis 6")]
    [InlineData("1111;;stellen;2027-Q1;Ist;;3", "PR-1608", "noch nicht begonnen")]
    [InlineData("1111;11114;veranstaltungen;2026-Q3;Ist;;17,5", "PR-1609", "in ganzen Zahlen")]
    [InlineData("1111;11114;veranstaltungen;2026-Q3;Ist;;-3", "PR-1610", "nicht unter null")]
    public void SuspiciousValue_IsTakenWithAWarning(string row, string code, string words)
    {
        var result = Example.Read(Header + row + "\n", earlier: History());
        var finding = Example.Finding(result, code);
        Assert.Equal((true, Severity.Warning, 2, "G"),
            (result.Receipt.IsAccepted, finding.Severity, finding.Line, finding.Column));
        Assert.Contains(words, finding.Text, StringComparison.Ordinal);
        Assert.Single(result.Receipt.Findings);
    }

    [Theory]
    [InlineData("1500000", "1500", "PR-1631", "tausendmal so klein")]
    [InlineData("1500", "1500000", "PR-1631", "tausendmal so groß")]
    [InlineData("1500", "1800", null, "")]
    public void ValueThatReplacesOneAThousandTimesAsLarge_IsWarnedOf(string former, string now, string? code, string words)
    {
        var earlier = Example.Read($"{Header}1111;;ertraege;2026-Q3;Ist;;{former}\n").Delivery!;
        var findings = Example.Read($"{Header}1111;;ertraege;2026-Q3;Ist;;{now}\n", earlier: FigureSet.Empty.With(earlier))
            .Receipt.Findings;
        Assert.Equal(code, findings.SingleOrDefault()?.Code);
        Assert.Contains(words, findings.SingleOrDefault()?.Text ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void ReasonForAValueAThousandTimesAsLarge_IsEnough()
    {
        var earlier = Example.Read($"{Header}1111;;ertraege;2026-Q3;Ist;;1500\n").Delivery!;
        var file = "Produkt;Grundzahl;Periode;Wert;Korrekturgrund\n1111;ertraege;2026-Q3;1500000;war in T€\n";
        Assert.DoesNotContain(Example.Read(file, earlier: FigureSet.Empty.With(earlier)).Receipt.Findings,
            finding => finding.Code == "PR-1631");
    }

    [Theory]
    [InlineData("1111;;ertraege;2026-Q3;Ist;;30", true)]
    [InlineData("1111;;ertraege;2026-Q3;Ist;;10", false)]
    [InlineData("1111;;ertraege;2026-Q3;Ist;ja;30", false)]
    [InlineData("1111;;ertraege;2027-Q1;Ist;;30", false)]
    public void SingleValueAfterCumulativeOnes_ThatReachesTheLast_IsWarnedOf(string row, bool isWarned)
    {
        var states = Header + "1111;;ertraege;2026-Q1;Ist;ja;10\n1111;;ertraege;2026-Q2;Ist;ja;20\n";
        var earlier = FigureSet.Empty.With(Example.Read(states).Delivery!);
        Assert.Equal(isWarned,
            Example.Read(Header + row + "\n", earlier: earlier).Receipt.Findings.Any(finding => finding.Code == "PR-1632"));
    }

    [Theory]
    [InlineData("1111;;aufwendungen;2026-Q3;Ist;;58000,50")]
    [InlineData("1111;;ergebnis;2026-Q3;Ist;;-51000")]
    [InlineData("1111;11112;zufriedenheit;2026-Q3;Ist;;2")]
    [InlineData("1111;11112;sprechstunden;2026-Q3;Ist;;3")]
    [InlineData("1111;;aufwendungen;2026-Q3;Ist;;k.A.")]
    public void PlausibleValue_GivesNoFinding(string row) =>
        Assert.Empty(Example.Read(Header + row + "\n", earlier: History()).Receipt.Findings);

    /// <summary>
    /// Cumulative values, earlier deliveries first, and what the last one is told: code, period, its value and the other.
    /// </summary>
    [Theory]
    [InlineData("2026-Q1=50 2026-Q2=40", "PR-1604 2026-Q2 40 < 2026-Q1 50")]
    [InlineData("2026-Q1=50 2026-Q2=50", "")]
    [InlineData("2026-Q1=50 | 2026-Q2=40", "PR-1604 2026-Q2 40 < 2026-Q1 50")]
    [InlineData("2026-Q1=50 2026-Q2=60 | 2026-Q1=70", "PR-1623 2026-Q1 70 > 2026-Q2 60")]
    [InlineData("2026-Q1=50 2026-Q2=60 2026-Q3=80 | 2026-Q2=90", "PR-1623 2026-Q2 90 > 2026-Q3 80")]
    [InlineData("2026-Q1=50 2026-Q2=60 2026-Q3=80 | 2026-Q2=40", "PR-1604 2026-Q2 40 < 2026-Q1 50")]
    [InlineData("2026-Q1=50 2026-Q2=60 | 2026-Q1=70 2026-Q2=75", "")]
    [InlineData("2026-Q1=50 2026-Q2=60 | 2026-Q1=70 2026-Q2=65", "PR-1604 2026-Q2 65 < 2026-Q1 70")]
    [InlineData("2026-Q3=80 | 2026-Q1=90", "PR-1623 2026-Q1 90 > 2026-Q3 80")]
    [InlineData("2026-Q1=90 | 2026-Q3=80", "PR-1604 2026-Q3 80 < 2026-Q1 90")]
    [InlineData("2026-Q1=90 2026-Q2=k.A. | 2026-Q3=80", "PR-1604 2026-Q3 80 < 2026-Q1 90")]
    [InlineData("2026-Q2=60 | 2026-03=70", "PR-1623 2026-03 70 > 2026-Q2 60")]
    [InlineData("2026-05=60 | 2026-Q1=70", "PR-1623 2026-Q1 70 > 2026-05 60")]
    [InlineData("2026-11=60 | 2026=50", "PR-1604 2026 50 < 2026-11 60")]
    [InlineData("2026-06=60 | 2026-Q2=70", "")]
    [InlineData("2025-Q4=90 | 2026-Q1=20", "")]
    [InlineData("2026-Q1=-5 | 2026-Q2=-9", "")]
    public void CumulativeSeriesThatFalls_IsAWarning_WhicheverValueCameFirst(string cells, string expected)
    {
        var files = cells.Split(" | ").Select(file => Header + string.Concat(
            file.Split(' ').Select(cell => $"1111;11114;veranstaltungen;{cell.Split('=')[0]};Plan;ja;{cell.Split('=')[1]}\n")))
                .ToList();
        var earlier = files.Count == 1 ? FigureSet.Empty : FigureSet.Empty.With(Example.Read(files[0]).Delivery!);
        var findings = Example.Read(files[^1], earlier: earlier).Receipt.Findings
            .Where(finding => finding.Code is "PR-1604" or "PR-1623").ToList();
        if (expected.Length == 0)
        {
            Assert.Empty(findings);
            return;
        }

        var words = expected.Split(' ');
        var found = Assert.Single(findings);
        Assert.Equal((words[0], Severity.Warning), (found.Code, found.Severity));
        Assert.StartsWith($"11114 veranstaltungen ({Name(words[1])}, Plan)", found.Text, StringComparison.Ordinal);
        Assert.Contains($"mit {words[2]} {(words[3] == "<" ? "kleiner" : "größer")} als der", found.Text,
            StringComparison.Ordinal);
        Assert.Contains($"Stand {Name(words[4])} ({words[5]})", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesOfSinglePeriods_MayFall() =>
        Assert.Empty(Example.Read(
            Header + "1111;;ertraege;2026-Q1;Ist;nein;50\n1111;;ertraege;2026-Q2;Ist;nein;40\n").Receipt.Findings);

    [Theory]
    [InlineData("Ist", "2026-07=10 2026-08=10 2026-09=10 2026-Q3=45", "2026-Q3", "30")]
    [InlineData("Ist", "2026-07=10 2026-08=10 2026-09=10 2026-Q3=30", null, null)]
    [InlineData("Ist", "2026-07=10 2026-08=10 2026-Q3=45", null, null)]
    [InlineData("Ist", "2026-07=10 2026-08=10 2026-Q3=15", "2026-Q3", "20")]
    [InlineData("Ist", "2026-Q1=10 2026-Q2=20 2026-Q3=30 2026=30", "2026", "60")]
    [InlineData("Ist", "2026-Q1=10 2026-Q2=20 | 2026=25", "2026", "30")]
    [InlineData("Ist", "2025-Q1=1 2025-Q2=2 2025-Q3=3 2025-Q4=4 2025=11", "2025", "10")]
    [InlineData("Plan", "2026-Q1=1 2026-Q2=2 2026-Q3=3 2026-Q4=4 2026=11", "2026", "10")]
    [InlineData("Plan", "2026-Q1=1 2026-Q2=2 2026-H1=4", "2026-H1", "3")]
    [InlineData("Ist", "2025-Q1=1 2026=-5", null, null)]
    [InlineData("Plan", "2026-H1=4 2026-H2=5 2026=8", "2026", "9")]
    [InlineData("Ist", "2026-07=10 2026-08=10 2026-09=10 | 2026-Q3=45", "2026-Q3", "30")]
    [InlineData("Ist", "2026-07=10 2026-08=10 2026-Q3=30 | 2026-09=11", "2026-Q3", "31")]
    [InlineData("Ist", "2026-07=10 2026-08=10 2026-09=10 2026-Q3=45 | 2026-Q2=3", null, null)]
    public void ValueThatIsNotTheSumOfItsParts_IsAWarning_WithinAFileAndAgainstEarlierOnes(string art, string cells,
        string? whole, string? sum)
    {
        var files = cells.Split(" | ").Select(file => Header + string.Concat(
            file.Split(' ').Select(cell => $"1111;11114;veranstaltungen;{cell.Split('=')[0]};{art};;{cell.Split('=')[1]}\n")))
                .ToList();
        var earlier = files.Count == 1 ? FigureSet.Empty : FigureSet.Empty.With(Example.Read(files[0]).Delivery!);
        var findings = Example.Read(files[^1], earlier: earlier).Receipt.Findings;
        if (whole is null)
        {
            Assert.DoesNotContain(findings, finding => finding.Code == "PR-1611");
            return;
        }

        var found = Assert.Single(findings, finding => finding.Code == "PR-1611");
        Assert.Equal((Severity.Warning, sum), (found.Severity, found.Expected));
        Assert.Contains(Core.German.GermanFormat.Name(Core.Periods.PeriodText.Parse(whole)), found.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-Q1=10 2026-Q2=10 2026-06=25k", "20")]
    [InlineData("2026-Q1=10 2026-Q2=10 2026-06=20k", null)]
    [InlineData("2026-06=40k 2026-07=10 2026-08=10 2026-09=10 2026-Q3=90k", "70")]
    [InlineData("2026-06=40k 2026-07=10 2026-08=10 2026-Q3=90k", null)]
    [InlineData("2026-Q1=10 2026-Q2=10 | 2026-06=25k", "20")]
    [InlineData("2026-06=25k | 2026-Q1=10 2026-Q2=10", "20")]
    public void CumulativeValueThatIsNotTheSumOfSingleOnes_IsAWarning(string cells, string? sum)
    {
        var files = cells.Split(" | ").Select(file => Header + string.Concat(
            file.Split(' ').Select(cell => cell.Split('=')).Select(cell =>
                $"1111;11114;veranstaltungen;{cell[0]};Ist;{(cell[1].EndsWith('k') ? "ja" : "nein")};{cell[1].TrimEnd('k')}\n")))
                .ToList();
        var earlier = files.Count == 1 ? FigureSet.Empty : FigureSet.Empty.With(Example.Read(files[0]).Delivery!);
        var found = Example.Read(files[^1], earlier: earlier).Receipt.Findings.Where(finding => finding.Code == "PR-1628")
            .ToList();
        Assert.Equal(sum is null ? [] : [sum], found.Select(finding => finding.Expected));
    }

    [Theory]
    [InlineData("10", "4", "6", null)]
    [InlineData("10", "40", "30", "−30")]
    [InlineData("10", "4", "9", "6")]
    [InlineData("10", "k.A.", "9", null)]
    public void ResultThatIsNotWhatItsFormulaSays_IsAWarning(string income, string expense, string result, string? expected)
    {
        var figures = Example.StandardFigures.Select(figure => figure.Id.Text != "ergebnis" ? figure : figure with
        {
            Formula = new Formula("ertraege - aufwendungen", new Term.Operation(Operator.Minus,
                new Term.FigureValue(default, FigureId.Of("ertraege")),
                new Term.FigureValue(default, FigureId.Of("aufwendungen")))),
        });
        var catalogue = Example.Catalogue2026 with
        {
            Products = [Example.Product("1111", "Büro Landrat", Example.Office) with { BaseFigures = [.. figures] }],
        };
        var found = Example.Read(
            $"{Header}1111;;ertraege;2026-Q3;;;{income}\n1111;;aufwendungen;2026-Q3;;;{expense}\n1111;;ergebnis;2026-Q3;;;"
                + $"{result}\n",
            catalogues: CatalogueSet.Of(catalogue)).Receipt.Findings.Where(finding => finding.Code == "PR-1629").ToList();
        Assert.Equal(expected is null ? [] : [expected], found.Select(finding => finding.Expected));
    }

    /// <summary>Means are held against the range of their parts only; what they are weighted by is not known.</summary>
    [Theory]
    [InlineData("stellen", "2026-07=2,5 2026-08=3 2026-09=3,5 2026-Q3=3", null)]
    [InlineData("stellen", "2026-07=2,5 2026-08=3 2026-09=3,5 2026-Q3=3,4", null)]
    [InlineData("stellen", "2026-07=2,5 2026-08=2,5 2026-09=2,5 2026-Q3=2,51", null)]
    [InlineData("stellen", "2026-07=2,5 2026-08=3 2026-09=3,5 2026-Q3=9", "2,5 bis 3,5")]
    [InlineData("stellen", "2026-07=2,5 2026-08=3 2026-09=3,5 2026-Q3=2", "2,5 bis 3,5")]
    [InlineData("stellen", "2026-07=2,5 2026-08=3 2026-Q3=9", null)]
    [InlineData("stellen", "2026-07=2,5 2026-08=3 2026-Q3=3,2 | 2026-09=2", "2 bis 3")]
    [InlineData("stellen", "2026-07=2,5 2026-08=3 2026-09=k.A. 2026-Q3=9", null)]
    public void AMeanOutsideItsParts_IsAWarning(string figure, string cells, string? range)
    {
        var files = cells.Split(" | ").Select(file => Header + string.Concat(
            file.Split(' ').Select(cell => $"1111;;{figure};{cell.Split('=')[0]};Ist;;{cell.Split('=')[1]}\n"))).ToList();
        var earlier = files.Count == 1 ? FigureSet.Empty : FigureSet.Empty.With(Example.Read(files[0]).Delivery!);
        var findings = Example.Read(files[^1], earlier: earlier).Receipt.Findings;
        Assert.Equal(range is null ? [] : [("PR-1626", Severity.Warning, range)],
            findings.Where(finding => finding.Code is "PR-1611" or "PR-1626")
                .Select(finding => (finding.Code, finding.Severity, finding.Expected!)));
    }

    [Fact]
    public void ServicesThatDoNotAddUpToTheProduct_AreAWarning()
    {
        var services = "1111;11112;aufwendungen;2026-Q1;Ist;;30\n1111;11114;aufwendungen;2026-Q1;Ist;;40\n";
        Assert.Empty(Example.Read(Header + services + "1111;;aufwendungen;2026-Q1;Ist;;70\n").Receipt.Findings);
        Assert.Empty(
            Example.Read(
            Header + "1111;11112;aufwendungen;2026-Q1;Ist;;30\n1111;;aufwendungen;2026-Q1;Ist;;70\n").Receipt.Findings);
        var finding = Assert.Single(Example.Read(Header + services + "1111;;aufwendungen;2026-Q1;Ist;;75\n").Receipt.Findings);
        Assert.Equal(("PR-1607", 4, "70"), (finding.Code, finding.Line, finding.Expected));
    }

    [Fact]
    public void ServicesOfEarlierDeliveries_CountAsWell()
    {
        var earlier = FigureSet.Empty.With(
            Example.Read(
            Header + "1111;11112;aufwendungen;2026-Q1;Ist;;30\n1111;11114;aufwendungen;2026-Q1;Ist;;40\n").Delivery!);
        Assert.Equal("PR-1607",
            Assert.Single(Example.Read(Header + "1111;;aufwendungen;2026-Q1;Ist;;75\n", earlier: earlier).Receipt.Findings).Code);
    }

    [Fact]
    public void AWholeFileInThousands_IsAWarning_ForEachOfItsValues()
    {
        var past = FigureSet.Empty.With(
            Example.Read(
            Header + string.Concat(Enumerable.Range(1, 3)
            .Select(month => $"1111;;aufwendungen;2026-{month:00};Ist;;{50_000 + month}\n"))).Delivery!);
        var result =
            Example.Read(
                Header + string.Concat(Enumerable.Range(4, 6)
                .Select(month => $"1111;;aufwendungen;2026-{month:00};Ist;;{50 + month}\n")), earlier: past);
        Assert.Equal(Enumerable.Repeat("PR-1603", 6), result.Receipt.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Correction_IsNotHeldAgainstTheValueItReplaces()
    {
        var earlier = FigureSet.Empty.With(
            Example.Read(
            Header + "1111;;stellen;2026-Q1;Ist;;3\n1111;;stellen;2026-Q2;Ist;;3000\n1111;;stellen;2026-Q3;Ist;;3\n").Delivery!);
        Assert.Empty(Example.Read(Header + "1111;;stellen;2026-Q2;Ist;;3\n", earlier: earlier).Receipt.Findings);
    }

    [Theory]
    [InlineData("1110", 1, true)]
    [InlineData("1110", 0.5, false)]
    [InlineData("1110+0117", 1, false)]
    [InlineData("0117", 1, false)]
    public void JumpAgainstTheYearBefore_IsSeenAcrossARenaming_WhereTheProductContinuesJustOne(string formers, double share,
        bool isSeen)
    {
        var former =
            Example.Catalogue2026 with
            {
                Year = 2025,
                Products = [.. Example.Catalogue2026.Products.Where(product => product.Number.Text != "1111"),
                Example.Product("1110", "Büro", Example.Office)]
            };
        var renamed = Example.Catalogue2026.Products.Last() with
        {
            Predecessors =
                [.. formers.Split('+')
                    .Select(number =>
                    new Predecessor(LevelNumber.Of("1111"), ProductNumber.Of(number), LevelNumber.Of(number), (decimal)share))],
        };
        var catalogues = CatalogueSet.Of(former,
            Example.Catalogue2026 with { Products = [Example.Catalogue2026.Products[0], renamed] });
        var earlier = FigureSet.Empty.With(
            Example.Read(Header + "1110;;aufwendungen;2025-Q3;Ist;;52000\n", catalogues: catalogues).Delivery!);
        var findings = Example.Read(Header + "1111;;aufwendungen;2026-Q3;Ist;;130000\n", catalogues: catalogues,
            earlier: earlier).Receipt.Findings;
        Assert.Equal(isSeen ? ["PR-1606"] : [], findings.Select(finding => finding.Code));
    }

    [Fact]
    public void RenamedProduct_IsNotHeldAgainstWhatItsNumberMeantBefore()
    {
        var renamed =
            Example.Catalogue2026.Products
                .Last() with
            {
                Predecessors =
                [new Predecessor(LevelNumber.Of("1111"), ProductNumber.Of("1110"), LevelNumber.Of("1110"), 1)]
            };
        var catalogues = CatalogueSet.Of(Example.Catalogue2026 with { Year = 2025 },
            Example.Catalogue2026 with { Products = [Example.Catalogue2026.Products[0], renamed] });
        var earlier = FigureSet.Empty.With(
            Example.Read(Header + "1111;;aufwendungen;2025-Q3;Ist;;52000\n", catalogues: catalogues).Delivery!);
        Assert.Empty(
            Example.Read(Header + "1111;;aufwendungen;2026-Q3;Ist;;130000\n", catalogues: catalogues,
            earlier: earlier).Receipt.Findings);
    }

    private static FigureSet History()
    {
        var rows = Enumerable.Range(1, 4).SelectMany(quarter => new[]
        {
            $"1111;;ergebnis;2025-Q{quarter};Ist;;-{50_000 + quarter * 1000}",
            $"1111;;aufwendungen;2025-Q{quarter};Ist;;{49_000 + quarter * 1000}",
            $"1111;11112;sprechstunden;2025-Q{quarter};Ist;;{quarter + 4}",
        });
        var catalogues = CatalogueSet.Of(Example.Catalogue2026);
        return FigureSet.Empty.With(Example.Read(Header + string.Join('\n', rows) + "\n", catalogues: catalogues).Delivery!);
    }

    private static string Name(string period) => Core.German.GermanFormat.Name(Core.Periods.PeriodText.Parse(period));
}
