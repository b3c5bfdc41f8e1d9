using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Layout.Blocks;

/// <summary>Free space; none at the top of a page.</summary>
/// <param name="Height">In points.</param>
internal sealed record Space(double Height) : Block
{
    internal override ArrangedBlock Arrange(StyleSheet styles, double width) => new Empty { SpaceBefore = Height };

    private sealed class Empty : ArrangedBlock
    {
        public override int Count => 0;

        public override double Height(int unit) => 0;

        public override void Paint(DocumentWriter writer, int unit, double x, double y)
        {
        }
    }
}

/// <summary>A drawing: one figure for a screen reader, whatever it consists of.</summary>
/// <param name="Height">Its height in points.</param>
/// <param name="Alt">What it shows, for those who do not see it; not empty.</param>
/// <param name="Paint">Paints it into the box given.</param>
internal sealed record Drawing(double Height, string Alt, Action<Canvas, Box> Paint) : Block
{
    /// <summary>Its width in points; null for all there is.</summary>
    public double? Width { get; init; }

    internal override ArrangedBlock Arrange(StyleSheet styles, double width) =>
        new Arranged(this, Width ?? width) { SpaceBefore = 4, SpaceAfter = 8 };

    private sealed class Arranged(Drawing drawing, double width) : ArrangedWhole(drawing.Height)
    {
        public override void Paint(DocumentWriter writer, int unit, double x, double y)
        {
            var box = new Box(x, y, width, drawing.Height);
            writer.Canvas.BeginFigure(drawing.Alt, box);
            drawing.Paint(writer.Canvas, box);
            writer.Canvas.EndTag();
        }
    }
}
