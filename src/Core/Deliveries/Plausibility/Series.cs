using System.Runtime.InteropServices;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// The values of one figure and Art over periods of one kind: those a delivery brings, and those known before that it does not
/// replace.
/// </summary>
internal sealed class Series
{
    private readonly ValueTable values;
    private readonly IReadOnlyList<DeliveredValue> known;
    private readonly List<Point> points;
    private readonly int addedCount;
    private readonly int firstYear;
    private readonly int periodsPerYear;

    /// <summary>For each period the position of its value in <see cref="points"/>, from 1; 0 where there is none.</summary>
    private readonly int[] positions;

    /// <summary>
    /// Joins the values of a delivery, all of one Art and kind of period, with those known, of any Art and kind; <paramref
    /// name="points"/> gets those that count.
    /// </summary>
    public Series(FigureKey key, ValueTable values, List<Point> points, IReadOnlyList<DeliveredValue> known)
    {
        Figure = (BaseFigure)key.Figure;
        (this.values, this.known, this.points, addedCount) = (values, known, points, points.Count);
        var (scenario, kind) = (values.At(points[0].Index).Scenario, points[0].Period.Kind);
        var comparable = known.Index().Where(value => value.Item.Scenario == scenario && value.Item.Period.Kind == kind)
            .Select(value => Point.Of(-1 - value.Index, value.Item.Period, value.Item.Value, value.Item.IsCumulative)).ToList();
        periodsPerYear = 12 / kind.Months();
        var (first, last) = Years(comparable, Years(points, (int.MaxValue, int.MinValue)));
        firstYear = first;
        positions = new int[(last - first + 1) * periodsPerYear];
        for (var index = 0; index < addedCount; index++)
            positions[SlotOf(points[index].Period)] = index + 1;
        foreach (var point in comparable)
        {
            ref var position = ref positions[SlotOf(point.Period)];
            if (position > 0 && position <= addedCount)
                Replaced.Add((points[position - 1], point));
            if (position > 0)
                continue;
            points.Add(point);
            position = points.Count;
        }
    }

    /// <summary>Values of the delivery, each with the one known before that it replaces.</summary>
    public List<(Point Added, Point Former)> Replaced { get; } = [];

    /// <summary>The figure.</summary>
    public BaseFigure Figure { get; }

    /// <summary>The values of the delivery.</summary>
    public ReadOnlySpan<Point> Added => All[..addedCount];

    /// <summary>Values of earlier deliveries for other periods.</summary>
    public ReadOnlySpan<Point> Known => All[addedCount..];

    /// <summary>All values.</summary>
    public ReadOnlySpan<Point> All => CollectionsMarshal.AsSpan(points);

    /// <summary>A value with all its Herkunft.</summary>
    public DeliveredValue Of(in Point point) => point.Index >= 0 ? values[point.Index] : known[-1 - point.Index];

    /// <summary>Whether the delivery says why it gives another value than before.</summary>
    public bool HasReason(in Point point) => point.Index >= 0 && values.HasReason(values.At(point.Index));

    /// <summary>The exact value; null = unknown.</summary>
    public decimal? ValueOf(in Point point) => point.Index >= 0 ? values.At(point.Index).Value : known[-1 - point.Index].Value;

    /// <summary>The value of the period before, which may be of the year before; null where there is none.</summary>
    public Point? Before(in Point value) => At(SlotOf(value.Period) - 1);

    /// <summary>The value a year before, where both are numbers other than 0 of the same sign, counted the same way.</summary>
    public Point? YearBefore(in Point value) =>
        At(SlotOf(value.Period) - periodsPerYear) is { } before && before.IsCumulative == value.IsCumulative
            && before.Size * value.Size > 0 ? before : null;

    private Point? At(int slot) => slot >= 0 && positions[slot] is var position and > 0 ? points[position - 1] : null;

    private int SlotOf(Period period) => (period.Year - firstYear) * periodsPerYear + period.Number - 1;

    private static (int First, int Last) Years(List<Point> points, (int First, int Last) known)
    {
        foreach (ref readonly var point in CollectionsMarshal.AsSpan(points))
            known = (Math.Min(known.First, point.Period.Year), Math.Max(known.Last, point.Period.Year));
        return known;
    }
}

/// <summary>One value of a series, as small as can be: a series may have thousands.</summary>
/// <param name="Index">Which value: one of the delivery from 0 on, one known before from −1 downwards.</param>
/// <param name="Period">The period.</param>
/// <param name="Size">The value, not quite exact, for quick comparisons; NaN = unknown.</param>
/// <param name="IsCumulative">Whether it counts from January on.</param>
internal readonly record struct Point(int Index, Period Period, double Size, bool IsCumulative)
{
    /// <summary>A value with its exact number.</summary>
    public static Point Of(int index, Period period, decimal? value, bool isCumulative) =>
        new(index, period, value is { } number ? (double)number : double.NaN, isCumulative);
}
