using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Layout.Texts;

/// <summary>The styles of a document: one place for its typography.</summary>
internal sealed record StyleSheet
{
    /// <summary>A quiet, dark-on-white set: one family, few sizes, one accent.</summary>
    public static StyleSheet Default { get; } = new();

    public static Colour Ink => Colour.Hex(0x1E252B);

    /// <summary>The colour of secondary text; 6:1 on white.</summary>
    public static Colour Muted => Colour.Hex(0x5A6670);

    /// <summary>The colour of headings and links.</summary>
    public static Colour Accent => Colour.Hex(0x1F4E79);

    /// <summary>The colour of thin rules.</summary>
    public static Colour Rule => Colour.Hex(0xC9D1D8);

    /// <summary>The colour of panels and of every other row.</summary>
    public static Colour Tint => Colour.Hex(0xF3F6F8);

    public TextStyle Body { get; init; } = new(9.5) { Colour = Ink, LineSpacing = 1.45, SpaceAfter = 6 };

    /// <summary>Text below tables and charts, notes, sources.</summary>
    public TextStyle Small { get; init; } = new(8) { Colour = Muted, SpaceAfter = 4 };

    public TextStyle Heading1 { get; init; } =
        new(20) { Face = FontFace.Bold, Colour = Accent, LineSpacing = 1.2, SpaceBefore = 24, SpaceAfter = 10 };

    public TextStyle Heading2 { get; init; } =
        new(13.5) { Face = FontFace.Bold, Colour = Accent, LineSpacing = 1.25, SpaceBefore = 20, SpaceAfter = 6 };

    public TextStyle Heading3 { get; init; } =
        new(10.5) { Face = FontFace.Bold, Colour = Ink, LineSpacing = 1.3, SpaceBefore = 14, SpaceAfter = 4 };

    public TextStyle Heading4 { get; init; } =
        new(9.5) { Face = FontFace.Bold, Colour = Muted, LineSpacing = 1.3, SpaceBefore = 10, SpaceAfter = 3 };

    public TextStyle Caption { get; init; } = new(9) { Face = FontFace.Bold, Colour = Ink, SpaceBefore = 8, SpaceAfter = 3 };
    public TextStyle TableHeader { get; init; } = new(8) { Face = FontFace.Bold, Colour = Ink, LineSpacing = 1.25 };
    public TextStyle TableCell { get; init; } = new(8.5) { Colour = Ink, LineSpacing = 1.3 };

    /// <summary>Terms of key-value lists.</summary>
    public TextStyle Key { get; init; } = new(8.5) { Colour = Muted, LineSpacing = 1.4 };

    /// <summary>The style of headings of a level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 4.</exception>
    public TextStyle Heading(int level) => level switch
    {
        1 => Heading1,
        2 => Heading2,
        3 => Heading3,
        4 => Heading4,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Headings have the levels 1 to 4."),
    };
}
