using Produktreport.Core.Pdf.Pages;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>
/// The text flow of a section: blocks one after the other, on as many pages as they take. Headings wait until it is known that
/// what they head fits below them.
/// </summary>
public sealed class Flow : BlockBuilder
{
    private const double Tolerance = 0.01; // of a point

    private readonly DocumentWriter _writer;
    private readonly StyleSheet _styles;
    private readonly PageSetup _setup;
    private readonly List<ArrangedBlock> _waiting = [];
    private readonly int? _insertAt;
    private int _pages;
    private double _y;
    private double _space;
    private bool _isPageOpen;
    private string _runningTitle = "";

    internal Flow(DocumentWriter writer, StyleSheet styles, PageSetup setup, int? insertAt = null) =>
        (_writer, _styles, _setup, _insertAt) = (writer, styles, setup, insertAt);

    /// <summary>The width of the text, in points.</summary>
    public double Width => _setup.Body.Width;

    /// <summary>How many pages the section has so far.</summary>
    public int PageCount => _pages;

    /// <inheritdoc/>
    public override void Add(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var arranged = block.Arrange(_styles, Width);
        _waiting.Add(arranged);
        if (!arranged.KeepsWithNext)
            PlaceWaiting();
    }

    /// <summary>What heads and feet show as the title of the pages begun from now on.</summary>
    public void RunningTitle(string title) => _runningTitle = title;

    /// <summary>Goes on on a new page, unless this one is still empty.</summary>
    public void PageBreak()
    {
        PlaceWaiting();
        EndPage();
    }

    internal void Finish()
    {
        PlaceWaiting();
        if (_pages == 0)
            BeginPage();
        EndPage();
    }

    private double Bottom => _setup.Body.Bottom;

    private void PlaceWaiting()
    {
        if (_waiting.Count == 0)
            return;
        if (_isPageOpen && _y + NeededHeight() > Bottom + Tolerance)
            EndPage();
        foreach (var block in _waiting)
            Place(block);
        _waiting.Clear();
    }

    /// <summary>The height of the headings that wait, with the first piece of the block they head.</summary>
    private double NeededHeight()
    {
        var (height, space) = (0.0, _space);
        for (var i = 0; i < _waiting.Count; i++)
        {
            var block = _waiting[i];
            height += Math.Max(space, block.SpaceBefore);
            height += block.Count == 0 ? 0 : i == _waiting.Count - 1 ? block.JoinedHeight(0) : block.TotalHeight();
            space = block.SpaceAfter;
        }

        return height;
    }

    private void Place(ArrangedBlock block)
    {
        if (block.Count == 0)
        {
            _space = Math.Max(_space, block.SpaceBefore);
            return;
        }

        if (_isPageOpen)
            _y += Math.Max(_space, block.SpaceBefore);
        else
            BeginPage();
        block.Begin(_writer);
        for (var unit = 0; unit < block.Count; unit++)
            PlaceUnit(block, unit);
        block.End(_writer);
        _space = block.SpaceAfter;
    }

    private void PlaceUnit(ArrangedBlock block, int unit)
    {
        var height = block.Height(unit);
        var startsJoined = unit == 0 || !block.IsJoined(unit - 1);
        var needed = startsJoined ? block.JoinedHeight(unit) : height;
        if (_y + needed > Bottom + Tolerance && (needed <= _setup.Body.Height || _y + height > Bottom + Tolerance) && unit > 0)
        {
            EndPage();
            BeginPage();
            block.PaintRepeated(_writer, _setup.Body.X, _y);
            _y += block.RepeatedHeight;
        }

        block.Paint(_writer, unit, _setup.Body.X, _y);
        _y += height;
    }

    private void BeginPage()
    {
        _writer.BeginPage(_setup, _runningTitle, _insertAt + _pages);
        _pages++;
        (_y, _space, _isPageOpen) = (_setup.Body.Y, 0, true);
    }

    private void EndPage()
    {
        if (_isPageOpen)
            _writer.EndPage();
        _isPageOpen = false;
    }
}
