using System.Text;

namespace Produktreport.Core.Deliveries.Decoding;

/// <summary>Windows-1252: Latin-1 with printable characters in the range 80–9F. Table: Unicode consortium, CP1252.TXT.</summary>
internal static class Windows1252
{
    private const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Džÿ";

    /// <summary>Whether the byte has no meaning in Windows-1252.</summary>
    public static bool IsUndefined(byte value) => value is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D;

    /// <summary>Decodes all of <paramref name="bytes"/> to the beginning of <paramref name="target"/>, one character a byte.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, Span<char> target)
    {
        var chars = target[..Encoding.Latin1.GetChars(bytes, target)];
        for (var at = chars.IndexOfAnyInRange('\u0080', '\u009F'); at >= 0; at = chars.IndexOfAnyInRange('\u0080', '\u009F'))
        {
            chars[at] = Map(chars[at]);
            chars = chars[(at + 1)..];
        }
    }

    private static char Map(char c) => c == '\u009F' ? 'Ÿ' : Upper[c - '\u0080'];
}
