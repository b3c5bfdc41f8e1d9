using System.Runtime.InteropServices;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>
/// The text flow of a section: blocks one after the other, on as many pages as they take. Blocks wait for the next page break:
/// only then is it known how they are shared among pages best.
/// </summary>
internal sealed class Flow : BlockBuilder
{
    private readonly DocumentWriter writer;
    private readonly StyleSheet styles;
    private readonly PageSetup setup;
    private readonly List<FlowUnit> waiting = [];
    private readonly int? insertAt;
    private ArrangedBlock? last;
    private double space;
    private int pages;
    private bool isRemark;
    private string runningTitle = "";

    internal Flow(DocumentWriter writer, StyleSheet styles, PageSetup setup, int? insertAt = null) =>
        (this.writer, this.styles, this.setup, this.insertAt) = (writer, styles, setup, insertAt);

    public double Width => setup.Body.Width;

    /// <summary>How many pages the section takes so far.</summary>
    public int PageCount => pages + Breaks().Count;

    public override void Add(Block block)
    {
        var arranged = block.Arrange(styles, Width);
        var gap = Math.Max(space, arranged.SpaceBefore);
        if (arranged.Count == 0)
        {
            space = gap;
            return;
        }

        JoinLast();
        for (var unit = 0; unit < arranged.Count; unit++)
        {
            var isJoined = unit < arranged.Count - 1 && arranged.IsJoined(unit);
            waiting.Add(new FlowUnit(
                arranged, unit, unit == 0 ? gap : 0, arranged.Height(unit), isJoined, isRemark || block is NoteList));
        }

        (last, space) = (arranged, arranged.SpaceAfter);
    }

    /// <summary>Blocks that only explain others; a page has no such blocks alone.</summary>
    public void Remarks(Action<BlockBuilder> content)
    {
        isRemark = true;
        content(this);
        isRemark = false;
    }

    /// <summary>What heads and feet show as the title of the pages since the last page break.</summary>
    public void RunningTitle(string title) => runningTitle = title;

    /// <summary>Goes on on a new page, unless this one is still empty.</summary>
    public void PageBreak()
    {
        var first = 0;
        foreach (var end in Breaks())
        {
            PaintPage(first, end);
            first = end;
        }

        waiting.Clear();
        (last, space) = (null, 0);
    }

    internal void Finish()
    {
        PageBreak();
        if (pages == 0)
            PaintPage(0, 0);
    }

    private List<int> Breaks() => PageBreaks.Of(CollectionsMarshal.AsSpan(waiting), setup.Body.Height);

    /// <summary>What must stand on the page on which the next block begins is joined with it, now that there is one.</summary>
    private void JoinLast()
    {
        if (last is { KeepsWithNext: true })
            waiting[^1] = waiting[^1] with { IsJoined = true };
    }

    private void PaintPage(int first, int end)
    {
        writer.BeginPage(setup, runningTitle, insertAt + pages);
        pages++;
        var y = setup.Body.Y;
        for (var i = first; i < end; i++)
        {
            var (block, index, gap, height, _, _) = waiting[i];
            if (i > first)
            {
                y += gap;
            }
            else if (index > 0)
            {
                block.PaintRepeated(writer, setup.Body.X, y);
                y += block.RepeatedHeight;
            }

            if (index == 0)
                block.Begin(writer);
            block.Paint(writer, index, setup.Body.X, y);
            y += height;
            if (index == block.Count - 1)
                block.End(writer);
        }

        writer.EndPage();
    }
}
