using static Produktreport.Core.Pdf.Fonts.TrueTypeTables;

namespace Produktreport.Core.Pdf.Fonts;

/// <summary>
/// One font, read once and then shared: which glyph a character has, how wide it is, how pairs are kerned.
/// All measures are in font units; <see cref="UnitsPerEm"/> of them make one em.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly TrueTypeTables _tables;
    private readonly ushort[] _glyphs;
    private readonly ushort[] _advances;
    private readonly KerningTable _kerning;

    public TrueTypeFont(string name, byte[] file)
    {
        Name = name;
        _tables = new TrueTypeTables(file);
        UnitsPerEm = UInt16(_tables["head"], 18);
        GlyphCount = UInt16(_tables["maxp"], 4);
        _glyphs = CharacterMap.Read(_tables["cmap"]);
        _advances = ReadAdvances();
        _kerning = KerningTable.Read(_tables["kern"], GlyphCount, DigitGlyphs());
        DrawNonBreakingHyphenAsHyphen();
    }

    /// <summary>The PostScript name, such as <c>LiberationSans-Bold</c>.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public int Ascent => Int16(_tables["hhea"], 4);

    /// <summary>Negative: below the base line.</summary>
    public int Descent => Int16(_tables["hhea"], 6);

    public int CapHeight => Int16(_tables["OS/2"], 88);

    public double ItalicAngle => Int32(_tables["post"], 4) / 65536.0;

    public (int Left, int Bottom, int Right, int Top) Box =>
        (Int16(_tables["head"], 36), Int16(_tables["head"], 38), Int16(_tables["head"], 40), Int16(_tables["head"], 42));

    public TrueTypeTables Tables => _tables;

    /// <summary>The glyph of a character; 0 when the font lacks it.</summary>
    public int Glyph(char character) => _glyphs[character];

    public int Advance(int glyph) => _advances[glyph];

    public int Kerning(int left, int right) => _kerning[left, right];

    /// <summary>The width of a text in font units, kerned.</summary>
    public int Measure(ReadOnlySpan<char> text)
    {
        var width = 0;
        var previous = 0;
        foreach (var character in text)
        {
            var glyph = _glyphs[character];
            width += _advances[glyph] + _kerning[previous, glyph];
            previous = glyph;
        }

        return width;
    }

    private ushort[] ReadAdvances()
    {
        var metrics = _tables["hmtx"];
        var wide = UInt16(_tables["hhea"], 34);
        var advances = new ushort[GlyphCount];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
            advances[glyph] = (ushort)UInt16(metrics, 4 * Math.Min(glyph, wide - 1));
        return advances;
    }

    private HashSet<int> DigitGlyphs() => [.. "0123456789".Select(digit => (int)_glyphs[digit])];

    /// <summary>A non-breaking hyphen looks like a hyphen; the font has no character of its own for it.</summary>
    private void DrawNonBreakingHyphenAsHyphen()
    {
        if (_glyphs['\u2011'] == 0)
            _glyphs['\u2011'] = _glyphs['-'];
    }
}
