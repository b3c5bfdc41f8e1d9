using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.Protection;

public class SuppressionTests
{
    private static readonly Period[] Reported = [Q(1), Q(2), Period.OfHalfYear(2026, 1), Q(3), Q(4), Y()];
    private static readonly string[] Standard = ["ertraege", "aufwendungen", "ergebnis", "stellen"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void NothingSensitive_CanBeRecoveredFromEverythingPublished(int seed)
    {
        var edition = Edition(seed, Reported);
        var suppression = edition.Suppression();
        Assert.NotEmpty(suppression.Sensitive);
        Assert.Empty(suppression.Unprotected);
        var attacker = Armed(edition, [.. suppression.Sensitive.Concat(suppression.Secondary)]);
        Assert.Empty(attacker.Recovered().Intersect(suppression.Sensitive));
        var worlds = attacker.FreeDirections()
            .SelectMany(
                each =>
                    (Dictionary<PublicCell, double>[])[each, each.ToDictionary(entry => entry.Key, entry => -entry.Value)])
                        .ToList();
        Assert.All(
            suppression.Sensitive, cell =>
                Assert.True(CanBeFarOff(attacker, worlds, edition, suppression, cell), $"{cell} is known within 10 %"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void LeavingOutOnlyTheSensitiveNumbers_WouldGiveThemAllAway(int seed)
    {
        var edition = Edition(seed, Reported);
        var attacker = Armed(edition, [.. edition.Sensitive]);
        Assert.Empty(edition.Sensitive.Except(attacker.Recovered()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NoSecondaryCellIsLeftOutForNothing_TheEditionKeepsMostOfItsNumbers(int seed)
    {
        var edition = Edition(seed, Reported);
        var suppression = edition.Suppression();
        Assert.InRange(suppression.Secondary.Count, 1, edition.Numbers.Count / 10);
        Assert.DoesNotContain(suppression.Secondary, cell => cell.Scope.Length > 0 && cell.Address.Figure == Id("ergebnis"));
    }

    [Theory]
    [InlineData("Ist")]
    [InlineData("Plan")]
    public void ACountTakenAsUnchanged_GivesNoSensitiveNumberAway(string steady)
    {
        // Three posts may be known, two and three quarters not: costs by three posts, divided, tell both.
        var values = new List<DeliveredValue>
        {
            Value(At("1211", "aufwendungen", "1211"), Q(1), 63_000),
            Value(At("1211", "stellen", "1211"), Q(1), steady == "Ist" ? 3m : 9m),
            Value(At("1211", "aufwendungen", "1211"), Q(2), 55_000),
            Value(At("1211", "stellen", "1211"), Q(2), 2.75m),
            Value(At("1211", "stellen", "1211"), Y(), steady == "Plan" ? 3m : 9m, Scenario.Plan),
            Value(At("1211", "aufwendungen", "1211"), Y(), 240_000, Scenario.Plan),
        };
        var edition = PublicEdition.Of(new FigureCalculator(CatalogueSet.Of(Catalogue()), Delivered(values)), [Q(1), Q(2)]);
        var suppression = edition.Suppression();
        var sensitive = new PublicCell("", At("1211", "kosten_je_stelle", "1211"), 2026, 4, 6, PublicValueKind.Actual);
        Assert.Contains(sensitive, suppression.Sensitive);
        var attacker = Armed(edition, [.. suppression.Sensitive.Concat(suppression.Secondary)]);
        Assert.DoesNotContain(sensitive, attacker.Recovered());
        Assert.Empty(suppression.Unprotected);
    }

    [Fact]
    public void LargeCounts_NeedNoProtection()
    {
        var catalogue = Catalogue() with { MinimumCount = 0 };
        var edition = PublicEdition.Of(new FigureCalculator(CatalogueSet.Of(catalogue), Calculator(1).Figures), Reported);
        Assert.Empty(edition.Sensitive);
        Assert.Empty(edition.Suppression().Secondary);
    }

    [Fact]
    public void OrderOfNumbersAndRelations_DoesNotMatter()
    {
        var edition = Edition(2, [Q(1), Q(2)]);
        var turned = Suppression.Of(
            edition.Numbers.Reverse().ToDictionary(), [.. edition.Relations.Reverse()], edition.Sensitive.Reverse());
        Assert.Equal(edition.Suppression().Secondary, turned.Secondary);
    }

    /// <summary>
    /// Whether another world looks the same from outside in which the sensitive quotient is more than a tenth off.
    /// </summary>
    private static bool CanBeFarOff(
        Attacker attacker, List<Dictionary<PublicCell, double>> worlds, PublicEdition edition, Suppression suppression,
            PublicCell cell)
    {
        PublicCell Of(string figure) => cell with { Address = cell.Address with { Figure = Id(figure) } };
        foreach (var direction in worlds)
        {
            var step = direction.Where(entry => entry.Value < 0 && edition.Numbers[entry.Key].IsNonNegative)
                .Select(entry => 0.999 * attacker.True(entry.Key) / -entry.Value).DefaultIfEmpty(1).Min();
            double World(PublicCell each) =>
                attacker.True(each) + (suppression.Hides(each) ? step * direction.GetValueOrDefault(each) : 0);
            if (Math.Abs(World(Of("aufwendungen")) / World(Of("stellen")) - attacker.True(cell)) > 0.1 * attacker.True(cell))
                return true;
        }

        return false;
    }

    /// <summary>
    /// An attacker who knows everything the handbook says: products and services, formulas, periods, plan, forecast, totals.
    /// </summary>
    private static Attacker Armed(PublicEdition edition, IReadOnlyCollection<PublicCell> hidden)
    {
        var attacker = new Attacker(edition.Numbers, hidden);
        var columns = edition.Numbers.Keys.Select(cell => new PublicColumn(cell.FirstMonth, cell.LastMonth, cell.Kind)).Distinct()
            .ToArray();
        var products = Catalogue().Products;
        foreach (var column in columns)
        {
            foreach (var product in products)
            {
                foreach (var level in product.Levels)
                {
                    KnowsLevel(attacker, Cell, product.Number.Text, level.LevelNumber.Text, column);
                    foreach (var other in columns.Where(other => IsCounted(other) && IsCounted(column)))
                        attacker.Supposes(
                            Cell(product.Number.Text, level.LevelNumber.Text, "stellen", column),
                            Cell(product.Number.Text, level.LevelNumber.Text, "stellen", other));
                }

                foreach (var figure in Standard.Where(_ => product.Services.Length > 0))
                    attacker.Knows(
                        x => product.Services.Sum(service => x(Cell(product.Number.Text, service.Number.Text, figure, column)))
                            - x(Cell(product.Number.Text, product.Number.Text, figure, column)));
            }

            foreach (var (scope, numbers) in Scopes())
            {
                foreach (var figure in Standard)
                    attacker.Knows(
                        x => numbers.Sum(number => x(Cell(number, number, figure, column))) - x(Total(scope, figure, column)));
                attacker.Knows(
                    x => x(Total(scope, "ergebnis", column)) / 128_450 * 1000 - x(Total(scope, "ergebnis_je_1000_ew", column)));
            }
        }

        foreach (var cell in edition.Numbers.Keys.Where(cell => cell.Scope.Length == 0))
            KnowsPeriods(
                attacker, cell,
                    [.. columns.Where(
                        column => column.Kind == cell.Kind && column.First == cell.FirstMonth && column.Last < cell.LastMonth)]);
        return attacker;

        static bool IsCounted(PublicColumn column) => column.Kind is PublicValueKind.Actual or PublicValueKind.Plan;
        static PublicCell Cell(string product, string level, string figure, PublicColumn column) =>
            new("", At(level, figure, product), 2026, column.First, column.Last, column.Kind);
        static PublicCell Total(string scope, string figure, PublicColumn column) =>
            new(scope, new FigureAddress(default, default, Id(figure)), 2026, column.First, column.Last, column.Kind);
    }

    private static void KnowsLevel(
        Attacker attacker,
        Func<string, string, string, PublicColumn, PublicCell> cell,
        string product,
        string level,
        PublicColumn column)
    {
        PublicCell Of(string figure) => cell(product, level, figure, column);
        attacker.Knows(x => x(Of("ertraege")) - x(Of("aufwendungen")) - x(Of("ergebnis")));
        attacker.Knows(x => x(Of("ergebnis")) / 128_450 * 1000 - x(Of("ergebnis_je_1000_ew")));
        attacker.Knows(x => x(Of("aufwendungen")) / 128_450 * 1000 - x(Of("kosten_je_1000_ew")));
        attacker.Knows(x => (x(Of("aufwendungen")) / x(Of("stellen"))) - x(Of("kosten_je_stelle")));
    }

    private static void KnowsPeriods(Attacker attacker, PublicCell whole, PublicColumn[] firsts)
    {
        var isMean = whole.Address.Figure == Id("stellen");
        foreach (var first in firsts)
        {
            var (one, two) = (whole with { LastMonth = first.Last }, whole with { FirstMonth = first.Last + 1 });
            double Weight(PublicCell cell) => isMean ? cell.LastMonth - cell.FirstMonth + 1 : 1;
            attacker.Knows(x => x(one) * Weight(one) + x(two) * Weight(two) - x(whole) * Weight(whole));
        }

        if (whole.Kind == PublicValueKind.Plan)
            attacker.Knows(
                x => x(whole) * 12
                    - x(whole with { FirstMonth = 1, LastMonth = 12 }) * (isMean ? 12 : whole.LastMonth - whole.FirstMonth + 1));
        if (whole.Kind == PublicValueKind.Projection)
            attacker.Knows(x => x(whole) * whole.LastMonth - x(whole with { Kind = PublicValueKind.Actual }) * 12);
        if (whole.Kind == PublicValueKind.YearForecast && whole.LastMonth < 12)
            attacker.Knows(
                x => x(whole) - x(whole with { Kind = PublicValueKind.Actual })
                    - x(whole with { Kind = PublicValueKind.Plan, FirstMonth = 1, LastMonth = 12 }) * (
                        12 - whole.LastMonth) / 12);
        if (whole.Kind == PublicValueKind.YearForecast && whole.LastMonth == 12)
            attacker.Knows(x => x(whole) - x(whole with { Kind = PublicValueKind.Actual }));
    }

    private static IEnumerable<(string Scope, string[] Products)> Scopes() =>
    [
        ("County  ", ["1111", "1112", "1121", "1211"]),
        ("MainArea 1 ", ["1111", "1112", "1121", "1211"]),
        ("Area 11 ", ["1111", "1112", "1121"]),
        ("Area 12 ", ["1211"]),
        ("Group 111 ", ["1111", "1112"]),
        ("Group 112 ", ["1121"]),
        ("Group 121 ", ["1211"]),
    ];

    private static PublicEdition Edition(int seed, Period[] periods) => PublicEdition.Of(Calculator(seed), periods);

    private static FigureCalculator Calculator(int seed)
    {
        var random = new Random(seed);
        var values = new List<DeliveredValue>();
        foreach (var product in Catalogue().Products)
        {
            foreach (
                var level in product.Services.Length > 0 ? product.Services.Select(service => service.LevelNumber)
                    : [product.LevelNumber])
            {
                var staff = random.Next(2, 20) / 4m;
                foreach (var quarter in Period.AllOf(2026, PeriodKind.Quarter))
                {
                    values.Add(Value(At(level.Text, "ertraege", product.Number.Text), quarter, random.Next(100, 90_000) / 100m));
                    values.Add(
                        Value(At(level.Text, "aufwendungen", product.Number.Text), quarter,
                            random.Next(1_000_000, 9_000_000) / 100m));
                    values.Add(Value(At(level.Text, "stellen", product.Number.Text), quarter, staff + random.Next(0, 3) / 4m));
                }

                values.Add(Value(At(level.Text, "ertraege", product.Number.Text), Y(), random.Next(400, 4_000), Scenario.Plan));
                values.Add(
                    Value(At(level.Text, "aufwendungen", product.Number.Text), Y(), random.Next(40_000, 400_000), Scenario.Plan));
                values.Add(Value(At(level.Text, "stellen", product.Number.Text), Y(), staff, Scenario.Plan));
            }
        }

        return new FigureCalculator(CatalogueSet.Of(Catalogue()), Delivered(values));
    }

    /// <summary>
    /// Products with three services, with one (whose value is the product's), with none; figures marked on services and on a
    /// product.
    /// </summary>
    private static Catalogue Catalogue() => Year(2026,
        ProductOf("1111", Marked("11111"), Marked("11112"), Service("11113", "Drei")),
        ProductOf("1112", Marked("11121")),
        ProductOf("1121", Service("11211", "Eins"), Service("11212", "Zwei")),
        ProductOf("1211") with { KeyFigures = [ResultPerThousand("1211"), CostPerPost("1211")] });

    private static Service Marked(string number) => Service(number, "Marked", null,
    [
        ResultPerThousand(number),
        Key("kosten_je_1000_ew", Times(Over(Ref(number, "aufwendungen"), Reference("einwohner")), Number(1000)),
            "aufwendungen / einwohner * 1000"),
        CostPerPost(number),
    ]);

    private static KeyFigure CostPerPost(string number) =>
        Key("kosten_je_stelle", Over(Ref(number, "aufwendungen"), Ref(number, "stellen")),
            "aufwendungen / stellen") with
        { SensitiveBy = Id("stellen") };
}
