using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>
/// Columns over periods: actual or forecast in front, plan and previous year behind it. One figure for a screen reader; a table
/// with the same values belongs beside it.
/// </summary>
/// <param name="Periods">The periods, in order.</param>
/// <param name="Alt">What the chart shows, in a sentence or two.</param>
/// <param name="Format">Writes a value as its label.</param>
internal sealed record ColumnChart(IReadOnlyList<PeriodValues> Periods, string Alt, Func<decimal, string> Format) : Block
{
    /// <summary>The height in points, legend included.</summary>
    public double Height { get; init; } = 150;

    /// <summary>The scale; null for one of the chart's own. Charts that are compared need the same.</summary>
    public ChartScale? Scale { get; init; }

    internal override ArrangedBlock Arrange(StyleSheet styles, double width) =>
        new Drawing(Height, Alt, Paint).Arrange(styles, width);

    private void Paint(Canvas canvas, Box box)
    {
        Legend.Paint(canvas, box, LegendEntries());
        var scale = Scale ?? ChartScale.Of(Periods.SelectMany(period => period.All));
        var frame = new ChartFrame(box, [.. Periods.Select(period => period.Period)], scale, Legend.Height);
        for (var i = 0; i < Periods.Count; i++)
            PaintColumns(canvas, frame, i);
        frame.PaintZeroLine(canvas);
        PaintLabels(canvas, frame);
        frame.PaintPeriods(canvas);
    }

    private IEnumerable<(string Name, Action<Canvas, Box> Swatch)> LegendEntries()
    {
        if (Periods.Any(period => period.PreviousYear is not null))
            yield return ("Vorjahr", ChartLook.Grey);
        if (Periods.Any(period => period.Plan is not null))
            yield return ("Plan", ChartLook.Outlined);
        if (Periods.Any(period => period.Actual is not null))
            yield return ("Ist", ChartLook.Solid);
        if (Periods.Any(period => period.Actual is null && period.Forecast is not null))
            yield return ("Prognose", ChartLook.Hatched);
    }

    /// <summary>Each column covers a third of the one behind it.</summary>
    private void PaintColumns(Canvas canvas, ChartFrame frame, int index)
    {
        var period = Periods[index];
        var width = ColumnWidth(frame);
        var front = Front(frame, index);
        if (period.PreviousYear is { } previous)
            ChartLook.Grey(canvas, frame.Column(front - width / 3 * (HasPlan ? 2 : 1), width, previous));
        if (period.Plan is { } plan)
            ChartLook.Outlined(canvas, frame.Column(front - width / 3, width, plan));
        if (period.Actual is { } actual)
            ChartLook.Solid(canvas, frame.Column(front, width, actual));
        else if (period.Forecast is { } forecast)
            ChartLook.Hatched(canvas, frame.Column(front, width, forecast));
        else
            frame.PaintMissing(canvas, index);
    }

    private bool HasPlan => Periods.Any(period => period.Plan is not null);
    private int Behind => (HasPlan ? 1 : 0) + (Periods.Any(period => period.PreviousYear is not null) ? 1 : 0);

    private double ColumnWidth(ChartFrame frame) => Math.Min(30, frame.SlotWidth * 0.68 / (1 + Behind / 3.0));

    /// <summary>The middle of the front column, so that all columns of a period together stand in its middle.</summary>
    private double Front(ChartFrame frame, int index) => frame.Centre(index) + ColumnWidth(frame) / 6 * Behind;

    /// <summary>Each label stands at the end of its own column.</summary>
    private void PaintLabels(Canvas canvas, ChartFrame frame)
    {
        var labels = Periods.Select(period => period.Shown is { } value ? Format(value) : "").ToList();
        var (size, step) = frame.Fit(labels);
        for (var i = 0; i < Periods.Count; i++)
        {
            if (Periods[i].Shown is not { } value || (Periods.Count - 1 - i) % step != 0)
                continue;
            frame.PaintValue(canvas, Front(frame, i), value, labels[i], size, ChartLook.Label);
        }
    }
}

/// <summary>The values of one period in a chart; null where there is none.</summary>
/// <param name="Period">The period's name on the axis: "Q1", "Jan".</param>
internal sealed record PeriodValues(string Period)
{
    public decimal? Actual { get; init; }
    public decimal? Plan { get; init; }
    public decimal? PreviousYear { get; init; }

    /// <summary>What is expected; shown where there is no <see cref="Actual"/>.</summary>
    public decimal? Forecast { get; init; }

    internal decimal? Shown => Actual ?? Forecast;
    internal IEnumerable<decimal?> All => [Actual, Plan, PreviousYear, Forecast];
}

/// <summary>Swatches and their words in a line above the chart.</summary>
internal static class Legend
{
    public const double Height = 16;
    private const double Swatch = 8;

    public static void Paint(Canvas canvas, Box box, IEnumerable<(string Name, Action<Canvas, Box> Swatch)> entries)
    {
        var x = box.X;
        foreach (var (name, paint) in entries)
        {
            paint(canvas, new Box(x, box.Y + 1, Swatch, Swatch));
            canvas.Text(x + Swatch + 4, box.Y + 7.8, name, FontFace.Regular, ChartLook.LabelSize, StyleSheet.Muted);
            x += Swatch + 4 + ChartLook.Measure(name) + 14;
        }
    }
}
