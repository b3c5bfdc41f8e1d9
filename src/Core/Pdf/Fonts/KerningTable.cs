using static Produktreport.Core.Pdf.Fonts.TrueTypeTables;

namespace Produktreport.Core.Pdf.Fonts;

/// <summary>
/// Kerning of glyph pairs from the <c>kern</c> table, format 0. Liberation Sans has 908 pairs there; its GPOS says the same
/// for the letters used here.
/// </summary>
internal sealed class KerningTable
{
    // One row for each glyph that has pairs as the left one: about sixty, so a plain array is small and fastest.
    private readonly short[]?[] rows;

    private KerningTable(int glyphs) => rows = new short[]?[glyphs];

    public int this[int left, int right] => rows[left] is { } row ? row[right] : 0;

    /// <param name="kern">The table's bytes; may be empty.</param>
    /// <param name="glyphs">How many glyphs the font has.</param>
    /// <param name="digits">Glyphs of digits: never kerned against each other, or figures would not stand below each
    /// other.</param>
    public static KerningTable Read(ReadOnlySpan<byte> kern, int glyphs, HashSet<int> digits)
    {
        const int header = 18;
        var table = new KerningTable(glyphs);
        var pairs = kern.Length < header ? 0 : UInt16(kern, 10);
        for (var i = 0; i < pairs; i++)
        {
            var pair = kern[(header + 6 * i)..];
            var (left, right) = (UInt16(pair, 0), UInt16(pair, 2));
            if (!digits.Contains(left) || !digits.Contains(right))
                (table.rows[left] ??= new short[glyphs])[right] = (short)Int16(pair, 4);
        }

        return table;
    }
}
