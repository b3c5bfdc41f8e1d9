using System.Globalization;
using System.Xml;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// Reads cells of a worksheet (ECMA-376 part 1, 18.3.1.4): typed numbers stay numbers, dates become text as Excel shows them.
/// </summary>
/// <param name="strings">The texts that cells share.</param>
/// <param name="styles">The number formats and fonts.</param>
/// <param name="countsFrom1904">Whether dates count from 1904.</param>
/// <param name="isUncalculated">Whether formulas are still to be calculated, so that a stored 0 is no result.</param>
/// <param name="limits">How much is read.</param>
internal sealed class XlsxCells(SharedStrings strings, CellStyles styles, bool countsFrom1904, bool isUncalculated,
    ReadingLimits limits)
{
    private const int DoubleDigits = 15;

    /// <summary>A millionth of a cent.</summary>
    private const decimal Residue = 0.00000001m;

    /// <summary>With 15 digits the residue of a large sum stands further to the left.</summary>
    private const decimal ResidueOfFullNumber = 0.000001m;

    /// <summary>What Excel shows of a date or time that is none.</summary>
    private const string NotShown = "#####";

    private readonly CellText texts = new(limits);

    /// <summary>Whether the cell read last is struck out.</summary>
    public bool IsStruck { get; private set; }

    /// <summary>Reads the <c>c</c> element the reader is on, and leaves the reader behind it.</summary>
    public (string Text, CellType Kind) Read(XmlReader xml)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var index) ? index : 0;
        var (value, formula) = ReadParts(xml);
        IsStruck = styles.IsStruck(style) || (type == "inlineStr" && texts.IsStruck);
        if (formula is not null && (value is null || value.Length == 0 && type == "n" || (isUncalculated && IsNothing(value))))
            return ("=" + formula, CellType.Text);
        value ??= "";
        return type switch
        {
            "s" => (Shared(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1),
                CellType.Text),
            "b" => (value == "1" ? "WAHR" : "FALSCH", CellType.Text),
            "n" when value.Length > 0 => Number(value, styles[style]),
            _ => (value, CellType.Text),
        };
    }

    private string Shared(int index)
    {
        IsStruck |= strings.IsStruck(index);
        return strings[index];
    }

    private static bool IsNothing(string value) => value.Length == 0
        || (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == 0);

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
                value = texts.Read(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
                formula = texts.Read(xml);
            if (!xml.Read())
                break;
        }

        xml.Read();
        return (value, formula);
    }

    private (string Text, CellType Kind) Number(string text, NumberFormatCode format)
    {
        if (Shortest(text) is not { } number)
            return (text, CellType.Text);
        var shown = format.For(number);
        return shown.Kind switch
        {
            StyleKind.Percent => (Plain(number), CellType.Percent),
            StyleKind.Date or StyleKind.Month or StyleKind.Year =>
                (shown.Unit.Length == 0 ? Date(number, shown.Kind) : $"{shown.Unit} {Date(number, shown.Kind)}", CellType.Text),
            StyleKind.Time => (Time(number), CellType.Text),
            StyleKind.Words => (shown.Unit, CellType.Text),
            StyleKind.Padded when number >= 0 && decimal.IsInteger(number) =>
                (Plain(number).PadLeft(shown.Digits, '0'), CellType.Number),
            StyleKind.Scaled => (WithUnit(number, shown.Unit), CellType.Scaled),
            _ => (WithUnit(number, shown.Unit), CellType.Number),
        };
    }

    /// <summary>
    /// The number as it was typed: Excel stores binary numbers with up to 17 digits but keeps, and shows, 15 of them (1234.57
    /// is stored as 1234.5699999999999). What adding up such numbers leaves behind a cent (5232707.72999999) is dropped. Null
    /// where the text is no number or far too large.
    /// </summary>
    private static decimal? Shortest(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var isFull = text.AsSpan().IndexOfAny('e', 'E') is var end
            && DigitsOf(end < 0 ? text : text.AsSpan(0, end)) >= DoubleDigits;
        if (isFull)
        {
            var shown = double.Parse(text, CultureInfo.InvariantCulture).ToString("G15", CultureInfo.InvariantCulture);
            number = decimal.Parse(shown, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (number.Scale <= 2)
            return number;
        var cents = Math.Round(number, 2);
        return Math.Abs(number - cents) <= (isFull ? ResidueOfFullNumber : Residue) ? cents : number;
    }

    private static int DigitsOf(ReadOnlySpan<char> mantissa)
    {
        var count = 0;
        foreach (var c in mantissa)
            count += char.IsAsciiDigit(c) ? 1 : 0;
        return count;
    }

    private static string WithUnit(decimal number, string unit) => unit.Length == 0 ? Plain(number) : $"{Plain(number)} {unit}";

    /// <summary>Without zeros at the end: 1111.0 is the product 1111.</summary>
    private static string Plain(decimal number) => (number / 1.0000000000000000000000000000m)
        .ToString(CultureInfo.InvariantCulture);

    private string Date(decimal serial, StyleKind kind)
    {
        if (serial is < 1 or >= 2_958_466)
            return NotShown;
        var first = countsFrom1904
            ? new DateTime(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
            : new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
        var date = first.AddDays((int)serial);
        return date.ToString(kind switch { StyleKind.Month => "yyyy-MM", StyleKind.Year => "yyyy", _ => "dd'.'MM'.'yyyy" },
            CultureInfo.InvariantCulture);
    }

    /// <summary>Hours and minutes: <c>37:30</c>.</summary>
    private static string Time(decimal days)
    {
        if (days is < 0 or >= 2_958_466)
            return NotShown;
        var minutes = (long)Math.Round(days * 24 * 60);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");
    }
}
