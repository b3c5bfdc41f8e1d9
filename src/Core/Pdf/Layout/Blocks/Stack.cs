using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;

namespace Produktreport.Core.Pdf.Layout.Blocks;

/// <summary>Blocks one below the other, seen as one block whose units are all of theirs and the spaces between them.</summary>
internal sealed class Stack : ArrangedBlock
{
    private readonly List<ArrangedBlock> blocks;
    private readonly List<(int Block, int Unit, double Gap)> units = [];

    public Stack(IEnumerable<ArrangedBlock> blocks)
    {
        this.blocks = [.. blocks];
        var space = 0.0;
        for (var block = 0; block < this.blocks.Count; block++)
        {
            space = block == 0 ? 0 : Math.Max(space, this.blocks[block].SpaceBefore);
            for (var unit = 0; unit < this.blocks[block].Count; unit++)
                units.Add((block, unit, unit == 0 ? space : 0));
            space = this.blocks[block].Count == 0 ? space : this.blocks[block].SpaceAfter;
        }
    }

    public static Stack Of(IEnumerable<Block> blocks, StyleSheet styles, double width) =>
        new(blocks.Select(block => block.Arrange(styles, width)));

    public override int Count => units.Count;

    public override double Height(int unit) => units[unit].Gap + Inner(unit).Height(units[unit].Unit);

    public override bool IsJoined(int unit)
    {
        var block = Inner(unit);
        var isLast = units[unit].Unit == block.Count - 1;
        return isLast ? block.KeepsWithNext : block.IsJoined(units[unit].Unit);
    }

    public override void Paint(DocumentWriter writer, int unit, double x, double y)
    {
        var (_, inner, gap) = units[unit];
        var block = Inner(unit);
        if (inner == 0)
            block.Begin(writer);
        block.Paint(writer, inner, x, y + gap);
        if (inner == block.Count - 1)
            block.End(writer);
    }

    private ArrangedBlock Inner(int unit) => blocks[units[unit].Block];
}
