using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Calculating;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Assessing;

/// <summary>
/// Holds goals against values. A goal for a longer span than the report's is judged by what the whole span is expected to
/// bring, never by the part that has passed. That is the delivered Prognose, otherwise for sums the Ist so far and the plan for
/// the rest. Without either it is grey. A goal for a shorter span is one for each of them, and the weakest stands for all.
/// </summary>
internal sealed class GoalRules(Calculation calculation)
{
    public GoalAssessment Assess(ProductNumber product, Goal goal, Period period)
    {
        if (goal.Span >= period.Kind)
            return AssessSpan(product, goal, period.Within(goal.Span), period.LastMonth);
        GoalAssessment[] each = [.. period.Parts(goal.Span).Select(part => AssessSpan(product, goal, part, part.LastMonth))];
        return Weakest(goal, period, each);
    }

    private GoalAssessment AssessSpan(ProductNumber product, Goal goal, Period whole, int lastMonth)
    {
        var address = new FigureAddress(product, goal.Level, goal.Figure);
        var span = new Span(whole.Year, whole.FirstMonth, lastMonth, Basis.Actual);
        var actual = calculation.Of(address, span);
        var running = lastMonth < whole.LastMonth
            ? $"Zeitraum läuft noch ({span.Months} von {whole.Kind.Months()} Monaten)"
            : null;
        var grey = new GoalAssessment(goal, whole, actual, null, null, Status.Grey, running);
        if (goal.Target is not { } target)
            return grey with { Note = "noch kein Zielwert festgelegt" };
        if (actual.Amount is not { } value || calculation.Define(address, whole.Year) is not { } definition)
            return grey with { Note = actual is CalculatedValue.Undefined { Reason.Text: var reason } ? reason : running };
        if (running is null)
            return Judged(grey, definition, value, target) with { IsAchieved = IsMet(goal.Comparison, value, target) };
        if (AchievedAlready(definition.Figure, goal.Comparison, value, target) is { } achieved)
            return Judged(grey, definition, value, target) with { IsAchieved = achieved };
        return Expectation(definition, whole, lastMonth) is CalculatedValue.Known expected
            ? Judged(grey, definition, expected.Value, target) with
            {
                Expected = expected.Value,
                Note = $"{running}; erwartet {Amount(definition.Figure, expected.Value)}, {BasisOf(expected)}",
            }
            : grey with { Note = $"{running}; eine Prognose liegt nicht vor" };
    }

    private static GoalAssessment Judged(GoalAssessment grey, FigureDefinition definition, decimal value, decimal target) =>
        grey with
        {
            Degree = Degree(grey.Goal.Comparison, value, target),
            Status = StatusOf(definition, grey.Goal.Comparison, value, target),
        };

    private CalculatedValue Expectation(FigureDefinition definition, Period whole, int lastMonth)
    {
        if (whole.Kind == PeriodKind.Year)
            return calculation.Of(definition.Address, new Span(whole.Year, 1, whole.LastMonth, Basis.YearForecast, lastMonth));
        var delivered = calculation.Of(definition.Address, Span.Of(whole, Basis.Forecast));
        if (delivered is CalculatedValue.Known || definition.Figure is not BaseFigure { RollUp: RollUpRule.Sum })
            return delivered;
        var rest = calculation.Of(definition.Address, new Span(whole.Year, lastMonth + 1, whole.LastMonth, Basis.Plan));
        var soFarSpan = new Span(whole.Year, whole.FirstMonth, lastMonth, Basis.Actual);
        return calculation.Of(definition.Address, soFarSpan) is CalculatedValue.Known soFar
            && rest is CalculatedValue.Known planned
            ? new CalculatedValue.Known(soFar.Value + planned.Value, new Derivation.ActualPlusPlan(soFar, planned))
            : delivered;
    }

    private static string Amount(Figure figure, decimal value) =>
        GermanFormat.WithUnit(GermanFormat.Number(value, figure.Decimals), figure.Unit);

    private static string BasisOf(CalculatedValue.Known expected) => expected.Origin switch
    {
        Derivation.ActualPlusPlan => "Ist bisher und Plan für den Rest",
        Derivation.ByFormula or Derivation.SumOfServices => "berechnet aus den Erwartungen der Grundzahlen",
        _ => "vom Amt gemeldet",
    };

    /// <summary>Met is green; what misses the target is never green, however close it comes.</summary>
    private static Status StatusOf(FigureDefinition definition, Comparison comparison, decimal value, decimal target)
    {
        if (IsMet(comparison, value, target))
            return Status.Green;
        var direction = comparison == Comparison.AtLeast ? Direction.HigherIsBetter : Direction.LowerIsBetter;
        var tolerance = StatusAssessment.For(definition.Figure, definition.Catalogue.Tolerance);
        var status = StatusAssessment.Assess(value, target, direction, tolerance);
        return status == Status.Green ? Status.Yellow : status;
    }

    private static bool IsMet(Comparison comparison, decimal value, decimal target) =>
        comparison == Comparison.AtLeast ? value >= target : value <= target;

    /// <summary>
    /// A sum that has reached a positive target stays there, one that has passed its upper bound too; all else is open.
    /// </summary>
    private static bool? AchievedAlready(Figure figure, Comparison comparison, decimal value, decimal target) =>
        figure is not BaseFigure { RollUp: RollUpRule.Sum } || target < 0 ? null
        : comparison == Comparison.AtLeast ? (value >= target ? true : null)
        : value > target ? false : null;

    private static decimal? Degree(Comparison comparison, decimal value, decimal target)
    {
        if (target == 0)
            return null;
        var sign = comparison == Comparison.AtLeast ? 1 : -1;
        return value <= 0 || target < 0 ? 100 + sign * (value - target) * 100 / Math.Abs(target)
            : comparison == Comparison.AtLeast ? value * 100 / target
            : target * 100 / value;
    }

    private static GoalAssessment Weakest(Goal goal, Period period, GoalAssessment[] each)
    {
        if (Array.Find(each, part => part.Actual is CalculatedValue.Undefined) is { } open)
            return open with { Note = goal.Target is null ? open.Note : Undefined(each) };
        var weakest = goal.Comparison == Comparison.AtLeast ? each.MinBy(part => part.Actual.Amount)!
            : each.MaxBy(part => part.Actual.Amount)!;
        return goal.Target is null ? weakest : weakest with
        {
            Note =
                $"gilt je {goal.Span.GermanName()}; der schwächste Wert im {GermanFormat.Name(period)} ist der "
                    + $"im {GermanFormat.Name(weakest.Span)}",
        };
    }

    private static string Undefined(GoalAssessment[] each) =>
        string.Join(
            "; ", each.Select(part => part.Actual).OfType<CalculatedValue.Undefined>().Select(value => value.Reason.Text)
                .Distinct());
}
