using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>
/// A county made by chance: results of either sign, plans near zero, parts missing, plans and forecasts by year or quarter, goals
/// of every kind. The same seed makes the same county.
/// </summary>
internal sealed class RandomCounty
{
    private readonly Random random;
    private readonly List<DeliveredValue> values = [];

    public RandomCounty(int seed)
    {
        random = new Random(seed);
        var product = Product();
        foreach (var year in (int[])[2025, 2026])
        {
            foreach (var level in product.Levels)
            {
                foreach (var figure in level.BaseFigures.Where(figure => figure.Formula is null || Once(8)))
                    Deliver(new FigureAddress(product.Number, level.LevelNumber, figure.Id), figure, year,
                        isService: level.LevelNumber.Text.Length > 4);
            }
        }

        Period = random.Next(
            7) switch
        { 5 => Period.OfHalfYear(2026, 1 + random.Next(2)), 6 => Y(), var quarter => Q(1 + quarter % 4) };
        Calculator =
            new FigureCalculator(
            CatalogueSet.Of(Year(2025, product), Year(2026, product) with
            {
                CountyKey = "07999",
                Reporting = ReportingRules.Default with { HasPlainLanguage = true },
            }), FigureSet.Empty.With(
            new AcceptedDelivery(Stamp(), [.. values], [])));
        Others = ComparisonSet.Of(OthersOf(new Random(seed)));
    }

    /// <summary>What other counties publish of the shared figures.</summary>
    public ComparisonSet Others { get; }

    public FigureCalculator Calculator { get; }

    public Period Period { get; }

    private Product Product() => ProductOf(
        "1111",
        Service("11111", "Beratung – Auskunft", [Count()], [Ratio("11111"), ResultPerThousand("11111")]),
        Service("11112", "Sprechstunde", [Count()], [Ratio("11112"), Share("11112")]),
        Service("11113", "Medienarbeit")) with
    {
        Goals =
        [
            Goal("jahr", "11111", "faelle", PeriodKind.Year),
            Goal("quartal", "11112", "faelle", PeriodKind.Quarter),
            Goal("halbjahr", "11112", "faelle", PeriodKind.HalfYear),
            Goal("kosten", "11111", "kosten_je_fall", PeriodKind.Year),
            Goal("ergebnis", "1111", "ergebnis_je_1000_ew", PeriodKind.Year),
            Goal("stellen", "11113", "stellen", PeriodKind.Year),
        ],
    };

    private static BaseFigure Count() => Base("faelle", name: "Anzahl Fälle") with { Direction = Direction.HigherIsBetter };

    private static KeyFigure Ratio(string level) =>
        Key("kosten_je_fall", Over(
            Ref(level, "aufwendungen"), Ref(level, "faelle")), "aufwendungen / faelle", "Kosten je Fall") with
        {
            Direction = Direction.LowerIsBetter,
            IsMain = true,
            Shared = new SharedFigure(Id($"kosten_{level}"), "Die Fälle zählen wir bei Eingang."),
        };

    private static KeyFigure Share(string level) =>
        Key("deckung", Times(Over(Ref(level, "ertraege"), Ref(level, "aufwendungen")), Number(100)),
            "ertraege / aufwendungen * 100", "Kostendeckungsgrad") with
        {
            Unit = "%",
            Decimals = 1,
            Direction = Direction.HigherIsBetter,
            IsMain = true,
            Shared = new SharedFigure(Id($"deckung_{level}"), null),
        };

    private static IEnumerable<OpenFigure> OthersOf(Random random) =>
        from id in (string[])["kosten_11111", "kosten_11112", "deckung_11112"]
        let size = Math.Pow(10, random.Next(6))
        from year in (int[])[2025, 2026]
        from county in Enumerable.Range(0, random.Next(12))
        select new OpenFigure
        {
            Region = RegionKey.Of($"{7_100 + county:00000}"),
            Body = $"Kreis {county}",
            Year = year,
            Product = ProductNumber.Of("1111"),
            Figure = Id(id),
            Value = random.Next(5) == 0 ? 0 : Math.Round((decimal)((random.NextDouble() - 0.2) * size), 3),
            Unit = id[0] == 'd' ? "%" : "€",
            Provenance = "Bericht",
            Licence = "dl-de/by-2-0",
        };

    private Goal Goal(string id, string level, string figure, PeriodKind span)
    {
        var atLeast = random.Next(2) == 0;
        return new Goal
        {
            Id = Id(id),
            Text = (atLeast ? "Mindestens" : "Höchstens") + " {ziel} im {zeitraum}.",
            Level = LevelNumber.Of(level),
            Figure = Id(figure),
            Comparison = atLeast ? Comparison.AtLeast : Comparison.AtMost,
            Target = Once(6) ? null : random.Next(-20, 400),
            Span = span,
        };
    }

    private void Deliver(FigureAddress address, BaseFigure figure, int year, bool isService)
    {
        // The product's own values are mostly the sums of its services, sometimes delivered, sometimes contradicting them.
        if (!isService && !Once(4))
            return;
        var size = random.Next(5) switch { 0 => 0.4m, 1 => 12, 2 => 950, 3 => 40_000, _ => 2_500_000 };
        Parts(address, year, Scenario.Actual, size, figure);
        if (Once(5))
            return;
        var planned = Once(6) ? size / 5000 : size;
        if (Once(3))
            Parts(address, year, Scenario.Plan, planned, figure);
        else
            Add(address, Y(year), Scenario.Plan, planned * 4, figure);
        if (Once(3))
            Add(address, Y(year), Scenario.Forecast, size * 4, figure);
        else if (Once(5))
            Add(address, Q(4, year), Scenario.Forecast, size, figure);
    }

    private void Parts(FigureAddress address, int year, Scenario scenario, decimal size, BaseFigure figure)
    {
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            if (!Once(15))
                Add(address, Q(quarter, year), scenario, size, figure);
        }
    }

    private void Add(FigureAddress address, Period period, Scenario scenario, decimal size, BaseFigure figure)
    {
        var amount = Math.Round(size * (0.6m + (decimal)random.NextDouble() * 0.8m), figure.Unit == "€" ? 2 : 0);
        if (figure.Id.Text == "ergebnis" && Once(2))
            amount = -amount;
        if (values.TrueForAll(value => (value.Address, value.Period, value.Scenario) != (address, period, scenario)))
            values.Add(Value(address, period, Once(30) ? null : amount, scenario) with { Remark = Once(12) ? Comment() : null });
    }

    private string Comment() =>
        string.Join(
        ' ', Enumerable.Repeat("Mehr Anträge als im Vorjahr (z. B. 3. Quartal). Die Kosten sind gestiegen!", 1 + random.Next(4)));

    private bool Once(int times) => random.Next(times) == 0;
}
