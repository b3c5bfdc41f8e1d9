using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>A stretch of months with the delivered value that covers it; <see cref="Value"/> null where none does.</summary>
/// <param name="First">First month.</param>
/// <param name="Last">Last month.</param>
/// <param name="Value">The delivered value; null for a gap.</param>
/// <param name="Before">Where <paramref name="Value"/> is cumulative and starts earlier: the value of the months before.</param>
internal readonly record struct Stretch(int First, int Last, StoredValue? Value, CalculatedValue? Before);

/// <summary>
/// Covers a span with delivered values of whatever frequency. As few months as possible stay open. Then as few values as
/// possible are taken, so that a value delivered for a longer period wins over the shorter ones within it.
/// </summary>
internal static class Coverage
{
    private const int Open = 10_000;
    private const int TakenApart = 3;

    /// <summary>The stretches in order of time; together exactly the span, gaps as long as they are.</summary>
    /// <param name="series">The delivered values; null = none.</param>
    /// <param name="span">What to cover.</param>
    /// <param name="until">
    /// The value of January to the end of a month, for taking a cumulative value apart; null where the figure's rule forbids
    /// that.
    /// </param>
    public static List<Stretch> Of(YearSeries? series, Span span, Func<int, CalculatedValue>? until)
    {
        if (series is null)
            return [new Stretch(span.First, span.Last, null, null)];
        var steps = Cheapest(series, span, until);
        var stretches = new List<Stretch>();
        for (var last = span.Last; last >= span.First; last = stretches[^1].First - 1)
            Add(stretches, steps[last]);
        stretches.Reverse();
        return stretches;
    }

    private static void Add(List<Stretch> stretches, Stretch step)
    {
        if (step.Value is null && stretches is [.., { Value: null } gap])
            stretches[^1] = gap with { First = step.First };
        else
            stretches.Add(step);
    }

    /// <summary>For each last month the last step of the cheapest way to cover the span up to it.</summary>
    private static Stretch[] Cheapest(YearSeries series, Span span, Func<int, CalculatedValue>? until)
    {
        var cost = new int[13];
        var steps = new Stretch[13];
        for (var last = span.First; last <= span.Last; last++)
        {
            cost[last] = Cost(last - 1) + Open;
            steps[last] = new Stretch(last, last, null, null);
            for (var first = last; first >= span.First; first--)
            {
                if (StepOf(series, first, last, until) is not { } step)
                    continue;
                var total = Cost(first - 1) + (step.Before is null ? 1 : TakenApart);
                if (total < cost[last])
                    (cost[last], steps[last]) = (total, step);
            }
        }

        return steps;

        int Cost(int month) => month < span.First ? 0 : cost[month];
    }

    private static Stretch? StepOf(YearSeries series, int first, int last, Func<int, CalculatedValue>? until)
    {
        if (series.Covering(first, last) is { } value)
            return new Stretch(first, last, value, null);
        if (until is null || !series.HasCumulative || first == 1 || series.Cumulative(last) is not { } cumulative)
            return null;
        return until(first - 1) is CalculatedValue.Known before ? new Stretch(first, last, cumulative, before) : null;
    }
}
