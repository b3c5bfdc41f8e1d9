using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>
/// The usual case of a roll-up, straight from the delivered values: single periods cover the span and everything is known. Gives
/// what <see cref="RollUp"/> would, without making the parts, which only an explanation needs.
/// </summary>
internal static class DeliveredParts
{
    /// <summary>The combined value; null where the case is not the usual one.</summary>
    /// <param name="figure">Whose values these are; not a Stichtag figure.</param>
    /// <param name="span">What to cover.</param>
    /// <param name="series">Its delivered values, none of them cumulative.</param>
    /// <param name="weights">
    /// For a weighted mean the delivered values of the weight, none of them cumulative; null where there are none.
    /// </param>
    public static CalculatedValue.Known? Combine(BaseFigure figure, Span span, DeliveredSeries series, YearSeries? weights)
    {
        try
        {
            var value = figure.RollUp switch
            {
                RollUpRule.Sum => Sum(series.Values!, span),
                RollUpRule.Mean => MeanByMonths(series.Values!, span),
                _ => weights is null ? null : WeightedMean(series.Values!, weights, span),
            };
            return value is { } known
                ? new CalculatedValue.Known(known, figure.RollUp, series, span.First, span.Last)
                : null;
        }
        catch (OverflowException)
        {
            return null; // Whether this or a missing part further on is the reason to name, the roll-up of the parts decides.
        }
    }

    private static decimal? Sum(YearSeries values, Span span)
    {
        var sum = 0m;
        for (var month = span.First; month <= span.Last;)
        {
            if (!TryNext(values, span, ref month, out _, out var value))
                return null;
            sum += value;
        }

        return sum;
    }

    private static decimal? MeanByMonths(YearSeries values, Span span)
    {
        var sum = 0m;
        for (var month = span.First; month <= span.Last;)
        {
            var first = month;
            if (!TryNext(values, span, ref month, out _, out var value))
                return null;
            sum += value * (month - first);
        }

        return sum / span.Months;
    }

    private static decimal? WeightedMean(YearSeries values, YearSeries weights, Span span)
    {
        var (sum, total) = (0m, 0m);
        for (var month = span.First; month <= span.Last;)
        {
            if (!TryNext(values, span, ref month, out var slot, out var value) || weights[slot]?.Delivered.Value is not { } weight
                || weight == 0)
                return null;
            sum += value * weight;
            total += weight;
        }

        return total == 0 ? null : sum / total;
    }

    /// <summary>
    /// The longest part from a month on, if there is one and its value is known; moves on to the month after it.
    /// </summary>
    private static bool TryNext(YearSeries values, Span span, ref int month, out int slot, out decimal value)
    {
        slot = values.Longest(month, span.Last);
        if (slot < 0 || values[slot]!.Delivered.Value is not { } known)
        {
            value = 0;
            return false;
        }

        (month, value) = (YearSeries.LastMonth(slot) + 1, known);
        return true;
    }
}
