using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Painting;

/// <summary>
/// Records what a document paints, for checks of the printed page. Pass it in the options of the document; without it
/// nothing is recorded and nothing is lost in speed.
/// </summary>
internal sealed class PageInspection
{
    private readonly List<PaintedItem> items = [];
    private readonly List<Box> pages = [];

    /// <summary>Everything painted, in the order of painting (headers and footers last).</summary>
    public IReadOnlyList<PaintedItem> Items => items;

    /// <summary>
    /// The sheets, in the order they were made; the index plus one is the page of <see cref="PaintedItem.Page"/>.
    /// </summary>
    public IReadOnlyList<Box> Pages => pages;

    internal void AddPage(double width, double height) => pages.Add(new Box(0, 0, width, height));

    internal void Add(int page, PaintedKind kind, Box bounds, Tag? role, Colour colour, string? text = null, double size = 0) =>
        items.Add(new PaintedItem(page, kind, bounds, role, text, colour, size));
}

internal enum PaintedKind
{
    Text,
    Area,
    Line,
    Image,

    /// <summary>Not painted: the space a table cell's content must stay in.</summary>
    Cell,

    /// <summary>Not painted: the space of a drawing, with its alternative text.</summary>
    Figure,
}

/// <summary>One thing on a page, as it was painted.</summary>
/// <param name="Page">The page it stands on, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bounds">Where it stands; of a text, from the height of its capitals to its descenders.</param>
/// <param name="Tag">The structure element it belongs to; null for an artifact.</param>
/// <param name="Text">The text painted, of a figure its alternative text; null otherwise.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Size">The type size in points, 0 where there is no text.</param>
internal sealed record PaintedItem(int Page, PaintedKind Kind, Box Bounds, Tag? Tag, string? Text, Colour Colour, double Size);
