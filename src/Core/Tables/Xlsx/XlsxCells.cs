using System.Globalization;
using System.Xml;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// Reads cells of a worksheet (ECMA-376 part 1, 18.3.1.4): typed numbers stay numbers, dates become text as Excel shows them.
/// </summary>
/// <param name="strings">The texts that cells share.</param>
/// <param name="styles">The number formats.</param>
/// <param name="countsFrom1904">Whether dates count from 1904.</param>
/// <param name="isUncalculated">Whether formulas are still to be calculated, so that a stored 0 is no result.</param>
/// <param name="limits">How much is read.</param>
internal sealed class XlsxCells(SharedStrings strings, NumberStyles styles, bool countsFrom1904, bool isUncalculated, ReadingLimits limits)
{
    private const int DoubleDigits = 15;

    /// <summary>Reads the <c>c</c> element the reader is on, and leaves the reader behind it.</summary>
    public (string Text, CellType Kind) Read(XmlReader xml)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), System.Globalization.NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        var (value, formula) = ReadParts(xml);
        if (formula is not null && (value is null || (isUncalculated && value is "0" or "")))
            return ("=" + formula, CellType.Text);
        value ??= "";
        return type switch
        {
            "s" => (strings[int.TryParse(value, System.Globalization.NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1], CellType.Text),
            "b" => (value == "1" ? "WAHR" : "FALSCH", CellType.Text),
            "n" when value.Length > 0 => Number(value, styles[style]),
            _ => (value, CellType.Text),
        };
    }

    /// <summary>The stored value and the formula it is the result of; null where there is none.</summary>
    private (string? Value, string? Formula) ReadParts(XmlReader xml)
    {
        var (value, formula) = ((string?)null, (string?)null);
        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        if (!xml.Read() || isEmpty)
            return (value, formula);
        while (xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
                value = SharedStrings.ReadText(xml, limits);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
                formula = SharedStrings.ReadText(xml, limits);
            if (!xml.Read())
                break;
        }

        xml.Read();
        return (value, formula);
    }

    private (string Text, CellType Kind) Number(string text, (StyleKind Kind, int Digits, string Unit) style)
    {
        if (Shortest(text) is not { } number)
            return (text, CellType.Text);
        return style.Kind switch
        {
            StyleKind.Percent => (Plain(number), CellType.Percent),
            StyleKind.Date or StyleKind.Month when number is >= 1 and < 2_958_466 => (Date(number, style.Kind), CellType.Text),
            StyleKind.Padded when number >= 0 && decimal.IsInteger(number) => (Plain(number).PadLeft(style.Digits, '0'), CellType.Number),
            _ => (style.Unit.Length == 0 ? Plain(number) : $"{Plain(number)} {style.Unit}", CellType.Number),
        };
    }

    /// <summary>
    /// The number as it was typed: Excel stores binary numbers with up to 17 digits but keeps, and shows, 15 of them (1234.57
    /// is stored as 1234.5699999999999). Null where the text is no number or far too large.
    /// </summary>
    private static decimal? Shortest(string text)
    {
        if (!decimal.TryParse(text, System.Globalization.NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            return null;
        if (text.Count(char.IsAsciiDigit) <= DoubleDigits)
            return exact;
        var shown = double.Parse(text, CultureInfo.InvariantCulture).ToString("G15", CultureInfo.InvariantCulture);
        return decimal.Parse(shown, System.Globalization.NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private string Date(decimal serial, StyleKind kind)
    {
        var first = countsFrom1904 ? new DateTime(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) : new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
        var date = first.AddDays((int)serial);
        return date.ToString(kind == StyleKind.Month ? "yyyy-MM" : "dd'.'MM'.'yyyy", CultureInfo.InvariantCulture);
    }
}
