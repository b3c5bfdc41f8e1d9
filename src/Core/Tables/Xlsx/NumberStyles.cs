using System.Buffers;
using System.Globalization;
using System.Xml;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>What a cell's number format makes of its number.</summary>
internal enum StyleKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A percentage: 0.45 is shown as 45 %.</summary>
    Percent,

    /// <summary>A date shown with its day.</summary>
    Date,

    /// <summary>A date shown as month and year: <c>Jul 26</c>.</summary>
    Month,

    /// <summary>A number filled up with zeros: <c>0000</c>.</summary>
    Padded,
}

/// <summary>The number formats of a workbook's cell styles (ECMA-376 part 1, 18.8.30).</summary>
internal sealed class NumberStyles
{
    private static readonly SearchValues<char> Years = SearchValues.Create("yYjJ");
    private static readonly SearchValues<char> Days = SearchValues.Create("dDtT");
    private static readonly SearchValues<char> Places = SearchValues.Create("#0");
    private readonly List<(StyleKind Kind, int Digits, string Unit)> styles = [];

    /// <summary>Reads the styles part; without one every number is a number.</summary>
    public NumberStyles(XmlReader? xml)
    {
        var codes = new Dictionary<int, string>();
        var inCellFormats = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
                codes[Number(xml, "numFmtId")] = xml.GetAttribute("formatCode") ?? "";
            else if (inCellFormats && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                styles.Add(KindOf(Number(xml, "numFmtId"), codes));
        }
    }

    /// <summary>What a style makes of numbers, to how many digits it fills up, and the unit of money it shows behind them.</summary>
    public (StyleKind Kind, int Digits, string Unit) this[int style] => style >= 0 && style < styles.Count ? styles[style] : (default, 0, "");

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), System.Globalization.NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static (StyleKind Kind, int Digits, string Unit) KindOf(int id, Dictionary<int, string> codes) => id switch
    {
        9 or 10 => (StyleKind.Percent, 0, ""),
        17 => (StyleKind.Month, 0, ""),
        14 or 15 or 16 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => (StyleKind.Date, 0, ""),
        _ => codes.TryGetValue(id, out var code) && KindOf(code) is var (kind, digits) ? (kind, digits, ShownUnit.Of(code)) : (default, 0, ""),
    };

    private static (StyleKind Kind, int Digits) KindOf(string code)
    {
        var plain = WithoutLiterals(code);
        if (plain.Length > 0 && plain.All(c => c == '0'))
            return (StyleKind.Padded, plain.Length);
        if (plain.Contains('%', StringComparison.Ordinal))
            return (StyleKind.Percent, 0);
        if (!plain.AsSpan().ContainsAny(Years) || plain.AsSpan().ContainsAny(Places))
            return plain.AsSpan().ContainsAny(Days) && !plain.AsSpan().ContainsAny(Places) ? (StyleKind.Date, 0) : default;
        return (plain.AsSpan().ContainsAny(Days) ? StyleKind.Date : StyleKind.Month, 0);
    }

    /// <summary>
    /// The first section of a format code without quoted text, escaped characters and bracketed colours or locales; General is
    /// nothing.
    /// </summary>
    private static string WithoutLiterals(string code)
    {
        var plain = new System.Text.StringBuilder();
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            if (code[at] is '"' or '[')
                at = code.IndexOf(code[at] == '"' ? '"' : ']', at + 1) is var end and >= 0 ? end : code.Length;
            else if (code[at] is '\\' or '_' or '*')
                at++;
            else
                plain.Append(code[at]);
        }

        return plain.ToString() is "General" or "Standard" ? "" : plain.ToString();
    }
}
