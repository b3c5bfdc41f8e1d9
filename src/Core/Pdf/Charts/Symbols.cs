using Produktreport.Core.Pdf.Layout;

namespace Produktreport.Core.Pdf.Charts;

/// <summary>Small drawings for cells and lines of text. Each meaning has a shape of its own, so that colour alone says nothing.</summary>
public static class Symbols
{
    private const double Size = 7;

    /// <summary>A filled circle: all well.</summary>
    public static InlineDrawing Circle(string alt) => New(alt, (canvas, box) => canvas.FillCircle(box.CentreX, box.CentreY, box.Width / 2, ChartLook.Good));

    /// <summary>A filled triangle standing on its base: take care.</summary>
    public static InlineDrawing Triangle(string alt) =>
        New(alt, (canvas, box) => canvas.FillPolygon(Colour.Hex(0xE0A100), (box.X, box.Bottom), (box.Right, box.Bottom), (box.CentreX, box.Y)));

    /// <summary>A filled diamond: off target.</summary>
    public static InlineDrawing Diamond(string alt) =>
        New(alt, (canvas, box) => canvas.FillPolygon(
            ChartLook.Bad, (box.CentreX, box.Y - 0.5), (box.Right + 0.5, box.CentreY), (box.CentreX, box.Bottom + 0.5), (box.X - 0.5, box.CentreY)));

    /// <summary>An empty ring: cannot be assessed.</summary>
    public static InlineDrawing Ring(string alt) =>
        New(alt, (canvas, box) => canvas.OutlineCircle(box.CentreX, box.CentreY, box.Width / 2 - 0.6, 1.2, ChartLook.Neutral));

    /// <summary>A bar on a pale track: how much of a target is reached.</summary>
    /// <param name="share">0 to 1; more is shown as 1.</param>
    /// <param name="width">The track's width in points.</param>
    /// <param name="colour">The bar's colour.</param>
    /// <param name="alt">What it says.</param>
    public static InlineDrawing Bar(decimal share, double width, Colour colour, string alt) => new(width, 6, alt, (canvas, box) =>
    {
        canvas.Fill(box, Colour.Hex(0xE3E8EC));
        canvas.Fill(box with { Width = box.Width * (double)Math.Clamp(share, 0, 1) }, colour);
    });

    private static InlineDrawing New(string alt, Action<Canvas, Box> paint) => new(Size, Size, alt, paint);
}
