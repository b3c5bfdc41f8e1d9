using CsCheck;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Calculating;
using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.KeyFigures;

/// <summary>Laws that hold for whatever departments deliver.</summary>
public class FigurePropertyTests
{
    private static readonly CatalogueSet Catalogues = CatalogueSet.Of(
        Year(2026, Office(), ProductOf("1112"), ProductOf("1121", Service("11211", "Eins"))));

    private static readonly FigureAddress[] Addresses =
        [.. Catalogues.For(2026)!.Products.SelectMany(product => product.Levels.SelectMany(level =>
            level.Figures.Select(figure => new FigureAddress(product.Number, level.LevelNumber, figure.Id))))];

    private static readonly FigureAddress[] BaseFigures = [
        .. Addresses.Where(
            address =>
                Catalogues.For(2026)!.Find(address.Product)!.FindLevel(address.Level)!.Find(address.Figure) is BaseFigure)];

    private static readonly Gen<Period> AnyPeriod = Gen.OneOf(
        Gen.Int[1, 12].Select(month => M(month)), Gen.Int[1, 4].Select(quarter => Q(quarter)), Gen.Int[1, 2]
            .Select(half => Period.OfHalfYear(2026, half)), Gen.Const(Y()));

    private static readonly Gen<decimal> Amount = Gen.Int[-5_000_000, 5_000_000].Select(cents => cents / 100m);

    private static readonly Gen<DeliveredValue> AnyValue =
        from address in Gen.Int[0, BaseFigures.Length - 1].Select(index => BaseFigures[index])
        from period in AnyPeriod
        from amount in Amount
        from known in Gen.Int[0, 9]
        from scenario in Gen.Enum<Scenario>()
        from cumulative in Gen.Int[0, 4]
        select Value(address, period, known == 0 ? null : amount, scenario, cumulative == 0);

    private static readonly Gen<AcceptedDelivery[]> Deliveries = AnyValue.Array[1, 60].Array[1, 5].Select(lists =>
        lists.Select(
            (values, number) =>
                new AcceptedDelivery(
                    Stamp(number), [.. values.DistinctBy(value => new ValueKey(value.Address, value.Period, value.Scenario))],
                        [])).ToArray());

    [Fact]
    public void OrderAndGroupingOfDeliveries_ChangeNoResult() =>
        Gen.Select(Deliveries, Gen.Int[0, 1_000_000]).Sample((deliveries, seed) =>
        {
            var inOrder = deliveries.Aggregate(FigureSet.Empty, (set, delivery) => set.With(delivery));
            var order = new Random(seed);
            var values = deliveries.SelectMany(
                delivery => delivery.Values.Select(value => new StoredValue(value, delivery.Stamp))).ToArray();
            order.Shuffle(values);
            var shuffled = values.Chunk(7).Aggregate(FigureSet.Empty, (set, chunk) => set.With(chunk));
            return All(new FigureCalculator(Catalogues, inOrder)).SequenceEqual(All(new FigureCalculator(Catalogues, shuffled)));
        }, iter: 60);

    [Fact]
    public void SumOfQuarters_IsTheYear_WhereNoLongerPeriodWasDelivered() =>
        Gen.Select(Gen.Bool.Array[4], Amount.Array[12]).Sample((monthly, amounts) =>
        {
            var hours = At("11112", "sprechstunden");
            var calculator = new FigureCalculator(
                Catalogues, Delivered(Enumerable.Range(1, 4).SelectMany(quarter => monthly[quarter - 1]
                ? Enumerable.Range(3 * quarter - 2, 3).Select(month => Value(hours, M(month), amounts[month - 1]))
                : [Value(hours, Q(quarter), amounts[quarter])])));
            return Enumerable.Range(1, 4)
                .Sum(quarter => calculator.Value(hours, Q(quarter), Scenario.Actual).Amount) == calculator.Value(
                    hours, Y(), Scenario.Actual).Amount;
        });

    [Fact]
    public void WeightedMean_LiesWithinItsInputs() =>
        Gen.Select(Gen.Int[100, 600].Array[4], Gen.Int[0, 50].Array[4]).Where((_, weights) => weights.Sum() > 0)
            .Sample((grades, weights) =>
        {
            var calculator = new FigureCalculator(
                Catalogues, Delivered(Enumerable.Range(1, 4).SelectMany(quarter => (DeliveredValue[])
                [Value(At("11112", "zufriedenheit"), Q(quarter), grades[quarter - 1] / 100m),
                    Value(At("11112", "antworten"), Q(quarter), weights[quarter - 1])])));
            var mean = calculator.Value(At("11112", "zufriedenheit"), Y(), Scenario.Actual).Amount!.Value;
            var counting = grades.Where((_, index) => weights[index] > 0).ToArray();
            return mean >= counting.Min() / 100m - 0.000001m && mean <= counting.Max() / 100m + 0.000001m;
        });

    [Fact]
    public void KeyFigureOfTheYear_IsItsFormulaOverYearFigures() =>
        Deliveries.Sample(deliveries =>
        {
            var calculator = new FigureCalculator(
                Catalogues, deliveries.Aggregate(FigureSet.Empty, (set, delivery) => set.With(delivery)));
            var (result, staff) = (
                calculator.Value(At("11116", "aufwendungen"), Y(), Scenario.Actual).Amount,
                    calculator.Value(At("11116", "stellen"), Y(), Scenario.Actual).Amount);
            return calculator.Value(At("11116", "kosten_je_stelle"), Y(), Scenario.Actual).Amount == (
                staff == 0 ? null : result / staff);
        });

    [Fact]
    public void Totals_AreTheSumsOfTheirParts_AndKeyFiguresOfTotalsNeverAreSums() =>
        Amount.Array[3].Sample(amounts =>
        {
            string[] products = ["1111", "1112", "1121"];
            var calculator = new FigureCalculator(
                Catalogues,
                    Delivered(products.Zip(amounts, (product, amount) => Value(At(product, "ergebnis", product), Q(1), amount))));
            var totals = new Totals(Catalogues.For(2026)!);
            decimal? Total(TotalScope scope, string id) =>
                totals.Of(scope, Id(id), Q(1), address => calculator.Value(address, Q(1), Scenario.Actual)).Amount;
            var (county, parts) = (totals.Scopes[0], totals.Scopes.Where(scope => scope.Step == HierarchyLevel.Group).ToArray());
            return Total(county, "ergebnis") == amounts.Sum()
                && parts.Sum(part => Total(part, "ergebnis")) == amounts.Sum()
                && Total(county, "ergebnis_je_1000_ew") == amounts.Sum() / 128_450m * 1000;
        });

    [Fact]
    public void DecompositionParts_AddUpExactly_AlsoAsShown() =>
        Gen.Select(Amount.Array[4], Gen.Int[1, 900].Array[2]).Sample((euros, persons) =>
        {
            var calculator = new FigureCalculator(Catalogues, Delivered(
                Value(At("11116", "ertraege"), Q(1), euros[0]), Value(At("11116", "aufwendungen"), Q(1), euros[1]),
                    Value(At("11116", "geehrte_personen"), Q(1), persons[0]),
                Value(At("11116", "ertraege"), Q(1), euros[2], Scenario.Plan),
                    Value(At("11116", "aufwendungen"), Q(1), euros[3], Scenario.Plan),
                        Value(At("11116", "geehrte_personen"), Q(1), persons[1], Scenario.Plan)));
            var parts = calculator.DecomposeAgainstPlan(At("11116", "je_person"), Q(1))!;
            var shown = Decomposition.Rounded(
                [.. parts.Parts.Select(part => part.Amount)], Math.Round(parts.Change, 1, MidpointRounding.AwayFromZero), 1);
            return parts.Parts.Sum(part => part.Amount) == parts.Change
                && (shown.Length == 0 || shown.Sum() == Math.Round(parts.Change, 1, MidpointRounding.AwayFromZero));
        });

    /// <summary>Everything a calculator can say of 2026, with all reasons and derivations, as text.</summary>
    private static IEnumerable<string> All(FigureCalculator calculator) =>
        from address in Addresses
        from period in (Period[])[M(5), Q(2), Q(3), Period.OfHalfYear(2026, 1), Y()]
        from value in (CalculatedValue[])
        [
            calculator.Value(address, period, Scenario.Actual), calculator.Cumulative(address, period, Scenario.Actual),
                calculator.Value(address, period, Scenario.Plan),
            calculator.Cumulative(address, period, Scenario.Plan), calculator.YearForecast(address, period),
                calculator.LinearProjection(address, period),
        ]
        select string.Join('\n', Explanation.Of($"{address} {period}", value));

    private static Product Office() => ProductOf("1111",
        Service("11112", "Bürgersprechstunde",
        [
            Base("sprechstunden"),
            Base("antworten"),
            Base("zufriedenheit", RollUpRule.Weighted) with { WeightedBy = Id("antworten"), Decimals = 2 },
        ]),
        Service(
            "11116", "Ehrenamt",
                [Base("geehrte_personen"), Base("auflage", RollUpRule.PointInTime),
                    Base("zugriffe", RollUpRule.Mean, PeriodKind.Month)],
        [
            Key("je_person", Over(Ref("11116", "ergebnis"), Ref("11116", "geehrte_personen")), "ergebnis / geehrte_personen"),
            Key("kosten_je_stelle", Over(Ref("11116", "aufwendungen"), Ref("11116", "stellen")), "aufwendungen / stellen"),
        ]));
}
