using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Produktreport.Core.Pdf.Writing;
using static Produktreport.Core.Pdf.Fonts.TrueTypeTables;

namespace Produktreport.Core.Pdf.Fonts;

/// <summary>
/// Makes a font file of chosen glyphs, numbered anew in the order given. Outlines that others are composed of (ä = a + dots)
/// follow at the end.
/// </summary>
internal sealed class TrueTypeSubset
{
    private const int ArgumentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    private readonly TrueTypeFont font;
    private readonly List<int> glyphs;
    private readonly Dictionary<int, int> componentNumbers = [];
    private readonly ByteBuffer outlines = new(48 * 1024);
    private readonly List<int> offsets = [];

    private TrueTypeSubset(TrueTypeFont font, IEnumerable<int> glyphs) => (this.font, this.glyphs) = (font, [.. glyphs]);

    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">Glyph numbers in it; the first must be 0 (.notdef), and one may stand there more than once.</param>
    /// <returns>A TrueType file with the tables a PDF reader needs (ISO 32000-1, 9.9).</returns>
    public static byte[] Make(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        var subset = new TrueTypeSubset(font, glyphs);
        subset.CopyOutlines();
        return Assemble(subset.Tables());
    }

    private void CopyOutlines()
    {
        for (var i = 0; i < glyphs.Count; i++) // grows while composed glyphs name their parts
        {
            offsets.Add(outlines.Length);
            var outline = Outline(glyphs[i]).ToArray();
            if (outline.Length > 0 && Int16(outline, 0) < 0)
                RenumberComponents(outline);
            outlines.Add(outline);
            while (outlines.Length % 4 != 0)
                outlines.Add((byte)0);
        }

        offsets.Add(outlines.Length);
    }

    private ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = font.Tables["loca"];
        var isLong = UInt16(font.Tables["head"], 50) == 1;
        var (start, end) = isLong
            ? (Int32(loca, 4 * glyph), Int32(loca, 4 * glyph + 4))
            : (2 * UInt16(loca, 2 * glyph), 2 * UInt16(loca, 2 * glyph + 2));
        return font.Tables["glyf"][start..end];
    }

    private void RenumberComponents(Span<byte> outline)
    {
        var at = 10;
        int flags;
        do
        {
            flags = UInt16(outline, at);
            var number = ComponentNumber(UInt16(outline, at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(outline[(at + 2)..], (ushort)number);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
    }

    private int ComponentNumber(int glyph)
    {
        if (componentNumbers.TryGetValue(glyph, out var number))
            return number;
        glyphs.Add(glyph);
        return componentNumbers[glyph] = glyphs.Count - 1;
    }

    private (string Tag, byte[] Bytes)[] Tables() =>
    [
        ("cvt ", font.Tables["cvt "].ToArray()), ("fpgm", font.Tables["fpgm"].ToArray()), ("glyf", outlines.Written.ToArray()),
        ("head", Head()), ("hhea", Patched("hhea", 34, glyphs.Count)), ("hmtx", Metrics()), ("loca", Locations()),
        ("maxp", Patched("maxp", 4, glyphs.Count)), ("prep", font.Tables["prep"].ToArray()),
    ];

    private byte[] Head()
    {
        var head = Patched("head", 50, 1); // long offsets in loca
        head.AsSpan(8, 4).Clear(); // checksum of the file, set when it is assembled
        return head;
    }

    private byte[] Patched(string tag, int offset, int value)
    {
        var table = font.Tables[tag].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(offset), (ushort)value);
        return table;
    }

    private byte[] Metrics()
    {
        var all = font.Tables["hmtx"];
        var wide = UInt16(font.Tables["hhea"], 34);
        var metrics = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            var bearing = glyph < wide ? Int16(all, 4 * glyph + 2) : Int16(all, 4 * wide + 2 * (glyph - wide));
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)font.Advance(glyph));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(4 * i + 2), (short)bearing);
        }

        return metrics;
    }

    private byte[] Locations()
    {
        var locations = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
            BinaryPrimitives.WriteInt32BigEndian(locations.AsSpan(4 * i), offsets[i]);
        return locations;
    }

    private static byte[] Assemble((string Tag, byte[] Bytes)[] tables)
    {
        var position = 12 + 16 * tables.Length;
        var file = new byte[position + tables.Sum(table => Padded(table.Bytes.Length))];
        WriteDirectoryHead(file, tables.Length);
        var head = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, bytes) = tables[i];
            if (tag == "head")
                head = position;
            bytes.CopyTo(file, position);
            var entry = file.AsSpan(12 + 16 * i);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(file.AsSpan(position, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], position);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            position += Padded(bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Checksum(file)));
        return file;
    }

    private static void WriteDirectoryHead(Span<byte> file, int tables)
    {
        var power = BitOperations.Log2((uint)tables);
        var searchRange = 16 << power;
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)tables);
        BinaryPrimitives.WriteUInt16BigEndian(file[6..], (ushort)searchRange);
        BinaryPrimitives.WriteUInt16BigEndian(file[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file[10..], (ushort)(16 * tables - searchRange));
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
