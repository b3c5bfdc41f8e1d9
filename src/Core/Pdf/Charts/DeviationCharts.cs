using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>One deviation of a chart.</summary>
/// <param name="Label">What deviates: a period, a figure, a product.</param>
/// <param name="Value">By how much; null where it is not known.</param>
/// <param name="IsGood">Whether that is good; null where it is neither.</param>
internal sealed record DrawnDeviation(string Label, decimal? Value, bool? IsGood)
{
    internal Colour Colour => IsGood switch
    {
        true => ChartLook.Good,
        false => ChartLook.Bad,
        null => ChartLook.Neutral,
    };
}

/// <summary>Deviations over periods: columns from a zero line, green or red, with signed figures.</summary>
/// <param name="Deviations">The periods, in order.</param>
/// <param name="Alt">What the chart shows.</param>
/// <param name="Format">Writes a value with its sign: the sign carries what the colour says.</param>
internal sealed record DeviationColumns(
    IReadOnlyList<DrawnDeviation> Deviations, string Alt, Func<decimal, string> Format) : Block
{
    public double Height { get; init; } = 90;

    /// <summary>The scale; null for one of the chart's own.</summary>
    public ChartScale? Scale { get; init; }

    internal override ArrangedBlock Arrange(StyleSheet styles, double width) =>
        new Drawing(Height, Alt, Paint).Arrange(styles, width);

    private void Paint(Canvas canvas, Box box)
    {
        var scale = Scale ?? ChartScale.Of(Deviations.Select(deviation => deviation.Value));
        var frame = new ChartFrame(box, [.. Deviations.Select(deviation => deviation.Label)], scale, legendHeight: 0);
        var labels = Deviations.Select(deviation => deviation.Value is { } value ? Format(value) : "").ToList();
        var (size, step) = frame.Fit(labels);
        for (var i = 0; i < Deviations.Count; i++)
        {
            if (Deviations[i].Value is not { } value)
            {
                frame.PaintMissing(canvas, i);
                continue;
            }

            canvas.Fill(frame.Column(frame.Centre(i), Math.Min(22, frame.SlotWidth * 0.5), value), Deviations[i].Colour);
            if ((Deviations.Count - 1 - i) % step == 0)
                frame.PaintValue(canvas, frame.Centre(i), value, labels[i], size, Deviations[i].Colour);
        }

        frame.PaintZeroLine(canvas);
        frame.PaintPeriods(canvas);
    }
}

/// <summary>
/// Deviations of many things: bars to the left and right of a zero line, one row each, largest where the caller puts it.
/// </summary>
/// <param name="Deviations">The things, top to bottom.</param>
/// <param name="Alt">What the chart shows.</param>
/// <param name="Format">Writes a value with its sign.</param>
internal sealed record DeviationBars(IReadOnlyList<DrawnDeviation> Deviations, string Alt, Func<decimal, string> Format) : Block
{
    private const double RowHeight = 15;
    private const double Gap = 4;
    private const double LabelShare = 0.38; // of the width

    /// <summary>The scale; null for one of the chart's own.</summary>
    public ChartScale? Scale { get; init; }

    internal override ArrangedBlock Arrange(StyleSheet styles, double width) =>
        new Drawing(Deviations.Count * RowHeight + 2, Alt, Paint).Arrange(styles, width);

    private void Paint(Canvas canvas, Box box)
    {
        var scale = Scale ?? ChartScale.Of(Deviations.Select(deviation => deviation.Value));
        var values = Deviations.Select(deviation => deviation.Value is { } value ? ChartLook.Measure(Format(value)) : 0)
            .DefaultIfEmpty().Max() + Gap;
        var bars = box.Inset(box.Width * LabelShare + (scale.Minimum < 0 ? values : 0), 0, scale.Maximum > 0 ? values : 0, 0);
        var zero = bars.X + scale.Share(0) * bars.Width;
        for (var i = 0; i < Deviations.Count; i++)
            PaintRow(canvas, new Box(box.X, box.Y + i * RowHeight, box.Width * LabelShare - Gap, RowHeight), bars, zero, scale,
                Deviations[i]);
        canvas.Line(zero, box.Y, zero, box.Bottom, 0.8, ChartLook.Axis);
    }

    private void PaintRow(Canvas canvas, Box row, Box bars, double zero, ChartScale scale, DrawnDeviation deviation)
    {
        var baseline = row.CentreY + ChartLook.LabelSize * 0.35;
        canvas.Text(
            row.X, baseline, Shortened(deviation.Label, row.Width), FontFace.Regular, ChartLook.LabelSize, ChartLook.Label);
        if (deviation.Value is not { } value)
        {
            canvas.Text(zero + Gap, baseline, ChartLook.Missing, FontFace.Regular, ChartLook.LabelSize, StyleSheet.Muted);
            return;
        }

        var end = bars.X + scale.Share(value) * bars.Width;
        canvas.Fill(
            new Box(Math.Min(zero, end), row.Y + 3, Math.Max(0.5, Math.Abs(end - zero)), row.Height - 6), deviation.Colour);
        if (value < 0)
            canvas.TextRight(end - Gap, baseline, Format(value), FontFace.Regular, ChartLook.LabelSize, deviation.Colour);
        else
            canvas.Text(end + Gap, baseline, Format(value), FontFace.Regular, ChartLook.LabelSize, deviation.Colour);
    }

    private static string Shortened(string text, double width)
    {
        if (ChartLook.Measure(text) <= width)
            return text;
        var length = text.Length;
        while (length > 1 && ChartLook.Measure(text[..length].TrimEnd() + "…") > width)
            length--;
        return text[..length].TrimEnd() + "…";
    }
}
