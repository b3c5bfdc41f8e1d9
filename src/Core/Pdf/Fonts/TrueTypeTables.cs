using System.Buffers.Binary;
using System.Text;

namespace Produktreport.Core.Pdf.Fonts;

/// <summary>
/// The bytes of a TrueType file and where its tables lie in it (OpenType specification, "Organization of an OpenType Font").
/// </summary>
internal sealed class TrueTypeTables
{
    private readonly byte[] file;
    private readonly Dictionary<string, Range> tables = new(StringComparer.Ordinal);

    public TrueTypeTables(byte[] file)
    {
        this.file = file;
        for (var i = 0; i < UInt16(file, 4); i++)
        {
            var entry = file.AsSpan(12 + 16 * i, 16);
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
            tables[Encoding.ASCII.GetString(entry[..4])] = offset..(offset + length);
        }
    }

    /// <summary>A table's bytes; empty when the font has no such table.</summary>
    public ReadOnlySpan<byte> this[string tag] => tables.TryGetValue(tag, out var range) ? file.AsSpan(range) : default;

    public static int UInt16(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadUInt16BigEndian(table[offset..]);

    public static int Int16(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table[offset..]);

    public static int Int32(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadInt32BigEndian(table[offset..]);
}
