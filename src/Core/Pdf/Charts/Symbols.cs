using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>
/// Small drawings for cells and lines of text. Each meaning has a shape of its own, so that colour alone says nothing.
/// </summary>
internal static class Symbols
{
    private const double Size = 7;

    /// <summary>A filled circle: all well.</summary>
    public static InlineDrawing Circle(string? alt = null) =>
        New(alt, (canvas, box) => canvas.FillCircle(box.CentreX, box.CentreY, box.Width / 2, ChartLook.Good));

    /// <summary>A filled triangle standing on its base: take care.</summary>
    public static InlineDrawing Triangle(string? alt = null) =>
        New(alt, (canvas, box) => canvas.FillPolygon(
            Colour.Hex(0xB07D00), (box.X, box.Bottom), (box.Right, box.Bottom), (box.CentreX, box.Y)));

    /// <summary>A filled diamond: off target.</summary>
    public static InlineDrawing Diamond(string? alt = null) =>
        New(alt, (canvas, box) => canvas.FillPolygon(
            ChartLook.Bad, (box.CentreX, box.Y - 0.5), (box.Right + 0.5, box.CentreY), (box.CentreX, box.Bottom + 0.5),
                (box.X - 0.5, box.CentreY)));

    /// <summary>An empty ring: cannot be assessed.</summary>
    public static InlineDrawing Ring(string? alt = null) =>
        New(alt, (canvas, box) => canvas.OutlineCircle(box.CentreX, box.CentreY, box.Width / 2 - 0.6, 1.2, ChartLook.Neutral));

    private static InlineDrawing New(string? alt, Action<Canvas, Box> paint) => new(Size, Size, alt, paint);
}
