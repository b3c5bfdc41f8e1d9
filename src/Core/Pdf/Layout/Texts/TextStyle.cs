using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Layout.Texts;

/// <summary>On which side lines of text are flush.</summary>
internal enum TextAlignment
{
    Left,
    Right,
    Centre,

    /// <summary>Figures with their decimal commas below each other; only in table columns.</summary>
    Comma,
}

/// <summary>How a text is set.</summary>
/// <param name="Size">The size of the type in points.</param>
internal sealed record TextStyle(double Size)
{
    /// <summary>Weight and slant of the text where a run says nothing else.</summary>
    public FontFace Face { get; init; } = FontFace.Regular;

    public Colour Colour { get; init; } = Colour.Black;

    /// <summary>The distance of lines as a multiple of <see cref="Size"/>.</summary>
    public double LineSpacing { get; init; } = 1.4;

    /// <summary>Free space above, in points; of two neighbours the larger distance holds.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Free space below, in points.</summary>
    public double SpaceAfter { get; init; }

    public TextAlignment Alignment { get; init; }

    /// <summary>
    /// The width of running text where there is room for more: at most 100 characters, or lines are hard to follow.
    /// </summary>
    internal double LineOf(double width)
    {
        const double most = 43; // em
        return Math.Min(width, most * Size);
    }

    public double LineHeight => Size * LineSpacing;

    /// <summary>
    /// The base line's distance from the top of its line: the letters stand in the middle of the line's height.
    /// </summary>
    internal double Baseline
    {
        get
        {
            const double ascent = 0.905, descent = 0.212; // Liberation Sans, of the em
            return (LineHeight - (ascent + descent) * Size) / 2 + ascent * Size;
        }
    }
}
