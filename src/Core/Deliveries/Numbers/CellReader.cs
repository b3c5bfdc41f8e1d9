using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Tables;
using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>Reads the cells of value columns: numbers, marks for missing values, units, and what Excel made of numbers.</summary>
internal sealed partial class CellReader(NumberFormat format, FindingList findings)
{
    /// <summary>No value of a county comes near; keeps sums over millions of rows within <c>decimal</c>.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    private static readonly SearchValues<char> NumberLike = SearchValues.Create("0123456789.,- ");

    /// <summary>
    /// Reads a trimmed, not blank cell for a figure (null: a figure is not known, only the number counts). False when a finding was added.
    /// </summary>
    public bool TryRead(ReadOnlySpan<char> text, CellKind kind, Place place, Figure? figure, decimal factor, out CellValue cell)
    {
        cell = default;
        if (kind != CellKind.Text)
            return TryReadExact(text, kind, place, figure, factor, out cell);
        if (!NumberText.TryRead(text, out var reading, out var unit))
            return TryReadMark(text, place, out cell);
        if (reading.Unit != CellUnit.None && figure is not null && !UnitFits(unit, reading.Unit, figure))
            return Refuse(DeliveryFindings.WrongUnit(place, text.ToString(), figure.Unit, figure.Name));

        factor = reading.Unit == CellUnit.ThousandEuro && factor == 1 ? 1000 : factor;
        if (format.MustWait(reading, place, text))
        {
            cell = new CellValue(reading.ValueWith(',') * factor, reading, factor, RuleOf(factor));
            return true;
        }

        if (!format.Allows(reading))
            return Refuse(DeliveryFindings.ContradictsFormat(place, text.ToString(), format.Declared!.Value));
        var value = format.Declared is { } declared ? reading.ValueWith(declared)!.Value : reading.Value;
        return reading.Digits < (ulong)Largest && factor == 1
            ? Take(value, out cell)
            : TryScale(value, text, place, factor, out cell);
    }

    /// <summary>Reads the number of a total row: evidence for the file's format, but no question, since it is not stored.</summary>
    public bool TryReadTotal(ReadOnlySpan<char> text, CellKind kind, Place place, out NumberReading reading)
    {
        if (kind != CellKind.Text)
            return NumberReading.TryExact(text, out reading);
        if (!NumberText.TryRead(text, out reading, out _))
            return false;
        if (!reading.IsAmbiguous)
            format.MustWait(reading, place, text);
        return true;
    }

    /// <summary>Whether the trimmed cell could be a value at all: a number or a mark.</summary>
    public static bool IsValueLike(ReadOnlySpan<char> text, CellKind kind) =>
        kind != CellKind.Text || NumberText.TryRead(text, out _, out _) || CellMarks.Of(text) != CellMark.None;

    /// <summary>What a factor does, in German; null for 1.</summary>
    public static string? RuleOf(decimal factor) => factor == 1 ? null : "× " + GermanFormat.Exact(factor);

    private bool TryReadExact(ReadOnlySpan<char> text, CellKind kind, Place place, Figure? figure, decimal factor, out CellValue cell)
    {
        cell = default;
        if (kind == CellKind.Percent && figure?.Unit != "%")
            return Refuse(DeliveryFindings.WrongUnit(place, $"{text} als Prozentwert", figure?.Unit ?? "", figure?.Name ?? "dieser Wert"));
        factor *= kind == CellKind.Percent ? 100 : 1;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? TryScale(exact, text, place, factor, out cell)
            : Refuse(DeliveryFindings.NotANumber(place, text.ToString()));
    }

    private bool TryScale(decimal value, ReadOnlySpan<char> text, Place place, decimal factor, out CellValue cell)
    {
        cell = default;
        if (value is >= Largest or <= -Largest)
            return Refuse(DeliveryFindings.TooLarge(place, text.ToString()));
        cell = factor == 1 ? new CellValue(value, default, 1, null) : new CellValue(value * factor, default, factor, RuleOf(factor));
        return true;
    }

    private static bool Take(decimal value, out CellValue cell)
    {
        cell = new CellValue(value, default, 1, null);
        return true;
    }

    private bool TryReadMark(ReadOnlySpan<char> text, Place place, out CellValue cell)
    {
        var mark = CellMarks.Of(text);
        cell = new CellValue(mark == CellMark.Nothing ? 0m : null, default, 1, null);
        return mark != CellMark.None || Refuse(WhyNoNumber(text, place));
    }

    private static Findings.Finding WhyNoNumber(ReadOnlySpan<char> text, Place place)
    {
        var found = text.ToString();
        if (text[0] is '=' or '@')
            return DeliveryFindings.FormulaCell(place, found);
        if (!text.ContainsAnyExcept('#') || Scientific().IsMatch(text))
            return DeliveryFindings.CutOffNumber(place, found);
        if (text[0] == '#')
            return DeliveryFindings.SpreadsheetError(place, found);
        if (Date().IsMatch(text))
            return DeliveryFindings.DateAsNumber(place, found);
        return text.Length > 28 && !text.ContainsAnyExcept(NumberLike)
            ? DeliveryFindings.TooLarge(place, found)
            : DeliveryFindings.NotANumber(place, found);
    }

    private static bool UnitFits(ReadOnlySpan<char> text, CellUnit unit, Figure figure) => unit switch
    {
        CellUnit.Euro or CellUnit.ThousandEuro => figure.Unit is "€" or "EUR" or "Euro",
        _ => text.Equals(figure.Unit, StringComparison.OrdinalIgnoreCase),
    };

    private bool Refuse(Findings.Finding finding)
    {
        findings.Add(finding);
        return false;
    }

    [GeneratedRegex(@"^[+-]?\d+([.,]\d+)?[eE][+-]?\d+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\. ?(Jan|Feb|Mrz|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*\.?|(Jan|Feb|Mrz|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*\.? ?\d{2,4})( .*)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Date();
}
