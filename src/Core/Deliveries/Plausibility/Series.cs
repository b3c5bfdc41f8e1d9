using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Tables;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>The values of one figure and Art over periods of one kind: those a delivery brings, and those known before that it does not replace.</summary>
internal sealed class Series(FigureKey key, IReadOnlyList<DeliveredValue> added, IReadOnlyList<DeliveredValue> known)
{
    /// <summary>The figure.</summary>
    public BaseFigure Figure => (BaseFigure)key.Figure;

    /// <summary>The values of the delivery.</summary>
    public IReadOnlyList<DeliveredValue> Added => added;

    /// <summary>Values of earlier deliveries for other periods.</summary>
    public IReadOnlyList<DeliveredValue> Known => known;

    /// <summary>All of them by period.</summary>
    public Dictionary<Period, DeliveredValue> ByPeriod { get; } = known.Concat(added).ToDictionary(value => value.Period);

    /// <summary>Each value with that of the same period a year before, where both are numbers other than 0 counted the same way.</summary>
    public IEnumerable<(DeliveredValue Value, decimal Before)> YearPairs(IEnumerable<DeliveredValue> values)
    {
        foreach (var value in values)
        {
            if (value.Value is not (null or 0) && value.Period.Year > 1900
                && ByPeriod.TryGetValue(value.Period.YearsEarlier(1), out var before)
                && before.Value is { } previous and not 0 && before.IsCumulative == value.IsCumulative)
                yield return (value, previous);
        }
    }
}
