using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>The room of a chart over periods: a slot for each period, a scale upwards, the periods' names below.</summary>
internal sealed class ChartFrame
{
    private const double LabelRoom = 12; // for the value above or below the highest column

    private readonly ChartScale scale;
    private readonly IReadOnlyList<string> periods;

    public ChartFrame(Box box, IReadOnlyList<string> periods, ChartScale scale, double legendHeight)
    {
        (this.periods, this.scale) = (periods, scale);
        Plot = box.Inset(0, legendHeight + Above(scale), 0, Below(scale));
        PeriodBaseline = box.Bottom - 3;
    }

    /// <summary>What of a chart's height its columns cannot use: legend, labels, the periods' names.</summary>
    public static double Overhead(ChartScale scale, double legendHeight) => legendHeight + Above(scale) + Below(scale);

    public Box Plot { get; }
    public double Zero => Y(0);
    public double SlotWidth => Plot.Width / Math.Max(1, periods.Count);
    private double PeriodBaseline { get; }

    private static double Above(ChartScale scale) => scale.Maximum > 0 ? LabelRoom : 2;

    private static double Below(ChartScale scale) => 14 + (scale.Minimum < 0 ? LabelRoom : 0);

    public double Centre(int period) => Plot.X + SlotWidth * (period + 0.5);

    public double Y(decimal value) => Plot.Bottom - scale.Share(value) * Plot.Height;

    /// <summary>
    /// The column of a value: from the zero line up or down; never so low that its outline or hatching is not seen.
    /// </summary>
    public Box Column(double centre, double width, decimal value)
    {
        const double hair = 0.5, lowest = 2.4;
        var (y, zero) = (Y(value), Zero);
        var height = value == 0 ? hair : Math.Max(Math.Abs(zero - y), lowest);
        return new Box(centre - width / 2, value < 0 ? zero : zero - height, width, height);
    }

    public void PaintZeroLine(Canvas canvas) => canvas.Line(Plot.X, Zero, Plot.Right, Zero, 0.8, ChartLook.Axis);

    /// <summary>The periods' names; where they are too wide for their slots, only every second, third … and the last.</summary>
    public void PaintPeriods(Canvas canvas)
    {
        var step = Step(periods, ChartLook.LabelSize);
        for (var i = 0; i < periods.Count; i++)
        {
            if ((periods.Count - 1 - i) % step == 0)
                PaintInside(canvas, Centre(i), PeriodBaseline, periods[i], ChartLook.LabelSize, StyleSheet.Muted);
        }
    }

    /// <summary>A label above a value, or below a negative one.</summary>
    /// <remarks>
    /// On white, because a higher column may stand behind it: a label belongs to its own column, and no line of another touches
    /// its minus.
    /// </remarks>
    public void PaintValue(Canvas canvas, double centre, decimal value, string label, double size, Colour colour)
    {
        var column = Column(centre, 0, value);
        var baseline = value < 0 ? column.Bottom + size + 1 : column.Y - 3;
        var width = ChartLook.Measure(label, size);
        var left = Math.Clamp(centre - width / 2, Plot.X, Math.Max(Plot.X, Plot.Right - width));
        canvas.Fill(new Box(left - 3, baseline - size * 0.8, width + 6, size), Colour.White);
        PaintInside(canvas, centre, baseline, label, size, colour);
    }

    /// <summary>The dash that says "no value", on the zero line's upper side.</summary>
    public void PaintMissing(Canvas canvas, int period) =>
        canvas.TextCentred(Centre(period), Zero - 3, ChartLook.Missing, FontFace.Regular, ChartLook.LabelSize, StyleSheet.Muted);

    /// <summary>The largest size at which labels fit their slots, and if none does, how many slots one label needs.</summary>
    public (double Size, int Step) Fit(IReadOnlyList<string> labels)
    {
        for (var size = ChartLook.LabelSize; size >= ChartLook.SmallestLabelSize; size -= 0.5)
        {
            if (Step(labels, size) == 1)
                return (size, 1);
        }

        return (ChartLook.SmallestLabelSize, Step(labels, ChartLook.SmallestLabelSize));
    }

    private int Step(IReadOnlyList<string> labels, double size)
    {
        const double gap = 4;
        var widest = labels.Count == 0 ? 0 : labels.Max(label => ChartLook.Measure(label, size)) + gap;
        return Math.Max(1, (int)Math.Ceiling(widest / SlotWidth));
    }

    private void PaintInside(Canvas canvas, double centre, double baseline, string label, double size, Colour colour)
    {
        var half = ChartLook.Measure(label, size) / 2;
        centre = Math.Clamp(centre, Plot.X + half, Math.Max(Plot.X + half, Plot.Right - half));
        canvas.TextCentred(centre, baseline, label, FontFace.Regular, size, colour);
    }
}

/// <summary>
/// The values at the lower and upper end of a chart's axis. Charts that are compared must have the same one; pass
/// <see cref="Of"/> all their values.
/// </summary>
/// <param name="Minimum">At most 0.</param>
/// <param name="Maximum">At least 0.</param>
internal sealed record ChartScale(decimal Minimum, decimal Maximum)
{
    /// <summary>A scale that holds all values, and 0: columns that do not start at 0 lie.</summary>
    public static ChartScale Of(params IEnumerable<decimal?> values)
    {
        var known = values.OfType<decimal>().Append(0m).ToList();
        var (minimum, maximum) = (known.Min(), known.Max());
        return minimum == maximum ? new ChartScale(0, 1) : new ChartScale(minimum, maximum);
    }

    /// <summary>Where a value lies: 0 at the minimum, 1 at the maximum; values outside are held at the ends.</summary>
    internal double Share(decimal value) =>
        Minimum >= Maximum ? 0 : (double)((Math.Clamp(value, Minimum, Maximum) - Minimum) / (Maximum - Minimum));
}

/// <summary>
/// A chart of columns and one of their deviations below each other, on one scale: an amount is as high in the one as in the
/// other.
/// </summary>
internal sealed record ChartPair(ChartScale Columns, double ColumnHeight, ChartScale Deviations, double DeviationHeight)
{
    private const decimal DashRoom = 0.06m; // of the columns' range, above zero, for the dash of „no value“
    private const double Room = 7; // points above and below zero that a deviation chart has at least, for the same

    /// <summary>Shares a height among both charts.</summary>
    /// <param name="values">All values of the columns.</param>
    /// <param name="deviations">All deviations.</param>
    /// <param name="height">Of both charts together, in points.</param>
    public static ChartPair Of(IEnumerable<decimal?> values, IEnumerable<decimal?> deviations, double height)
    {
        var all = ChartScale.Of(values);
        var columns = all with { Maximum = Math.Max(all.Maximum, Range(all) * DashRoom) };
        var least = ChartScale.Of(deviations);
        var free = height - ChartFrame.Overhead(columns, Legend.Height) - ChartFrame.Overhead(new ChartScale(-1, 1), 0);
        var room = (decimal)(Room / free) * (Range(columns) + Range(least));
        var below = new ChartScale(Math.Min(least.Minimum, -room), Math.Max(least.Maximum, room));
        var perUnit = free / (double)(Range(columns) + Range(below));
        return new ChartPair(
            columns, ChartFrame.Overhead(columns, Legend.Height) + perUnit * (double)Range(columns), below,
            ChartFrame.Overhead(below, 0) + perUnit * (double)Range(below));
    }

    private static decimal Range(ChartScale scale) => scale.Maximum - scale.Minimum;
}
