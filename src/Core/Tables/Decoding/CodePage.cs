using System.Text;

namespace Produktreport.Core.Tables.Decoding;

/// <summary>
/// A character set of one byte a character whose lower half is ASCII. Tables: Unicode consortium, CP1252.TXT, CP850.TXT,
/// ROMAN.TXT.
/// </summary>
internal sealed class CodePage
{
    private const string German = "äöüÄÖÜß";
    private readonly string upper;

    private CodePage(string upper) => this.upper = upper;

    /// <summary>Latin-1 with printable characters in the range 80–9F.</summary>
    public static CodePage Windows1252 { get; } = new(
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"
            + string.Concat(Enumerable.Range(0xA0, 0x60).Select(code => (char)code)));

    /// <summary>Code page 850, of MS-DOS in Western Europe.</summary>
    public static CodePage Dos850 { get; } = new(
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴"
            + "┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0");

    /// <summary>Mac Roman, of the classic Macintosh.</summary>
    public static CodePage MacRoman { get; } = new(
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡"
            + "¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ");

    /// <summary>The code page of an encoding; Windows-1252 for those that are none.</summary>
    public static CodePage Of(EncodingKind kind) => kind switch
    {
        EncodingKind.Dos850 => Dos850,
        EncodingKind.MacRoman => MacRoman,
        _ => Windows1252,
    };

    /// <summary>Whether the byte has no meaning in Windows-1252.</summary>
    public static bool IsUndefinedInWindows1252(byte value) => value is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D;

    /// <summary>Whether the byte is an umlaut or ß.</summary>
    public bool IsGerman(byte value) => value >= 0x80 && German.Contains(upper[value - 0x80], StringComparison.Ordinal);

    /// <summary>
    /// Decodes all of <paramref name="bytes"/> to the beginning of <paramref name="target"/>, one character a byte.
    /// </summary>
    public void Decode(ReadOnlySpan<byte> bytes, Span<char> target)
    {
        var chars = target[..Encoding.Latin1.GetChars(bytes, target)];
        for (var at = chars.IndexOfAnyInRange('\u0080', '\u00FF'); at >= 0; at = chars.IndexOfAnyInRange('\u0080', '\u00FF'))
        {
            chars[at] = upper[chars[at] - 0x80];
            chars = chars[(at + 1)..];
        }
    }
}
