using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Inspection;

/// <summary>What kind of thing was painted.</summary>
public enum PaintedKind
{
    /// <summary>A stretch of text on one line.</summary>
    Text,

    /// <summary>A filled area.</summary>
    Area,

    /// <summary>A line, or the outline of something.</summary>
    Line,

    /// <summary>An image.</summary>
    Image,

    /// <summary>Not painted: the space a table cell's content must stay in.</summary>
    Cell,
}

/// <summary>One thing on a page, as it was painted.</summary>
/// <param name="Page">The page it stands on, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bounds">Where it stands; of a text, from the height of its capitals to its descenders.</param>
/// <param name="Role">The structure element it belongs to; null for an artifact.</param>
/// <param name="Text">The text painted, or null.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Size">The type size in points, 0 where there is no text.</param>
public sealed record PaintedItem(int Page, PaintedKind Kind, Box Bounds, Role? Role, string? Text, Colour Colour, double Size);
