using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;

namespace Produktreport.Core.Pdf.Layout.Blocks;

/// <summary>A part of the text flow: a heading, a paragraph, a table, a chart.</summary>
internal abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>Breaks lines and measures, for the width available.</summary>
    internal abstract ArrangedBlock Arrange(StyleSheet styles, double width);
}

/// <summary>
/// A block whose size is known: a column of units that are painted whole – a line of text, a row of a table, a chart. Pages
/// break between units, and only where the units are not joined.
/// </summary>
internal abstract class ArrangedBlock
{
    public double SpaceBefore { get; init; }
    public double SpaceAfter { get; init; }

    /// <summary>Whether the block must stand on the page on which the next one begins: headings, captions.</summary>
    public bool KeepsWithNext { get; init; }

    public abstract int Count { get; }

    /// <summary>What is painted again on top of a page the block continues on: a table's header.</summary>
    public virtual double RepeatedHeight => 0;

    public abstract double Height(int unit);

    /// <summary>Whether a unit must stand on the same page as the next one.</summary>
    public virtual bool IsJoined(int unit) => false;

    public virtual void Begin(DocumentWriter writer)
    {
    }

    public abstract void Paint(DocumentWriter writer, int unit, double x, double y);

    public virtual void PaintRepeated(DocumentWriter writer, double x, double y)
    {
    }

    public virtual void End(DocumentWriter writer)
    {
    }

    public double TotalHeight()
    {
        var height = 0.0;
        for (var unit = 0; unit < Count; unit++)
            height += Height(unit);
        return height;
    }

    /// <summary>Paints everything in one place, for blocks that stand inside another.</summary>
    public void PaintAll(DocumentWriter writer, double x, double y)
    {
        Begin(writer);
        for (var unit = 0; unit < Count; unit++)
        {
            Paint(writer, unit, x, y);
            y += Height(unit);
        }

        End(writer);
    }
}

/// <summary>A block of one unit.</summary>
internal abstract class ArrangedWhole(double height) : ArrangedBlock
{
    public override int Count => 1;

    public override double Height(int unit) => height;
}
