using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Calculating;
using Produktreport.Core.KeyFigures.Formulas;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Assessing;

/// <summary>
/// Holds goals against values. A goal for a longer span than the report's is assessed so far: sums against the share of the
/// target that belongs to the elapsed months, others against the target itself. A goal for a shorter span is one for each of
/// them: the weakest stands for all.
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
        var running = lastMonth < whole.LastMonth;
        var note = running ? $"Zeitraum läuft noch ({span.Months} von {whole.Kind.Months()} Monaten)" : null;
        var grey = new GoalAssessment(goal, whole, actual, null, null, Status.Grey, note) { IsRunning = running };
        if (goal.Target is not { } target)
            return grey with { Note = "noch kein Zielwert festgelegt" };
        if (actual.Amount is not { } value || calculation.Define(address, whole.Year) is not { } definition)
            return grey with
            {
                MeasuredAgainst = target,
                Note = actual is CalculatedValue.Undefined { Reason.Text: var reason }
                ? reason : note
            };
        var accrues = running && definition.Figure is BaseFigure { RollUp: RollUpRule.Sum };
        var against = accrues ? target * span.Months / whole.Kind.Months() : target;
        return grey with
        {
            MeasuredAgainst = against,
            Degree = Degree(goal.Comparison, value, target),
            IsAchieved = running ? AchievedAlready(goal.Comparison, value, target, accrues)
                : IsMet(goal.Comparison, value, target),
            Status = StatusOf(definition, goal.Comparison, value, against),
            Note = accrues ? $"{note}; anteiliges Ziel {GermanFormat.Number(against, definition.Figure.Decimals)}" : note,
        };
    }

    private static Status StatusOf(FigureDefinition definition, Comparison comparison, decimal value, decimal target) =>
        StatusAssessment.Assess(
            value,
            target,
            comparison == Comparison.AtLeast ? Direction.HigherIsBetter : Direction.LowerIsBetter,
            StatusAssessment.For(definition.Figure, definition.Catalogue.Tolerance));

    private static bool IsMet(Comparison comparison, decimal value, decimal target) =>
        comparison == Comparison.AtLeast ? value >= target : value <= target;

    /// <summary>
    /// A sum that has reached a positive target stays there, one that has passed its upper bound too; all else is open.
    /// </summary>
    private static bool? AchievedAlready(Comparison comparison, decimal value, decimal target, bool accrues) =>
        !accrues || target < 0 ? null
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
