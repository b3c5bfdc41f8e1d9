using System.Security.Cryptography;
using System.Text;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Fonts;

/// <summary>
/// One face as one document uses it. Every character met gets the next free code, which is also its glyph number in the
/// embedded subset (Identity-H). So the soft hyphen and the hyphen, which are drawn alike, stay apart when text is copied out.
/// </summary>
internal sealed class EmbeddedFont(FontFace face, ObjectId id)
{
    private readonly TrueTypeFont font = LiberationSans.Face(face);
    private readonly ushort[]?[] codes = new ushort[]?[256]; // by high and low byte of the character
    private readonly List<(int Glyph, char Character)> used = [(0, '\0')];

    public ObjectId Id { get; } = id;
    public TrueTypeFont Font => font;
    public bool IsUsed => used.Count > 1;

    /// <summary>The code of a character in content streams; 0 when the font lacks it.</summary>
    public int Code(char character)
    {
        var block = codes[character >> 8] ??= new ushort[256];
        var code = block[character & 255];
        return code != 0 ? code : block[character & 255] = Add(character);
    }

    public void Write(PdfFile file)
    {
        var (program, descriptor, descendant, unicode) = (file.Allocate(), file.Allocate(), file.Allocate(), file.Allocate());
        var subset = TrueTypeSubset.Make(font, this.used.Select(used => used.Glyph));
        file.Stream(program, subset, $"/Length1 {subset.Length}");
        var name = SubsetTag() + "+" + font.Name;
        WriteDescriptor(file.Object(descriptor), name, program);
        WriteDescendant(file.Object(descendant), name, descriptor);
        file.Stream(unicode, ToUnicode());
        file.Object(Id).Add("<</Type/Font/Subtype/Type0/BaseFont"u8).AddName(name)
            .Add("/Encoding/Identity-H/DescendantFonts["u8).Add(descendant).Add("]/ToUnicode "u8).Add(unicode).Add(">>"u8);
    }

    private ushort Add(char character)
    {
        var glyph = font.Glyph(character);
        if (glyph == 0)
            return 0;
        while (NeedsEscape(used.Count & 255) || NeedsEscape(used.Count >> 8))
            used.Add((0, '\0'));
        used.Add((glyph, character));
        return (ushort)(used.Count - 1);
    }

    /// <summary>Codes with these bytes are left out, so that strings in content streams need no escapes (7.3.4.2).</summary>
    private static bool NeedsEscape(int value) => value is '(' or ')' or '\\' or '\r' or '\n';

    private void WriteDescriptor(ByteBuffer target, string name, ObjectId program)
    {
        const int nonsymbolic = 32, italic = 64;
        var box = font.Box;
        var isBold = face is FontFace.Bold or FontFace.BoldItalic;
        target.Add("<</Type/FontDescriptor/FontName"u8).AddName(name)
            .Add("/Flags "u8).Add((long)(nonsymbolic | (font.ItalicAngle != 0 ? italic : 0)))
            .Add("/FontBBox["u8).Add(PerMille(box.Left)).Add(" "u8).Add(PerMille(box.Bottom)).Add(" "u8)
            .Add(PerMille(box.Right)).Add(" "u8).Add(PerMille(box.Top))
            .Add("]/ItalicAngle "u8).Add(font.ItalicAngle)
            .Add("/Ascent "u8).Add(PerMille(font.Ascent)).Add("/Descent "u8).Add(PerMille(font.Descent))
            .Add("/CapHeight "u8).Add(PerMille(font.CapHeight))
            .Add("/StemV "u8).Add(isBold ? 138L : 78L).Add("/FontFile2 "u8).Add(program).Add(">>"u8);
    }

    private void WriteDescendant(ByteBuffer target, string name, ObjectId descriptor)
    {
        target.Add("<</Type/Font/Subtype/CIDFontType2/BaseFont"u8).AddName(name)
            .Add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "u8)
            .Add(descriptor).Add("/DW 0/W[0["u8);
        foreach (var (glyph, _) in used)
            target.Add(PerMille(font.Advance(glyph))).Add((byte)' ');
        target.Add("]]>>"u8);
    }

    private double PerMille(int units) => units * 1000.0 / font.UnitsPerEm;

    /// <summary>Six capital letters that follow from the characters used (9.6.4).</summary>
    private string SubsetTag()
    {
        var hash = SHA256.HashData(Encoding.Unicode.GetBytes(string.Concat(this.used.Select(used => used.Character))));
        return string.Concat(hash.Take(6).Select(value => (char)('A' + value % 26)));
    }

    private byte[] ToUnicode()
    {
        const int block = 100; // the most entries one bfchar section may have
        var map = new ByteBuffer(4096).Add(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"u8)
            .Add("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"u8)
            .Add("/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n"u8);
        var taken = Enumerable.Range(1, used.Count - 1).Where(code => used[code].Glyph != 0);
        foreach (var part in taken.Chunk(block))
        {
            map.Add((long)part.Length).Add(" beginbfchar\n"u8);
            foreach (var code in part)
                AddPair(map, code, Extracted(used[code].Character));
            map.Add("endbfchar\n"u8);
        }

        return map.Add("endcmap CMapName currentdict/CMap defineresource pop end end"u8).Written.ToArray();
    }

    private static void AddPair(ByteBuffer map, int code, char character) =>
        map.Add((byte)'<').AddHex((byte)(code >> 8)).AddHex((byte)(code & 255)).Add("><"u8)
            .AddHex((byte)(character >> 8)).AddHex((byte)(character & 255)).Add(">\n"u8);

    /// <summary>
    /// What a reader gets on copying or searching: blanks of any kind are blanks, hyphens that must not break are hyphens.
    /// </summary>
    private static char Extracted(char character) => character switch
    {
        '\u00A0' or '\u202F' or '\u2007' or '\u2009' => ' ',
        '\u2011' => '-',
        _ => character,
    };
}
