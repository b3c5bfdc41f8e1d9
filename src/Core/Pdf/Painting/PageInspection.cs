using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Inspection;

/// <summary>
/// Records what a document paints, for checks of the printed page. Pass it in <see cref="DocumentOptions.Inspection"/>; without it
/// nothing is recorded and nothing is lost in speed.
/// </summary>
public sealed class PageInspection
{
    private readonly List<PaintedItem> _items = [];
    private readonly List<Box> _pages = [];

    /// <summary>Everything painted, in the order of painting (headers and footers last).</summary>
    public IReadOnlyList<PaintedItem> Items => _items;

    /// <summary>The sheets, in the order they were made; the index plus one is the page of <see cref="PaintedItem.Page"/>.</summary>
    public IReadOnlyList<Box> Pages => _pages;

    internal void AddPage(double width, double height) => _pages.Add(new Box(0, 0, width, height));

    internal void Add(int page, PaintedKind kind, Box bounds, Role? role, Colour colour, string? text = null, double size = 0) =>
        _items.Add(new PaintedItem(page, kind, bounds, role, text, colour, size));
}
