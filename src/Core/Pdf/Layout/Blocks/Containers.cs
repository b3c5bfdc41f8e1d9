using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout.Blocks;

/// <summary>Blocks that stand on one page, where they fit on one.</summary>
internal sealed record KeptTogether(IReadOnlyList<Block> Blocks) : Block
{
    internal override ArrangedBlock Arrange(StyleSheet styles, double width)
    {
        var blocks = Blocks.Select(block => block.Arrange(styles, width)).ToList();
        return new Arranged(new Stack(blocks))
        {
            SpaceBefore = blocks.Count > 0 ? blocks[0].SpaceBefore : 0,
            SpaceAfter = blocks.Count > 0 ? blocks[^1].SpaceAfter : 0,
        };
    }

    private sealed class Arranged(Stack stack) : ArrangedBlock
    {
        public override int Count => stack.Count;

        public override double Height(int unit) => stack.Height(unit);

        public override bool IsJoined(int unit) => true;

        public override void Paint(DocumentWriter writer, int unit, double x, double y) => stack.Paint(writer, unit, x, y);
    }
}

/// <summary>A coloured panel; its background is an artifact, its content is tagged as it would be elsewhere.</summary>
internal sealed record Panel(IReadOnlyList<Block> Blocks) : Block
{
    private const double Bar = 3;
    private const double Padding = 10;

    public Colour Accent { get; init; } = StyleSheet.Accent;
    public Colour Background { get; init; } = StyleSheet.Tint;

    internal override ArrangedBlock Arrange(StyleSheet styles, double width) =>
        new Arranged(this, Stack.Of(Blocks, styles, width - Bar - 2 * Padding), width) { SpaceBefore = 8, SpaceAfter = 12 };

    /// <summary>Each unit paints its own strip of the background, so a panel may go on over pages.</summary>
    private sealed class Arranged(Panel panel, Stack stack, double width) : ArrangedBlock
    {
        public override int Count => stack.Count;

        public override double Height(int unit) => stack.Height(unit) + Above(unit) + Below(unit);

        public override bool IsJoined(int unit) => stack.IsJoined(unit);

        public override void Begin(DocumentWriter writer) => writer.Canvas.BeginTag(Tag.Div);

        public override void Paint(DocumentWriter writer, int unit, double x, double y)
        {
            var strip = new Box(x, y, width, Height(unit));
            writer.Canvas.BeginArtifact();
            writer.Canvas.Fill(strip, panel.Background);
            writer.Canvas.Fill(strip with { Width = Bar }, panel.Accent);
            writer.Canvas.EndArtifact();
            stack.Paint(writer, unit, x + Bar + Padding, y + Above(unit));
        }

        public override void End(DocumentWriter writer) => writer.Canvas.EndTag();

        private static double Above(int unit) => unit == 0 ? Padding * 0.8 : 0;

        private double Below(int unit) => unit == Count - 1 ? Padding * 0.8 : 0;
    }
}

/// <summary>Blocks side by side, kept on one page; read column by column.</summary>
internal sealed record ColumnSet(IReadOnlyList<(double Share, IReadOnlyList<Block> Blocks)> Columns) : Block
{
    private const double Gap = 18;

    internal override ArrangedBlock Arrange(StyleSheet styles, double width)
    {
        var free = width - Gap * (Columns.Count - 1);
        var shares = Columns.Sum(column => column.Share);
        var x = 0.0;
        var placed = new List<(double X, Stack Stack)>();
        foreach (var (share, blocks) in Columns)
        {
            var columnWidth = free * share / shares;
            placed.Add((x, Stack.Of(blocks, styles, columnWidth)));
            x += columnWidth + Gap;
        }

        return new Arranged(placed) { SpaceBefore = 4, SpaceAfter = 8 };
    }

    private sealed class Arranged(List<(double X, Stack Stack)> columns)
        : ArrangedWhole(columns.Max(column => column.Stack.TotalHeight()))
    {
        public override void Paint(DocumentWriter writer, int unit, double x, double y)
        {
            foreach (var (offset, stack) in columns)
                stack.PaintAll(writer, x + offset, y);
        }
    }
}
