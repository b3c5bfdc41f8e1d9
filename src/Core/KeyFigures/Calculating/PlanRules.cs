using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>
/// The plan for a span, as delivered for it or its parts, or derived from such plans. Where there is none, it is the share of
/// the shortest longer period that has one, usually the year. Sums are shared by months; others have the same value.
/// </summary>
internal sealed class PlanRules(Calculation calculation, FigureMemory memory, FigureDefinition definition, BaseFigure figure)
{
    private FigureAddress Address => definition.Address;

    public CalculatedValue Value(Span span)
    {
        var delivered = calculation.Of(memory, span with { Basis = Basis.PlanAsDelivered });
        if (delivered is CalculatedValue.Known || Reasons.ReasonOf(delivered).Kind == UndefinedKind.MarkedUnknown)
            return delivered;
        if (calculation.SeriesOf(memory, Scenario.Plan).Values is null && !definition.IsDerived)
            return NoPlan(delivered, span.Year);
        return InParts(span) ?? Share(span) ?? Derived(span) ?? NoPlan(delivered, span.Year);
    }

    /// <summary>
    /// Part for part, so that a plan delivered for one quarter counts beside shares of the year's plan for the others.
    /// </summary>
    private CalculatedValue.Known? InParts(Span span)
    {
        if (figure.RollUp == RollUpRule.PointInTime || !span.IsMadeOf(figure.Frequency)
            || span.Months == figure.Frequency.Months())
            return null;
        DerivedPart[] parts = [.. span.Parts(figure.Frequency)
            .Select(period => span.Over(period.FirstMonth, period.LastMonth))
            .Select(part => part.With(calculation.Of(Address, part)))];
        return parts.Any(part => part.Value is not CalculatedValue.Known { Origin: not Derivation.ShareOfYearPlan })
            && parts.Any(part => part.Value is CalculatedValue.Known { Origin: not Derivation.ShareOfYearPlan })
            && new BaseFigureRules(calculation, memory, definition, figure).Combine(span, parts) is CalculatedValue.Known combined
            ? combined
            : null;
    }

    private CalculatedValue.Known? Share(Span span)
    {
        foreach (var kind in (PeriodKind[])[PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year])
        {
            var whole = Period.Of(span.Year, kind, (span.Last - 1) / kind.Months() + 1);
            if (whole.FirstMonth > span.First || whole.LastMonth < span.Last)
                continue;
            var plan = Delivered(Span.Of(whole, Basis.PlanAsDelivered));
            if (plan is not null)
                return ShareOf(plan, span.Months, kind.Months());
        }

        return null;
    }

    private CalculatedValue.Known? Delivered(Span whole) =>
        calculation.SeriesOf(memory, Scenario.Plan).Values is null ? null
            : calculation.Of(memory, whole) as CalculatedValue.Known;

    private CalculatedValue.Known ShareOf(CalculatedValue.Known plan, int months, int ofMonths) =>
        new(
            figure.RollUp == RollUpRule.Sum ? plan.Value * months / ofMonths : plan.Value,
            new Derivation.ShareOfYearPlan(plan, months) { OfMonths = ofMonths });

    private CalculatedValue? Derived(Span span) =>
        new BaseFigureRules(calculation, memory, definition, figure).Derived(span) as CalculatedValue.Known;

    private CalculatedValue NoPlan(CalculatedValue delivered, int year) =>
        Reasons.ReasonOf(delivered).Kind == UndefinedKind.NotDelivered
            ? Reasons.NotDelivered(inPart: false, [new MissingValue(Address, Period.OfYear(year), Scenario.Plan)])
            : delivered;
}
