using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Tables;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>The values of one figure and Art over periods of one kind: those a delivery brings, and those known before that it does not replace.</summary>
internal sealed class Series
{
    private readonly int firstYear;
    private readonly int periodsPerYear;
    private readonly DeliveredValue?[] byPeriod;

    /// <summary>Joins the values of a delivery (all of one Art and kind of period) with those known, of any Art and kind.</summary>
    public Series(FigureKey key, IReadOnlyList<DeliveredValue> added, IReadOnlyList<DeliveredValue> known)
    {
        Figure = (BaseFigure)key.Figure;
        Added = added;
        var (scenario, kind) = (added[0].Scenario, added[0].Period.Kind);
        var comparable = known.Where(value => value.Scenario == scenario && value.Period.Kind == kind).ToList();
        periodsPerYear = 12 / kind.Months();
        firstYear = Math.Min(Years(added).Min, Years(comparable).Min);
        byPeriod = new DeliveredValue?[(Math.Max(Years(added).Max, Years(comparable).Max) - firstYear + 1) * periodsPerYear];
        foreach (var value in added)
            byPeriod[IndexOf(value.Period)] = value;
        Known = [.. comparable.Where(value => byPeriod[IndexOf(value.Period)] is null)];
        foreach (var value in Known)
            byPeriod[IndexOf(value.Period)] = value;
    }

    /// <summary>The figure.</summary>
    public BaseFigure Figure { get; }

    /// <summary>The values of the delivery.</summary>
    public IReadOnlyList<DeliveredValue> Added { get; }

    /// <summary>Values of earlier deliveries for other periods.</summary>
    public IReadOnlyList<DeliveredValue> Known { get; }

    /// <summary>How many values there are in all.</summary>
    public int Count => Added.Count + Known.Count;

    /// <summary>The value of the period before, which may be of the year before; null where there is none.</summary>
    public DeliveredValue? Before(DeliveredValue value) => At(IndexOf(value.Period) - 1);

    /// <summary>The value a year before, where both are numbers other than 0 of the same sign, counted the same way.</summary>
    public decimal? YearBefore(DeliveredValue value) =>
        value.Value is { } current and not 0 && At(IndexOf(value.Period) - periodsPerYear) is { Value: { } before and not 0 } earlier
            && earlier.IsCumulative == value.IsCumulative && current > 0 == before > 0
            ? before
            : null;

    private DeliveredValue? At(int index) => index >= 0 ? byPeriod[index] : null;

    private int IndexOf(Period period) => (period.Year - firstYear) * periodsPerYear + period.Number - 1;

    private static (int Min, int Max) Years(IReadOnlyList<DeliveredValue> values)
    {
        var (min, max) = (int.MaxValue, int.MinValue);
        foreach (var value in values)
            (min, max) = (Math.Min(min, value.Period.Year), Math.Max(max, value.Period.Year));
        return (min, max);
    }
}
