using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Produktreport.Core.Tables.Archives;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// What the cell styles of a workbook say of its cells: the number format (ECMA-376 part 1, 18.8.30) and whether the font is
/// struck out (18.4.10).
/// </summary>
internal sealed class CellStyles
{
    private const int Most = 65_536;
    private static readonly NumberFormatCode General = new("");

    /// <summary>Formats that Excel knows by number alone, as far as they show other than plain numbers.</summary>
    private static readonly ImmutableArray<(int First, int Last, NumberFormatCode Code)> BuiltIn =
    [
        (9, 10, new("0%")), (14, 16, new("dd.mm.yyyy")), (17, 17, new("mmm yy")), (18, 21, new("hh:mm")),
        (22, 22, new("dd.mm.yyyy hh:mm")), (27, 36, new("dd.mm.yyyy")), (45, 45, new("mm:ss")), (46, 46, new("[h]:mm:ss")),
        (47, 47, new("mm:ss.0")), (50, 58, new("dd.mm.yyyy")),
    ];

    private readonly List<(NumberFormatCode Format, bool IsStruck)> styles = [];

    /// <summary>Reads the styles part; without one every number is a number.</summary>
    /// <exception cref="UnpackedTooLargeException">There are more than Excel itself can have.</exception>
    public CellStyles(XmlReader? xml)
    {
        var codes = new Dictionary<int, NumberFormatCode>();
        var fonts = new List<bool>();
        var (inFonts, inCellFormats) = (false, false);
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.LocalName == "fonts")
                inFonts = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (inFonts && xml is { NodeType: XmlNodeType.Element, LocalName: "font" })
                fonts.Add(Counted(0, fonts.Count) > 0);
            else if (inFonts && fonts.Count > 0 && xml is { NodeType: XmlNodeType.Element, LocalName: "strike" })
                fonts[^1] = xml.GetAttribute("val") is not ("0" or "false");
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
                codes[Counted(Number(xml, "numFmtId"), codes.Count)] = new NumberFormatCode(xml.GetAttribute("formatCode") ?? "");
            else if (inCellFormats && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                styles.Add((Of(Counted(Number(xml, "numFmtId"), styles.Count), codes), IsStruckIn(fonts, Number(xml, "fontId"))));
        }
    }

    /// <summary>The format of a cell with this style.</summary>
    public NumberFormatCode this[int style] => style >= 0 && style < styles.Count ? styles[style].Format : General;

    /// <summary>Whether a cell with this style is struck out.</summary>
    public bool IsStruck(int style) => style >= 0 && style < styles.Count && styles[style].IsStruck;

    private static bool IsStruckIn(List<bool> fonts, int font) => font < fonts.Count && fonts[font];

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture,
            out var number)
            ? number
            : 0;

    private static int Counted(int id, int count) =>
        count < Most ? id : throw new UnpackedTooLargeException("The workbook has too many styles.");

    private static NumberFormatCode Of(int id, Dictionary<int, NumberFormatCode> codes) =>
        BuiltIn.FirstOrDefault(known => id >= known.First && id <= known.Last).Code ?? codes.GetValueOrDefault(id, General);
}
