using Produktreport.Core.Pdf.Pages;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>Blocks one below the other, seen as one block whose units are all of theirs and the spaces between them.</summary>
internal sealed class Stack : ArrangedBlock
{
    private readonly List<ArrangedBlock> _blocks;
    private readonly List<(int Block, int Unit, double Gap)> _units = [];

    public Stack(IEnumerable<ArrangedBlock> blocks)
    {
        _blocks = [.. blocks];
        var space = 0.0;
        for (var block = 0; block < _blocks.Count; block++)
        {
            space = block == 0 ? 0 : Math.Max(space, _blocks[block].SpaceBefore);
            for (var unit = 0; unit < _blocks[block].Count; unit++)
                _units.Add((block, unit, unit == 0 ? space : 0));
            space = _blocks[block].Count == 0 ? space : _blocks[block].SpaceAfter;
        }
    }

    public static Stack Of(IEnumerable<Block> blocks, StyleSheet styles, double width) =>
        new(blocks.Select(block => block.Arrange(styles, width)));

    public override int Count => _units.Count;

    public override double Height(int unit) => _units[unit].Gap + Inner(unit).Height(_units[unit].Unit);

    public override bool IsJoined(int unit)
    {
        var block = Inner(unit);
        var isLast = _units[unit].Unit == block.Count - 1;
        return isLast ? block.KeepsWithNext : block.IsJoined(_units[unit].Unit);
    }

    public override void Paint(DocumentWriter writer, int unit, double x, double y)
    {
        var (_, inner, gap) = _units[unit];
        var block = Inner(unit);
        if (inner == 0)
            block.Begin(writer);
        block.Paint(writer, inner, x, y + gap);
        if (inner == block.Count - 1)
            block.End(writer);
    }

    private ArrangedBlock Inner(int unit) => _blocks[_units[unit].Block];
}
