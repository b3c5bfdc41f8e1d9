using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>
/// What a strip shows: a line over all values of others, a box over their middle half, and one value of one's own.
/// </summary>
/// <param name="Own">The value that is marked.</param>
/// <param name="Smallest">The smallest of the others.</param>
/// <param name="Largest">The largest of the others.</param>
/// <param name="Middle">Lower quartile, median and upper quartile; null where there are too few values.</param>
internal sealed record StripValues(decimal Own, decimal Smallest, decimal Largest,
    (decimal Lower, decimal Median, decimal Upper)? Middle);

/// <summary>
/// A value among those of others, on one line. Shapes carry the meaning, and there is neither green nor red: no place is good or
/// bad.
/// </summary>
/// <param name="Values">What it shows.</param>
/// <param name="Alt">The same in words.</param>
/// <param name="Format">Writes a value.</param>
internal sealed record StripChart(StripValues Values, string Alt, Func<decimal, string> Format) : Block
{
    private const double Height = 46;
    private const double Margin = 6; // on both sides, for marks at the very ends
    private const double BoxHeight = 12;
    private const double MarkSize = 4.5;

    internal override ArrangedBlock Arrange(StyleSheet styles, double width) =>
        new Drawing(Height, Alt, Paint).Arrange(styles, width);

    private void Paint(Canvas canvas, Box box)
    {
        var from = Math.Min(Values.Own, Values.Smallest);
        var to = Math.Max(Values.Own, Values.Largest);
        var middle = box.CentreY + 1;
        double X(decimal value) =>
            box.X + Margin + (to == from ? 0.5 : (double)((value - from) / (to - from))) * (box.Width - 2 * Margin);

        var (left, right) = (X(Values.Smallest), X(Values.Largest));
        canvas.Line(left, middle, right, middle, 1, ChartLook.Axis);
        foreach (var end in (double[])[left, right])
            canvas.Line(end, middle - BoxHeight / 3, end, middle + BoxHeight / 3, 1, ChartLook.Axis);
        if (Values.Middle is { } quartiles)
        {
            var (lower, median, upper) = (X(quartiles.Lower), X(quartiles.Median), X(quartiles.Upper));
            var inner = new Box(lower, middle - BoxHeight / 2, Math.Max(1, upper - lower), BoxHeight);
            canvas.Fill(inner, Colour.White);
            canvas.Hatch(inner, 3, 0.5, ChartLook.PreviousYear);
            canvas.Outline(inner, ChartLook.OutlineWidth, ChartLook.Actual);
            canvas.Line(median, inner.Y, median, inner.Bottom, 2, ChartLook.Actual);
            Ends(canvas, box, (lower, quartiles.Lower), (upper, quartiles.Upper));
        }
        else
        {
            Ends(canvas, box, (left, Values.Smallest), (right, Values.Largest));
        }

        Mark(canvas, box, X(Values.Own), middle);
    }

    // Below the strip, one to the left and one to the right: they do not meet, however close the values are.
    private void Ends(Canvas canvas, Box box, (double X, decimal Value) lower, (double X, decimal Value) upper)
    {
        var (first, second) = (Format(lower.Value), Format(upper.Value));
        var baseline = box.Bottom - 3;
        var (firstWidth, secondWidth) = (ChartLook.Measure(first), ChartLook.Measure(second));
        var x = Math.Clamp(lower.X - firstWidth, box.X, Math.Max(box.X, box.Right - firstWidth - secondWidth - Margin));
        canvas.Text(x, baseline, first, FontFace.Regular, ChartLook.LabelSize, ChartLook.Label);
        var next = Math.Clamp(upper.X, x + firstWidth + Margin, Math.Max(x + firstWidth + Margin, box.Right - secondWidth));
        canvas.Text(next, baseline, second, FontFace.Regular, ChartLook.LabelSize, ChartLook.Label);
    }

    private void Mark(Canvas canvas, Box box, double x, double middle)
    {
        canvas.FillPolygon(
            Colour.White, (x, middle - MarkSize - 1.5), (x + MarkSize + 1.5, middle), (x, middle + MarkSize + 1.5),
            (x - MarkSize - 1.5, middle));
        canvas.FillPolygon(
            StyleSheet.Ink, (x, middle - MarkSize), (x + MarkSize, middle), (x, middle + MarkSize), (x - MarkSize, middle));
        var label = Format(Values.Own);
        var width = ChartLook.Measure(label);
        canvas.Text(
            Math.Clamp(x - width / 2, box.X, Math.Max(box.X, box.Right - width)), box.Y + 9, label, FontFace.Bold,
            ChartLook.LabelSize, StyleSheet.Ink);
    }
}
