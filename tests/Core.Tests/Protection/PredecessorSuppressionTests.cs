using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.Protection;

/// <summary>
/// Products renamed, split and merged from 2025 to 2026: 1101 is 1201 now, 1102 went to 1202 and 1203, which shares 1103, and
/// 11041 moved into the new product 1204 as 12041.
/// </summary>
public class PredecessorSuppressionTests
{
    private static readonly Period[] Reported = [
        .. new[] { 2025, 2026 }.SelectMany(year => (Period[])[Q(1, year), Q(2, year), Period.OfHalfYear(year, 1), Y(year)])];
    private static readonly string[] Added = ["ertraege", "aufwendungen", "ergebnis", "stellen"];

    private static readonly (string Product, string Level, (string Product, string Level, double Share)[] Formers)[] Continued =
    [
        ("1201", "1201", [("1101", "1101", 1)]),
        ("1202", "1202", [("1102", "1102", 0.25)]),
        ("1203", "1203", [("1102", "1102", 0.75), ("1103", "1103", 1)]),
        ("1204", "12041", [("1104", "11041", 1)]),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NothingSensitive_CanBeRecoveredFromColumnsOfTheYearBefore(int seed)
    {
        var edition = PublicEdition.Of(Calculator(seed), Reported);
        var suppression = edition.Suppression();
        Assert.Contains(suppression.Sensitive, cell => cell is { Year: 2025, ReportYear: 0 });
        Assert.Contains(suppression.Sensitive, cell => cell is { Year: 2025, ReportYear: 2026 });
        Assert.Empty(suppression.Unprotected);
        Assert.Empty(
            Armed(edition, [.. suppression.Sensitive.Concat(suppression.Secondary)]).Recovered()
                .Intersect(suppression.Sensitive));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void LeavingOutOnlyUnderOneName_WouldGiveTheNumberAway(int seed)
    {
        var edition = PublicEdition.Of(Calculator(seed), Reported);
        var hidden = edition.Suppression();
        foreach (var reportYear in new[] { 0, 2026 })
        {
            PublicCell[] former = [
                .. hidden.Sensitive.Concat(hidden.Secondary).Where(cell => cell.Year == 2025 && cell.ReportYear == reportYear)];
            Assert.NotEmpty(Armed(edition, former).Recovered().Intersect(hidden.Sensitive));
        }
    }

    [Theory]
    [InlineData("1201", "1201", "1101", "1101")]
    [InlineData("1204", "12041", "1104", "11041")]
    public void WhatIsHiddenUnderTheOldName_IsHiddenUnderTheNewOne(
        string product, string level, string formerProduct, string formerLevel)
    {
        var suppression = PublicEdition.Of(Calculator(1), Reported).Suppression();
        foreach (var first in new[] { 1, 4 })
        {
            var column = new PublicColumn(first, first + 2, PublicValueKind.Actual);
            Assert.True(suppression.Hides(Cell(formerProduct, formerLevel, "kosten_je_stelle", column, 2025)));
            Assert.True(suppression.Hides(Cell(product, level, "kosten_je_stelle", column, 2025, 2026)));
        }
    }

    [Fact]
    public void LevelsThatStayedWhatTheyWere_HaveOneCellForBothReports()
    {
        var edition = PublicEdition.Of(Calculator(1), Reported);
        Assert.DoesNotContain(edition.Numbers.Keys, cell => cell.ReportYear != 0 && cell.Address.Product.Text == "1301");
        Assert.Contains(edition.Numbers.Keys, cell => cell is { Year: 2025, ReportYear: 2026, Scope: "Group 120 " });
    }

    private static Attacker Armed(PublicEdition edition, IReadOnlyCollection<PublicCell> hidden)
    {
        var attacker = new Attacker(edition.Numbers, hidden);
        var columns = edition.Numbers.Keys.Select(cell => new PublicColumn(cell.FirstMonth, cell.LastMonth, cell.Kind)).Distinct()
            .ToArray();
        foreach (
            var (year, reportYear, column) in from column in columns
                                              from year in new[] { (2025, 0), (2026, 0),
                (2025, 2026) }
                                              select (year.Item1, year.Item2, column))
        {
            foreach (var product in Catalogues.For(reportYear == 0 ? year : reportYear)!.Products)
            {
                foreach (var level in product.Levels)
                    KnowsLevel(
                        attacker, figure => Cell(product.Number.Text, level.LevelNumber.Text, figure, column, year, reportYear));
                foreach (var (figure, service) in from figure in Added from service in product.Services select (figure, service))
                    attacker.Knows(
                        x => x(Cell(product.Number.Text, service.Number.Text, figure, column, year, reportYear))
                            - x(Cell(product.Number.Text, product.Number.Text, figure, column, year, reportYear)));
            }
        }

        foreach (
            var (level, figure, column) in from level in Continued
                                           from figure in Added
                                           from column in columns
                                           select (
                level, figure, column))
        {
            attacker.Knows(
                x => level.Formers.Sum(former => former.Share * x(Cell(former.Product, former.Level, figure, column, 2025)))
                - x(Cell(level.Product, level.Level, figure, column, 2025, 2026)));
        }

        foreach (
            var cell in edition.Numbers.Keys.Where(cell => cell is { FirstMonth: 1, LastMonth: 6, Kind: PublicValueKind.Actual }))
        {
            var (one, two) = (cell with { LastMonth = 3 }, cell with { FirstMonth = 4 });
            attacker.Knows(x => x(one) + x(two) - x(cell) * (cell.Address.Figure == Id("stellen") ? 2 : 1));
        }

        return attacker;
    }

    private static void KnowsLevel(Attacker attacker, Func<string, PublicCell> of)
    {
        attacker.Knows(x => x(of("ertraege")) - x(of("aufwendungen")) - x(of("ergebnis")));
        attacker.Knows(x => x(of("ergebnis")) / 128_450 * 1000 - x(of("ergebnis_je_1000_ew")));
        attacker.Knows(x => (x(of("aufwendungen")) / x(of("stellen"))) - x(of("kosten_je_stelle")));
    }

    private static PublicCell Cell(
        string product, string level, string figure, PublicColumn column, int year, int reportYear = 0) =>
        new("", At(level, figure, product), year, column.First, column.Last, column.Kind, reportYear);

    private static CatalogueSet Catalogues { get; } = CatalogueSet.Of(
        Year(2025, Marked("1101"), Marked("1102"), Marked("1103"), WithService("1104", "11041"), Marked("1301")),
        Year(
            2026,
            Marked("1201", new Predecessor(LevelNumber.Of("1201"), ProductNumber.Of("1101"), LevelNumber.Of("1101"), 1)),
            Marked("1202", new Predecessor(LevelNumber.Of("1202"), ProductNumber.Of("1102"), LevelNumber.Of("1102"), 0.25m)),
            Marked(
                "1203",
                new Predecessor(LevelNumber.Of("1203"), ProductNumber.Of("1102"), LevelNumber.Of("1102"), 0.75m),
                new Predecessor(LevelNumber.Of("1203"), ProductNumber.Of("1103"), LevelNumber.Of("1103"), 1)),
            WithService(
                "1204", "12041", new Predecessor(LevelNumber.Of("12041"), ProductNumber.Of("1104"), LevelNumber.Of("11041"), 1)),
            Marked("1301")));

    private static Product Marked(string number, params Predecessor[] formers) =>
        ProductOf(number) with { KeyFigures = [ResultPerThousand(number), CostPerPost(number)], Predecessors = [.. formers] };

    private static Product WithService(string number, string service, params Predecessor[] formers) =>
        ProductOf(
            number,
                Service(
                    service, "Ehrenamt", null,
                        [ResultPerThousand(service), CostPerPost(service)])) with
        { Predecessors = [.. formers] };

    private static KeyFigure CostPerPost(string level) =>
        Key("kosten_je_stelle", Over(Ref(level, "aufwendungen"), Ref(level, "stellen")),
            "aufwendungen / stellen") with
        { SensitiveBy = Id("stellen") };

    private static FigureCalculator Calculator(int seed)
    {
        var random = new Random(seed);
        var values =
            from catalogue in Catalogues.ByYear.Values
            from product in catalogue.Products
            let level = product.Services is [var service] ? service.LevelNumber.Text : product.LevelNumber.Text
            from quarter in Period.AllOf(catalogue.Year, PeriodKind.Quarter)
            from value in (DeliveredValue[])
            [
                Value(At(level, "ertraege", product.Number.Text), quarter, random.Next(100, 90_000) / 100m),
                Value(At(level, "aufwendungen", product.Number.Text), quarter, random.Next(1_000_000, 9_000_000) / 100m),
                Value(At(level, "stellen", product.Number.Text), quarter, (product.Number.Text is "1101" or "1104" ? 1 : 6)
                    + random.Next(0, 3) / 4m),
            ]
            select value;
        return new FigureCalculator(Catalogues, Delivered(values));
    }
}
