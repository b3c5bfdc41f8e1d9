using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>
/// A trend over many periods: actual as a strong line, its forecast dashed, plan thin, previous year grey. A line breaks where a
/// value is missing; it is never drawn across.
/// </summary>
/// <param name="Periods">The periods, in order.</param>
/// <param name="Alt">What the chart shows.</param>
/// <param name="Format">Writes a value as its label.</param>
public sealed record LineChart(IReadOnlyList<PeriodValues> Periods, string Alt, Func<decimal, string> Format) : Block
{
    /// <summary>The height in points, legend included.</summary>
    public double Height { get; init; } = 150;

    /// <summary>The scale; null for one of the chart's own.</summary>
    public ChartScale? Scale { get; init; }

    /// <summary>The words of the legend.</summary>
    public ScenarioNames Names { get; init; } = ScenarioNames.German;

    internal override ArrangedBlock Arrange(StyleSheet styles, double width) => new Drawing(Height, Alt, Paint).Arrange(styles, width);

    private void Paint(Canvas canvas, Box box)
    {
        Legend.Paint(canvas, box, LegendEntries());
        var scale = Scale ?? ChartScale.Of(Periods.SelectMany(period => period.All));
        var frame = new ChartFrame(box, [.. Periods.Select(period => period.Period)], scale, Legend.Height);
        frame.PaintZeroLine(canvas);
        PaintLine(canvas, frame, period => period.PreviousYear, GreyLine);
        PaintLine(canvas, frame, period => period.Plan, ThinLine);
        PaintLine(canvas, frame, period => period.Actual, StrongLine);
        PaintForecast(canvas, frame);
        PaintLabels(canvas, frame);
        for (var i = 0; i < Periods.Count; i++)
        {
            if (Periods[i].Shown is null)
                frame.PaintMissing(canvas, i);
        }

        frame.PaintPeriods(canvas);
    }

    private IEnumerable<(string Name, Action<Canvas, Box> Swatch)> LegendEntries()
    {
        if (Periods.Any(period => period.PreviousYear is not null))
            yield return (Names.PreviousYear, (canvas, box) => GreyLine(canvas, (box.X, box.CentreY), (box.Right, box.CentreY)));
        if (Periods.Any(period => period.Plan is not null))
            yield return (Names.Plan, (canvas, box) => ThinLine(canvas, (box.X, box.CentreY), (box.Right, box.CentreY)));
        if (Periods.Any(period => period.Actual is not null))
            yield return (Names.Actual, (canvas, box) => StrongLine(canvas, (box.X, box.CentreY), (box.Right, box.CentreY)));
        if (Periods.Any(period => period.Actual is null && period.Forecast is not null))
            yield return (Names.Forecast, (canvas, box) => DashedLine(canvas, (box.X, box.CentreY), (box.Right, box.CentreY)));
    }

    private void PaintLine(
        Canvas canvas, ChartFrame frame, Func<PeriodValues, decimal?> value, Action<Canvas, (double X, double Y), (double X, double Y)> draw)
    {
        for (var i = 0; i < Periods.Count; i++)
        {
            if (value(Periods[i]) is not { } here)
                continue;
            var next = i + 1 < Periods.Count ? value(Periods[i + 1]) : null;
            var previous = i > 0 ? value(Periods[i - 1]) : null;
            if (next is { } there)
                draw(canvas, (frame.Centre(i), frame.Y(here)), (frame.Centre(i + 1), frame.Y(there)));
            else if (previous is null)
                canvas.FillCircle(frame.Centre(i), frame.Y(here), 1.6, ChartLook.Actual); // a value alone has no line
        }
    }

    private void PaintForecast(Canvas canvas, ChartFrame frame)
    {
        for (var i = 1; i < Periods.Count; i++)
        {
            if (Periods[i] is { Actual: null, Forecast: { } forecast } && Periods[i - 1].Shown is { } before)
                DashedLine(canvas, (frame.Centre(i - 1), frame.Y(before)), (frame.Centre(i), frame.Y(forecast)));
        }
    }

    /// <summary>The highest, the lowest and the last value; a label that would touch another is left out.</summary>
    private void PaintLabels(Canvas canvas, ChartFrame frame)
    {
        var known = Enumerable.Range(0, Periods.Count).Where(i => Periods[i].Shown is not null).ToList();
        if (known.Count == 0)
            return;
        int[] wanted = [known[^1], known.MaxBy(i => Periods[i].Shown), known.MinBy(i => Periods[i].Shown)];
        var taken = new List<(double Left, double Right)>();
        foreach (var i in wanted.Distinct())
        {
            var label = Format(Periods[i].Shown!.Value);
            var half = ChartLook.Measure(label) / 2 + 2;
            if (taken.Any(other => frame.Centre(i) - half < other.Right && other.Left < frame.Centre(i) + half))
                continue;
            taken.Add((frame.Centre(i) - half, frame.Centre(i) + half));
            canvas.FillCircle(frame.Centre(i), frame.Y(Periods[i].Shown!.Value), 2, ChartLook.Actual);
            PaintLabel(canvas, frame, i, label);
        }
    }

    /// <summary>Above all lines at that place, so that none runs through the figures.</summary>
    private void PaintLabel(Canvas canvas, ChartFrame frame, int index, string label)
    {
        var neighbours = Periods.Skip(Math.Max(0, index - 1)).Take(index == 0 ? 2 : 3).SelectMany(period => period.All).OfType<decimal>();
        var top = neighbours.Min(frame.Y) - 4;
        var x = Math.Clamp(frame.Centre(index), frame.Plot.X + ChartLook.Measure(label) / 2, frame.Plot.Right - ChartLook.Measure(label) / 2);
        canvas.TextCentred(x, top, label, FontFace.Regular, ChartLook.LabelSize, ChartLook.Label);
    }

    private static void StrongLine(Canvas canvas, (double X, double Y) from, (double X, double Y) to) =>
        canvas.Polyline(1.8, ChartLook.Actual, from, to);

    private static void ThinLine(Canvas canvas, (double X, double Y) from, (double X, double Y) to) =>
        canvas.Polyline(0.7, ChartLook.Actual, from, to);

    private static void GreyLine(Canvas canvas, (double X, double Y) from, (double X, double Y) to) =>
        canvas.Polyline(1.4, ChartLook.PreviousYear, from, to);

    private static void DashedLine(Canvas canvas, (double X, double Y) from, (double X, double Y) to) =>
        canvas.DashedLine(from.X, from.Y, to.X, to.Y, 1.8, ChartLook.Actual, 3, 2);
}
