using static Produktreport.Core.Pdf.Fonts.TrueTypeTables;

namespace Produktreport.Core.Pdf.Fonts;

/// <summary>Reads which glyph stands for which character: the <c>cmap</c> subtable for Windows/Unicode, format 4.</summary>
internal static class CharacterMap
{
    /// <summary>Glyph numbers by UTF-16 code unit; 0 where the font has no glyph.</summary>
    public static ushort[] Read(ReadOnlySpan<byte> cmap)
    {
        var table = cmap[UnicodeSubtable(cmap)..];
        var segments = UInt16(table, 6) / 2;
        var (ends, starts) = (14, 16 + 2 * segments);
        var (deltas, offsets) = (starts + 2 * segments, starts + 4 * segments);
        var glyphs = new ushort[char.MaxValue + 1];
        for (var segment = 0; segment < segments; segment++)
        {
            var at = 2 * segment;
            var (start, end) = (UInt16(table, starts + at), Math.Min(UInt16(table, ends + at), char.MaxValue - 1));
            var (delta, offset) = (UInt16(table, deltas + at), UInt16(table, offsets + at));
            for (var character = start; character <= end; character++)
            {
                var glyph = offset == 0 ? character : UInt16(table, offsets + at + offset + 2 * (character - start));
                glyphs[character] = glyph == 0 ? (ushort)0 : (ushort)((glyph + delta) & 0xFFFF);
            }
        }

        return glyphs;
    }

    private static int UnicodeSubtable(ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i < UInt16(cmap, 2); i++)
        {
            var entry = cmap[(4 + 8 * i)..];
            if (UInt16(entry, 0) == 3 && UInt16(entry, 2) == 1)
                return Int32(entry, 4);
        }

        throw new InvalidDataException("The font has no Unicode character map (cmap 3/1).");
    }
}
