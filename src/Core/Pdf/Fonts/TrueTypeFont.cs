using static Produktreport.Core.Pdf.Fonts.TrueTypeTables;

namespace Produktreport.Core.Pdf.Fonts;

/// <summary>
/// One font, read once and then shared: which glyph a character has, how wide it is, how pairs are kerned.
/// All measures are in font units; <see cref="UnitsPerEm"/> of them make one em.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly TrueTypeTables tables;
    private readonly ushort[] glyphs;
    private readonly ushort[] advances;
    private readonly KerningTable kerning;

    public TrueTypeFont(string name, byte[] file)
    {
        Name = name;
        tables = new TrueTypeTables(file);
        UnitsPerEm = UInt16(tables["head"], 18);
        GlyphCount = UInt16(tables["maxp"], 4);
        glyphs = CharacterMap.Read(tables["cmap"]);
        advances = ReadAdvances();
        kerning = KerningTable.Read(tables["kern"], GlyphCount, DigitGlyphs());
        DrawNonBreakingHyphenAsHyphen();
    }

    /// <summary>The PostScript name, such as <c>LiberationSans-Bold</c>.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }
    public int GlyphCount { get; }
    public int Ascent => Int16(tables["hhea"], 4);

    /// <summary>Negative: below the base line.</summary>
    public int Descent => Int16(tables["hhea"], 6);

    public int CapHeight => Int16(tables["OS/2"], 88);
    public double ItalicAngle => Int32(tables["post"], 4) / 65536.0;

    public (int Left, int Bottom, int Right, int Top) Box =>
        (Int16(tables["head"], 36), Int16(tables["head"], 38), Int16(tables["head"], 40), Int16(tables["head"], 42));

    public TrueTypeTables Tables => tables;

    /// <summary>The glyph of a character; 0 when the font lacks it.</summary>
    public int Glyph(char character) => glyphs[character];

    public int Advance(int glyph) => advances[glyph];

    public int Kerning(int left, int right) => kerning[left, right];

    /// <summary>The width of a text in font units, kerned.</summary>
    public int Measure(ReadOnlySpan<char> text)
    {
        var width = 0;
        var previous = 0;
        foreach (var character in text)
        {
            var glyph = glyphs[character];
            width += advances[glyph] + kerning[previous, glyph];
            previous = glyph;
        }

        return width;
    }

    private ushort[] ReadAdvances()
    {
        var metrics = tables["hmtx"];
        var wide = UInt16(tables["hhea"], 34);
        var read = new ushort[GlyphCount];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
            read[glyph] = (ushort)UInt16(metrics, 4 * Math.Min(glyph, wide - 1));
        return read;
    }

    private HashSet<int> DigitGlyphs() => [.. "0123456789".Select(digit => (int)glyphs[digit])];

    /// <summary>A non-breaking hyphen looks like a hyphen; the font has no character of its own for it.</summary>
    private void DrawNonBreakingHyphenAsHyphen()
    {
        if (glyphs['\u2011'] == 0)
            glyphs['\u2011'] = glyphs['-'];
    }
}
