using System.Buffers.Binary;
using System.Text;

namespace Produktreport.Core.Pdf.Writing;

/// <summary>
/// The sRGB colour profile every file carries as its output intent, computed from IEC 61966-2-1: an ICC 2.1 display
/// profile with matrix and tone curve, primaries adapted to D50.
/// </summary>
internal static class SrgbProfile
{
    private const string Name = "sRGB IEC61966-2.1";
    private const int HeaderSize = 128;

    private static readonly Lazy<byte[]> CompressedBytes = new(() => Deflate.Compress(Build()));

    /// <summary>The profile, compressed; the same array for every file of the process.</summary>
    public static byte[] Compressed => CompressedBytes.Value;

    internal static byte[] Build()
    {
        var curve = Curve();
        (string Signature, byte[] Body)[] tags =
        [
            ("desc", Description()), ("cprt", Element("text", "Public domain\0"u8)), ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("rXYZ", Xyz(0.4360747, 0.2225045, 0.0139322)), ("gXYZ", Xyz(0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Xyz(0.1430804, 0.0606169, 0.7141733)), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var profile = Assemble(tags);
        WriteHeader(profile);
        return profile;
    }

    private static byte[] Assemble((string Signature, byte[] Body)[] tags)
    {
        using var directory = new MemoryStream();
        using var bodies = new MemoryStream();
        var offsets = new Dictionary<byte[], int>(); // the three tone curves share one body
        foreach (var (signature, body) in tags)
        {
            if (!offsets.TryGetValue(body, out var offset))
            {
                offset = offsets[body] = HeaderSize + 4 + 12 * tags.Length + (int)bodies.Length;
                bodies.Write(body);
                while (bodies.Length % 4 != 0)
                    bodies.WriteByte(0);
            }

            directory.Write(Encoding.ASCII.GetBytes(signature));
            directory.Write(BigEndian(offset, body.Length));
        }

        return [.. new byte[HeaderSize], .. BigEndian(tags.Length), .. directory.ToArray(), .. bodies.ToArray()];
    }

    private static void WriteHeader(byte[] profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(8), 0x02100000);
        "mntrRGB XYZ "u8.CopyTo(profile.AsSpan(12));
        BigEndian(0x07CF0001, 0x00010000).CopyTo(profile, 24); // 1999-01-01: a profile has a date, this one the standard's
        "acsp"u8.CopyTo(profile.AsSpan(36));
        BigEndian(Fixed(0.9642), Fixed(1), Fixed(0.8249)).CopyTo(profile, 68);
    }

    private static byte[] Description()
    {
        var text = new byte[4 + Name.Length + 1 + 8 + 2 + 1 + 67];
        BinaryPrimitives.WriteInt32BigEndian(text, Name.Length + 1);
        Encoding.ASCII.GetBytes(Name, text.AsSpan(4));
        return Element("desc", text);
    }

    private static byte[] Curve()
    {
        const int points = 256;
        var curve = new byte[4 + 2 * points];
        BinaryPrimitives.WriteInt32BigEndian(curve, points);
        for (var i = 0; i < points; i++)
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(4 + 2 * i), (ushort)Math.Round(Linear(i / 255.0) * 65535));
        return Element("curv", curve);
    }

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static byte[] Xyz(double x, double y, double z) => Element("XYZ ", BigEndian(Fixed(x), Fixed(y), Fixed(z)));

    private static int Fixed(double value) => (int)Math.Round(value * 65536);

    private static byte[] Element(string signature, ReadOnlySpan<byte> body) =>
        [.. Encoding.ASCII.GetBytes(signature), 0, 0, 0, 0, .. body];

    private static byte[] BigEndian(params ReadOnlySpan<int> values)
    {
        var bytes = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), values[i]);
        return bytes;
    }
}
