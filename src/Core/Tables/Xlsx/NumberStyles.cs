using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Produktreport.Core.Tables.Archives;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>The number formats of a workbook's cell styles (ECMA-376 part 1, 18.8.30).</summary>
internal sealed class NumberStyles
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

    private readonly List<NumberFormatCode> styles = [];

    /// <summary>Reads the styles part; without one every number is a number.</summary>
    /// <exception cref="UnpackedTooLargeException">There are more than Excel itself can have.</exception>
    public NumberStyles(XmlReader? xml)
    {
        var codes = new Dictionary<int, NumberFormatCode>();
        var inCellFormats = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
                codes[Counted(Number(xml, "numFmtId"), codes.Count)] = new NumberFormatCode(xml.GetAttribute("formatCode") ?? "");
            else if (inCellFormats && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                styles.Add(Of(Counted(Number(xml, "numFmtId"), styles.Count), codes));
        }
    }

    /// <summary>The format of a cell with this style.</summary>
    public NumberFormatCode this[int style] => style >= 0 && style < styles.Count ? styles[style] : General;

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), System.Globalization.NumberStyles.None, CultureInfo.InvariantCulture,
            out var number)
            ? number
            : 0;

    private static int Counted(int id, int count) =>
        count < Most ? id : throw new UnpackedTooLargeException("The workbook has too many styles.");

    private static NumberFormatCode Of(int id, Dictionary<int, NumberFormatCode> codes) =>
        BuiltIn.FirstOrDefault(known => id >= known.First && id <= known.Last).Code ?? codes.GetValueOrDefault(id, General);
}
