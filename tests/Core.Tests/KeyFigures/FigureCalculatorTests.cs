using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;
using static Produktreport.Tests.Support.County;

namespace Produktreport.Core.Tests.KeyFigures;

public class FigureCalculatorTests
{
    private static readonly Catalogue Catalogue = Year(2026, ProductOf(
        "1111",
        Service("11112", "Bürgersprechstunde",
        [
            Base("sprechstunden", name: "Anzahl Bürgersprechstunden"),
            Base("antworten", name: "Anzahl Rückmeldungen"),
            Base("zufriedenheit", RollUpRule.Weighted, name: "Kundenzufriedenheit") with { WeightedBy = Id("antworten"),
                Decimals = 2 },
        ]),
        Service("11116", "Ehrenamt",
        [
            Base("geehrte_personen", name: "Anzahl geehrte Personen"),
            Base("zugriffe", RollUpRule.Mean, PeriodKind.Month, "Zugriffe pro Monat"),
            Base("partner", RollUpRule.PointInTime, name: "Partnerschaften"),
        ],
        [Key("je_person", Over(Ref("11116", "ergebnis"), Ref("11116", "geehrte_personen")), "ergebnis / geehrte_personen",
            "Ergebnis je geehrte Person")])));

    private static readonly FigureAddress Hours = At("11112", "sprechstunden");
    private static readonly FigureAddress Costs = At("1111", "aufwendungen");

    [Fact]
    public void MissingQuarter_MakesTheYearUndefined_NeverAPartialSum()
    {
        var calculator = Calculator(Catalogue, Value(Hours, Q(1), 30), Value(Hours, Q(2), 31), Value(Hours, Q(4), 29));
        var reason = Reason(calculator.Value(Hours, Y(), Scenario.Actual));
        Assert.Equal(UndefinedKind.PartsMissing, reason.Kind);
        Assert.Equal("nicht geliefert: 3. Quartal 2026", reason.Text);
        Assert.Equal([new MissingValue(Hours, Q(3), Scenario.Actual)], reason.Missing);
        Assert.Equal([30, 31, null, 29], calculator.Parts(Hours, Y(), Scenario.Actual).Select(part => part.Value.Amount));
    }

    [Fact]
    public void MissingMonthBesideDeliveredMonths_IsNamedItself()
    {
        var calculator = Calculator(
            Catalogue, Value(Hours, M(7), 30), Value(Hours, M(8), 31), Value(Hours, Q(1), 29), Value(Hours, Q(2), 29));
        Assert.Equal("nicht geliefert: September 2026", Reason(calculator.Value(Hours, Q(3), Scenario.Actual)).Text);
        Assert.Equal("nicht geliefert: September 2026", Reason(calculator.Cumulative(Hours, Q(3), Scenario.Actual)).Text);
        Assert.Equal(
            "nicht geliefert: September 2026 und 4. Quartal 2026", Reason(calculator.Value(Hours, Y(), Scenario.Actual)).Text);
    }

    [Fact]
    public void NothingDelivered_NamesTheExpectedPartsByFrequency()
    {
        var calculator = Calculator(Catalogue);
        Assert.Equal(
            "nicht geliefert: 1. Quartal 2026 und 2. Quartal 2026",
                Reason(calculator.Cumulative(Hours, Q(2), Scenario.Actual)).Text);
        Assert.Equal(
            "kein Wert für Mai 2026: wird je Quartal erhoben", Reason(calculator.Value(Hours, M(5), Scenario.Actual)).Text);
        Assert.Equal(UndefinedKind.NotDelivered, Reason(calculator.Value(Hours, Q(1), Scenario.Actual)).Kind);
    }

    [Fact]
    public void CumulativeDeliveries_BecomeSinglePeriods()
    {
        var calculator = Calculator(Catalogue,
            Value(Hours, Q(1), 30, cumulative: true), Value(Hours, Q(2), 65, cumulative: true),
                Value(Hours, Q(3), 90, cumulative: true));
        Assert.Equal(35, calculator.Value(Hours, Q(2), Scenario.Actual).Amount);
        Assert.Equal(25, calculator.Value(Hours, Q(3), Scenario.Actual).Amount);
        Assert.Equal(65, calculator.Value(Hours, Period.OfHalfYear(2026, 1), Scenario.Actual).Amount);
        Assert.Equal(90, calculator.Cumulative(Hours, Q(3), Scenario.Actual).Amount);
        Assert.Equal("nicht geliefert: 4. Quartal 2026", Reason(calculator.Value(Hours, Y(), Scenario.Actual)).Text);
    }

    [Fact]
    public void MixedFrequencies_AddUp_AndTheDeliveredQuarterWinsOverItsMonths()
    {
        var calculator = Calculator(Catalogue,
            Value(Hours, Q(1), 30), Value(Hours, M(1), 9), Value(Hours, M(2), 9), Value(Hours, M(3), 9),
            Value(Hours, M(4), 10), Value(Hours, M(5), 11), Value(Hours, M(6), 12));
        Assert.Equal(63, calculator.Value(Hours, Period.OfHalfYear(2026, 1), Scenario.Actual).Amount);
        var note = Assert.Single(calculator.ConsistencyNotes(Hours, 2026, Scenario.Actual));
        Assert.Equal((30m, 27m), (note.Delivered, note.Computed.Value));
    }

    [Fact]
    public void ProductValue_IsDelivered_ElseFormula_ElseSumOfServices()
    {
        var calculator = Calculator(Catalogue,
            Value(At("11112", "aufwendungen"), Q(1), 100), Value(At("11116", "aufwendungen"), Q(1), 50),
            Value(At("11112", "ertraege"), Q(1), 20), Value(At("11116", "ertraege"), Q(1), 5),
            Value(Costs, Q(2), 400), Value(At("11112", "aufwendungen"), Q(2), 100),
            Value(At("11112", "stellen"), Q(1), 1.5m), Value(At("11116", "stellen"), Q(1), 0.5m));
        Assert.Equal(150, calculator.Value(Costs, Q(1), Scenario.Actual).Amount);
        Assert.Equal(400, calculator.Value(Costs, Q(2), Scenario.Actual).Amount);
        Assert.Equal(550, calculator.Cumulative(Costs, Q(2), Scenario.Actual).Amount);
        Assert.Equal(-125, calculator.Value(At("1111", "ergebnis"), Q(1), Scenario.Actual).Amount);
        Assert.Equal(2, calculator.Value(At("1111", "stellen"), Q(1), Scenario.Actual).Amount);
    }

    [Fact]
    public void OneServiceMissing_MakesTheProductUndefined_AndNamesIt()
    {
        var calculator = Calculator(Catalogue, Value(At("11112", "aufwendungen"), Q(1), 100));
        var reason = Reason(calculator.Value(Costs, Q(1), Scenario.Actual));
        Assert.Equal("11116 Ehrenamt: nicht geliefert: 1. Quartal 2026", reason.Text);
        Assert.Equal([new MissingValue(At("11116", "aufwendungen"), Q(1), Scenario.Actual)], reason.Missing);
    }

    [Fact]
    public void WeightedMean_UsesTheWeights_PlainAndMarkedWhereTheyAreMissing()
    {
        var (grade, answers) = (At("11112", "zufriedenheit"), At("11112", "antworten"));
        DeliveredValue[] grades = [Value(grade, Q(1), 1.5m), Value(grade, Q(2), 2.5m)];
        var weighted = Calculator(Catalogue, [.. grades, Value(answers, Q(1), 30), Value(answers, Q(2), 10)]);
        Assert.Equal(1.75m, weighted.Cumulative(grade, Q(2), Scenario.Actual).Amount);
        var plain = Assert.IsType<CalculatedValue.Known>(Calculator(Catalogue, grades).Cumulative(grade, Q(2), Scenario.Actual));
        Assert.Equal((2m, true), (plain.Value, Assert.IsType<Derivation.RolledUp>(plain.Origin).WeightsMissing));
    }

    [Fact]
    public void NobodyAnswered_TheQuarterDoesNotCount()
    {
        var (grade, answers) = (At("11112", "zufriedenheit"), At("11112", "antworten"));
        var calculator = Calculator(Catalogue, Value(grade, Q(1), 1.5m), Value(answers, Q(1), 30), Value(answers, Q(2), 0));
        Assert.Equal(1.5m, calculator.Cumulative(grade, Q(2), Scenario.Actual).Amount);
        Assert.Equal("Summe der Gewichte ist 0: Anzahl Rückmeldungen",
            Reason(
                Calculator(Catalogue, Value(answers, Q(1), 0), Value(answers, Q(2), 0), Value(grade, Q(1), 1))
                    .Cumulative(grade, Q(2), Scenario.Actual)).Text);
    }

    [Fact]
    public void PointInTime_IsTheLastValue_AndUndefinedWithoutIt()
    {
        var partners = At("11116", "partner");
        var calculator = Calculator(Catalogue, Value(partners, Q(1), 4), Value(partners, Q(2), 5));
        Assert.Equal(5, calculator.Cumulative(partners, Q(2), Scenario.Actual).Amount);
        Assert.Equal("nicht geliefert: 4. Quartal 2026", Reason(calculator.Value(partners, Y(), Scenario.Actual)).Text);
    }

    [Fact]
    public void MeanOverMonthsAndQuarters_CountsEachByItsMonths()
    {
        var hits = At("11116", "zugriffe");
        var calculator = Calculator(
            Catalogue, Value(hits, Q(1), 300), Value(hits, M(4), 600), Value(hits, M(5), 600), Value(hits, M(6), 900));
        Assert.Equal(500, calculator.Cumulative(hits, Q(2), Scenario.Actual).Amount);
    }

    [Fact]
    public void ZeroDivisor_MakesTheKeyFigureUndefined_WithTheDivisorsName()
    {
        var calculator = Calculator(
            Catalogue, Value(At("11116", "ergebnis"), Q(1), -100), Value(At("11116", "geehrte_personen"), Q(1), 0));
        Assert.Equal(
            "Teiler ist 0: Anzahl geehrte Personen",
                Reason(calculator.Value(At("11116", "je_person"), Q(1), Scenario.Actual)).Text);
    }

    [Fact]
    public void YearPlan_IsSplitByMonths_AndADeliveredQuarterWins()
    {
        var calculator = Calculator(Catalogue,
            Value(Hours, Y(), 120, Scenario.Plan), Value(Hours, Q(1), 50, Scenario.Plan),
                Value(At("11112", "stellen"), Y(), 2, Scenario.Plan));
        Assert.Equal(50, calculator.Value(Hours, Q(1), Scenario.Plan).Amount);
        Assert.Equal(30, calculator.Value(Hours, Q(2), Scenario.Plan).Amount);
        Assert.Equal(10, calculator.Value(Hours, M(5), Scenario.Plan).Amount);
        Assert.Equal(110, calculator.Cumulative(Hours, Q(3), Scenario.Plan).Amount);
        Assert.Equal(2, calculator.Value(At("11112", "stellen"), Q(2), Scenario.Plan).Amount);
        Assert.Equal(
            "kein Plan geliefert: Jahr 2026", Reason(calculator.Value(At("11112", "antworten"), Q(2), Scenario.Plan)).Text);
    }

    [Fact]
    public void Forecast_IsDelivered_ElseActualPlusPlan_AndProjectedOnlyOnRequest()
    {
        DeliveredValue[] values = [Value(Hours, Q(1), 40), Value(Hours, Q(2), 40), Value(Hours, Y(), 120, Scenario.Plan)];
        var calculator = Calculator(Catalogue, values);
        Assert.Equal(140, calculator.YearForecast(Hours, Q(2)).Amount);
        Assert.Equal(160, calculator.LinearProjection(Hours, Q(2)).Amount);
        Assert.Equal(
            111, Calculator(Catalogue, [.. values, Value(Hours, Y(), 111, Scenario.Forecast)]).YearForecast(Hours, Q(2)).Amount);
    }

    [Fact]
    public void KeyFigureOfTheYear_IsTheFormulaOverYearFigures()
    {
        var result = At("11116", "ergebnis");
        var persons = At("11116", "geehrte_personen");
        var calculator = Calculator(Catalogue,
            [.. Enumerable.Range(1, 4)
                .SelectMany(q => (DeliveredValue[])[Value(result, Q(q), -100 * q), Value(persons, Q(q), 5 * (5 - q))])]);
        Assert.Equal(-20, calculator.Value(At("11116", "je_person"), Y(), Scenario.Actual).Amount);
    }

    [Fact]
    public void MarkedUnknown_IsNotZeroAndSaysWhen() =>
        Assert.Equal("unbekannt oder gesperrt (k.A.): 1. Quartal 2026",
            Reason(
                Calculator(Catalogue, Value(Hours, Q(1), null), Value(Hours, Q(2), 4))
                    .Cumulative(Hours, Q(2), Scenario.Actual)).Text);

    private static UndefinedReason Reason(CalculatedValue value) => Assert.IsType<CalculatedValue.Undefined>(value).Reason;
}
