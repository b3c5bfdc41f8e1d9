using Produktreport.Core.Pdf.Pages;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>
/// The text flow of a section: blocks one after the other, on as many pages as they take. Headings wait until it is known that
/// what they head fits below them.
/// </summary>
public sealed class Flow : BlockBuilder
{
    private const double Tolerance = 0.01; // of a point

    private readonly DocumentWriter writer;
    private readonly StyleSheet styles;
    private readonly PageSetup setup;
    private readonly List<ArrangedBlock> waiting = [];
    private readonly int? insertAt;
    private int pages;
    private double y;
    private double space;
    private bool isPageOpen;
    private string runningTitle = "";

    internal Flow(DocumentWriter writer, StyleSheet styles, PageSetup setup, int? insertAt = null) =>
        (this.writer, this.styles, this.setup, this.insertAt) = (writer, styles, setup, insertAt);

    /// <summary>The width of the text, in points.</summary>
    public double Width => setup.Body.Width;

    /// <summary>How many pages the section has so far.</summary>
    public int PageCount => pages;

    /// <inheritdoc/>
    public override void Add(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var arranged = block.Arrange(styles, Width);
        waiting.Add(arranged);
        if (!arranged.KeepsWithNext)
            PlaceWaiting();
    }

    /// <summary>What heads and feet show as the title of the pages begun from now on.</summary>
    public void RunningTitle(string title) => runningTitle = title;

    /// <summary>Goes on on a new page, unless this one is still empty.</summary>
    public void PageBreak()
    {
        PlaceWaiting();
        EndPage();
    }

    internal void Finish()
    {
        PlaceWaiting();
        if (pages == 0)
            BeginPage();
        EndPage();
    }

    private double Bottom => setup.Body.Bottom;

    private void PlaceWaiting()
    {
        if (waiting.Count == 0)
            return;
        if (isPageOpen && y + NeededHeight() > Bottom + Tolerance)
            EndPage();
        foreach (var block in waiting)
            Place(block);
        waiting.Clear();
    }

    /// <summary>The height of the headings that wait, with the first piece of the block they head.</summary>
    private double NeededHeight()
    {
        var (height, space) = (0.0, this.space);
        for (var i = 0; i < waiting.Count; i++)
        {
            var block = waiting[i];
            height += Math.Max(space, block.SpaceBefore);
            height += block.Count == 0 ? 0 : i == waiting.Count - 1 ? block.JoinedHeight(0) : block.TotalHeight();
            space = block.SpaceAfter;
        }

        return height;
    }

    private void Place(ArrangedBlock block)
    {
        if (block.Count == 0)
        {
            space = Math.Max(space, block.SpaceBefore);
            return;
        }

        if (isPageOpen)
            y += Math.Max(space, block.SpaceBefore);
        else
            BeginPage();
        block.Begin(writer);
        for (var unit = 0; unit < block.Count; unit++)
            PlaceUnit(block, unit);
        block.End(writer);
        space = block.SpaceAfter;
    }

    private void PlaceUnit(ArrangedBlock block, int unit)
    {
        var height = block.Height(unit);
        var startsJoined = unit == 0 || !block.IsJoined(unit - 1);
        var needed = startsJoined ? block.JoinedHeight(unit) : height;
        if (y + needed > Bottom + Tolerance && (needed <= setup.Body.Height || y + height > Bottom + Tolerance) && unit > 0)
        {
            EndPage();
            BeginPage();
            block.PaintRepeated(writer, setup.Body.X, y);
            y += block.RepeatedHeight;
        }

        block.Paint(writer, unit, setup.Body.X, y);
        y += height;
    }

    private void BeginPage()
    {
        writer.BeginPage(setup, runningTitle, insertAt + pages);
        pages++;
        (y, space, isPageOpen) = (setup.Body.Y, 0, true);
    }

    private void EndPage()
    {
        if (isPageOpen)
            writer.EndPage();
        isPageOpen = false;
    }
}
