using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Holds cumulative sums against the values of single periods that fill the time since the state before, or since January. Looked
/// at when the delivery brings any of them.
/// </summary>
internal sealed class CumulativeParts(
    BaseFigure figure, ValueTable values, IReadOnlyList<DeliveredValue> known, FindingList findings)
{
    private readonly Dictionary<Period, Part> byPeriod = [];

    /// <summary>Adds a warning for each state that differs.</summary>
    /// <param name="scenario">Ist, Plan or Prognose.</param>
    /// <param name="kinds">The delivered values of this Art by kind of period.</param>
    public void Run(Scenario scenario, ReadOnlySpan<List<Point>> kinds)
    {
        if (figure.RollUp != RollUpRule.Sum || !Collect(scenario, kinds))
            return;
        foreach (var year in byPeriod.Where(entry => entry.Value.IsCumulative).GroupBy(entry => entry.Key.Year))
        {
            var (months, before, isDelivered) = (0, 0m, false);
            foreach (var (period, state) in year.OrderBy(entry => entry.Key.LastMonth))
            {
                if (period.LastMonth > months && Between(period.Year, months + 1, period.LastMonth) is var (sum, hasNew)
                    && (state.Index >= 0 || isDelivered || hasNew) && Math.Abs(before + sum - state.Value) >= 0.01m)
                    Say(period, state, before + sum);
                (months, before, isDelivered) = (period.LastMonth, state.Value, state.Index >= 0);
            }

            LookForUnsaid([.. year.OrderBy(entry => entry.Key.LastMonth)]);
        }
    }

    /// <summary>
    /// After two states or more, a single value that reaches the last of them may be the next, and nobody said so.
    /// </summary>
    private void LookForUnsaid(List<KeyValuePair<Period, Part>> states)
    {
        if (states.Count < 2 || states.Exists(state => state.Value.Index >= 0))
            return;
        var (period, state) = states[^1];
        foreach (var (later, single) in byPeriod.OrderBy(entry => entry.Key.Start))
        {
            if (!single.IsCumulative && single.Index >= 0 && later.Year == period.Year && later.Start > period.End
                && state.Value > 0 && single.Value >= state.Value)
                findings.Add(DeliveryFindings.MayBeCumulative(values[single.Index], period, state.Value));
        }
    }

    private bool Collect(Scenario scenario, ReadOnlySpan<List<Point>> kinds)
    {
        var any = known.Any(value => value.IsCumulative && value.Scenario == scenario);
        foreach (var kind in kinds)
            any |= kind.Exists(point => point.IsCumulative);
        byPeriod.Clear();
        if (!any)
            return false;
        foreach (var value in known.Where(value => value.Scenario == scenario && value.Value is not null))
            byPeriod[value.Period] = new Part(value.Value!.Value, value.IsCumulative, -1);
        foreach (var kind in kinds)
        {
            foreach (var point in kind)
            {
                byPeriod.Remove(point.Period);
                if (values.At(point.Index).Value is { } value)
                    byPeriod[point.Period] = new Part(value, point.IsCumulative, point.Index);
            }
        }

        return byPeriod.Values.Any(part => !part.IsCumulative);
    }

    /// <summary>
    /// The sum of single values that fill the months, each as long as possible, and whether one is new; null where one is
    /// missing.
    /// </summary>
    private (decimal Sum, bool HasNew)? Between(int year, int from, int until)
    {
        var (sum, hasNew) = (0m, false);
        while (from <= until)
        {
            if (Longest(year, from, until) is not var (period, part))
                return null;
            (sum, hasNew, from) = (sum + part.Value, hasNew || part.Index >= 0, period.LastMonth + 1);
        }

        return (sum, hasNew);
    }

    private (Period Period, Part Part)? Longest(int year, int from, int until)
    {
        for (var kind = PeriodKind.Year; kind >= PeriodKind.Month; kind--)
        {
            var period = Period.Containing(new DateOnly(year, from, 1), kind);
            if (period.Start.Month == from && period.LastMonth <= until && byPeriod.TryGetValue(period, out var part)
                && !part.IsCumulative)
                return (period, part);
        }

        return null;
    }

    private void Say(Period period, Part state, decimal sum)
    {
        var shown = values[state.Index >= 0 ? state.Index : byPeriod.Values.Max(part => part.Index)];
        findings.Add(DeliveryFindings.CumulativeDiffers(
            Wording.PlaceOf(shown), shown.Cell.Text, Wording.Of(shown with { Period = period }), state.Value, sum));
    }

    /// <summary>A value that is known.</summary>
    /// <param name="Value">The amount.</param>
    /// <param name="IsCumulative">Whether it counts from January on.</param>
    /// <param name="Index">Which value of the delivery; −1 for one known before.</param>
    private readonly record struct Part(decimal Value, bool IsCumulative, int Index);
}
