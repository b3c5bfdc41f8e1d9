using System.Buffers;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>Reads the cells of value columns: numbers, marks for missing values, units, and what Excel made of numbers.</summary>
internal sealed partial class CellReader(NumberFormat format, FindingList findings)
{
    /// <summary>No value of a county comes near; keeps sums over millions of rows within <c>decimal</c>.</summary>
    private const decimal Largest = NumberReading.ShortDigits;

    private readonly HashSet<string> unclear = [];
    private readonly PercentCells percents = new(findings);

    private static readonly SearchValues<char> NumberLike = SearchValues.Create("0123456789.,- ");

    private bool isScaledSaid;

    /// <summary>
    /// Reads a cell, not blank, of the current row for a figure (null: a figure is not known, only the number counts). False
    /// when a finding was added.
    /// </summary>
    public bool TryRead(RowSource rows, int column, Figure? figure, Factor factor, out CellReading cell)
    {
        ref readonly var plain = ref rows.PlainNumber(column);
        if (IsPlain(plain, figure))
        {
            cell = new CellReading(plain, CellMark.None, factor);
            return true;
        }

        var place = new CellPlace(rows.Line, column);
        if (plain.IsNumber)
            return TryAllow(plain, rows.Cell(column), place, figure, factor, out cell);
        var text = TextFormula.Unwrap(Blanks.Trim(rows.Cell(column)));
        cell = default;
        if (rows.IsContinued(column))
            return Refuse(DeliveryFindings.MergedValue(place, text.ToString()));
        if (rows.KindOf(column) is var kind and not CellType.Text)
            return TryReadExact(text, kind, place, figure, factor, out cell);
        if (!NumberText.TryRead(text, out var reading, out var unit))
            return TryReadMark(text, place, out cell);
        if (reading.Unit != CellUnit.None && figure is not null && !UnitFits(unit, reading.Unit, figure))
            return Refuse(WhyNoUnit(unit.ToString(), text.ToString(), place, figure));

        return TryScale(MoneyOf(reading.Unit, unit, figure), text, place, ref factor)
            && TryAllow(reading, text, place, figure, factor, out cell);
    }

    /// <summary>
    /// Whether a plain number (<see cref="RowSource.PlainNumber"/>) is its cell's value without anything to say, to learn or to
    /// ask.
    /// </summary>
    public bool IsPlain(in NumberReading plain, Figure? figure) =>
        plain.IsNumber && plain.IsShort && format.IsPlain(plain) && figure?.Unit is not "%";

    /// <summary>Asks what can only be asked once all cells are read.</summary>
    public void Report() => percents.Report();

    /// <summary>The unit of money in a cell; <c>1,5 Mio.</c> of an amount are euro, though it does not say so.</summary>
    private static CellUnit MoneyOf(CellUnit unit, ReadOnlySpan<char> text, Figure? figure) =>
        unit == CellUnit.Other && figure is not null && IsMoney(figure) ? ScaleOf(text) : unit;

    private static CellUnit ScaleOf(ReadOnlySpan<char> text) => text.Length < 3 ? CellUnit.None : MoneyUnit.Of($"{text}€");

    /// <summary>Takes the unit of a cell for its factor; one that header or title contradict is asked about.</summary>
    private bool TryScale(CellUnit unit, ReadOnlySpan<char> text, CellPlace place, ref Factor factor)
    {
        if (!MoneyUnit.IsMoney(unit))
            return true;
        var own = unit == CellUnit.Euro ? Factor.One : new Factor(MoneyUnit.FactorOf(unit));
        if (factor.Sign == 0 && factor.Value != own.Value)
            return Refuse(DeliveryFindings.UnitsContradict(place, text.ToString(), factor.Rule!));
        factor = own;
        return true;
    }

    /// <summary>Takes a number where the file's format allows it.</summary>
    private bool TryAllow(
        in NumberReading reading, ReadOnlySpan<char> text, CellPlace place, Figure? figure, Factor factor, out CellReading cell)
    {
        format.Look(reading, place, text, factor.Sign == 0 ? null : figure);
        cell = default;
        if (!format.Allows(reading))
            return Refuse(DeliveryFindings.ContradictsFormat(place, Blanks.Trim(text).ToString(), format.Declared!.Value));
        if (figure?.Unit is "%")
            percents.Look(figure, reading.Value, reading.Unit == CellUnit.Percent, text, place);
        return TryTake(format.Declared is { } declared ? reading.Settled(declared) : reading, text, place, factor, out cell);
    }

    /// <summary>
    /// Reads the number of a total row: evidence for the file's format, but no question, since it is not stored.
    /// </summary>
    public bool TryReadTotal(ReadOnlySpan<char> text, CellType kind, CellPlace place, out NumberReading reading)
    {
        if (kind != CellType.Text)
            return NumberReading.TryExact(SplitUnit(text, out _), out reading);
        if (!NumberText.TryRead(text, out reading, out _))
            return false;
        if (!reading.IsAmbiguous)
            format.Look(reading, place, text);
        return true;
    }

    /// <summary>Whether the trimmed cell could be a value at all: a number or a mark.</summary>
    public static bool IsValueLike(ReadOnlySpan<char> text, CellType kind) =>
        kind != CellType.Text || NumberText.TryRead(text, out _, out _) || CellMarks.Of(text) != CellMark.None;

    private bool TryReadExact(ReadOnlySpan<char> text, CellType kind, CellPlace place, Figure? figure, Factor factor,
        out CellReading cell)
    {
        cell = default;
        if (kind == CellType.Percent && figure?.Unit != "%")
            return Refuse(
                DeliveryFindings.WrongUnit(place, $"{text} als Prozentwert", figure?.Unit ?? "", figure?.Name ?? "dieser Wert"));
        var number = SplitUnit(text, out var unit);
        var shown = text[number.Length..].TrimStart();
        if (!shown.IsEmpty && figure is not null && !UnitFits(shown, unit, figure))
            return Refuse(DeliveryFindings.WrongUnit(place, text.ToString(), figure.Unit, figure.Name));
        if (kind == CellType.Scaled && !TryTakeScaled(text, !shown.IsEmpty, place, factor))
            return false;
        if (!TryScale(unit, text, place, ref factor))
            return false;
        if (!NumberReading.TryExact(number, out var exact))
            return Refuse(DeliveryFindings.NotANumber(place, text.ToString()));
        if (kind == CellType.Percent)
            factor = new Factor(factor.Value * 100);
        if (figure?.Unit is "%")
            percents.Look(figure, factor.Of(exact.Value), kind == CellType.Percent, text, place);
        return TryTake(exact, text, place, factor, out cell);
    }

    /// <summary>
    /// A number that Excel shows in thousands counts in full, which is said once; where a unit stands beside it, or above, it is
    /// open what is meant.
    /// </summary>
    private bool TryTakeScaled(ReadOnlySpan<char> text, bool hasUnit, CellPlace place, Factor factor)
    {
        if (hasUnit || factor.Sign == 0)
            return Refuse(DeliveryFindings.ScaledWithUnit(place, text.ToString()));
        if (!isScaledSaid)
            findings.Add(DeliveryFindings.ShownScaled(place, text.ToString()));
        return isScaledSaid = true;
    }

    /// <summary>The number of a typed cell, without the unit that its number format shows behind it.</summary>
    private static ReadOnlySpan<char> SplitUnit(ReadOnlySpan<char> text, out CellUnit unit)
    {
        var blank = text.IndexOf(' ');
        unit = blank < 0 ? CellUnit.None : MoneyUnit.Of(text[(blank + 1)..]);
        return blank < 0 ? text : text[..blank];
    }

    private bool TryTake(in NumberReading reading, ReadOnlySpan<char> text, CellPlace place, Factor factor, out CellReading cell)
    {
        cell = new CellReading(reading, CellMark.None, factor);
        return reading.IsShort || reading.Value is < Largest and > -Largest
            || Refuse(DeliveryFindings.TooLarge(place, Blanks.Trim(text).ToString()));
    }

    private bool TryReadMark(ReadOnlySpan<char> text, CellPlace place, out CellReading cell)
    {
        var mark = CellMarks.Of(text);
        cell = new CellReading(default, mark == CellMark.Unclear ? CellMark.Unknown : mark, Factor.One);
        if (mark == CellMark.Unclear && unclear.Add(text.ToString()))
            findings.Add(DeliveryFindings.UnclearMark(place, text.ToString()));
        return mark != CellMark.None || Refuse(WhyNoNumber(text, place));
    }

    private static Findings.Finding WhyNoNumber(ReadOnlySpan<char> text, CellPlace place)
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
        if (NoteMark().Match(found) is { Success: true } marked)
        {
            // The last digit before „1)“ is still one of the number.
            var start = marked.Groups["mark"].Index + (char.IsAsciiDigit(marked.Groups["mark"].Value[0]) ? 1 : 0);
            if (NumberText.TryRead(Blanks.Trim(found.AsSpan(0, start)), out _, out _))
                return DeliveryFindings.NoteMark(place, found, found[start..]);
        }

        if (Time().IsMatch(text))
            return DeliveryFindings.TimeAsNumber(place, found);
        return text.Length > 28 && !text.ContainsAnyExcept(NumberLike)
            ? DeliveryFindings.TooLarge(place, found)
            : DeliveryFindings.NotANumber(place, found);
    }

    /// <summary>Whether a figure is an amount in euro.</summary>
    public static bool IsMoney(Figure figure) => MoneyUnit.IsEuro(figure.Unit);

    private static bool UnitFits(ReadOnlySpan<char> text, CellUnit unit, Figure figure) => unit switch
    {
        _ when MoneyUnit.IsMoney(unit) => IsMoney(figure),
        CellUnit.Percent => figure.Unit is "%",
        CellUnit.Other when IsMoney(figure) => ScaleOf(text) != CellUnit.None,
        _ => MeasureUnit.IsSame(text, figure.Unit),
    };

    /// <summary>Why letters beside a number are no unit of its figure: a side of the account, the mark of a note.</summary>
    private static Findings.Finding WhyNoUnit(string unit, string found, CellPlace place, Figure figure) =>
        BookingSide.IsSide(unit) ? DeliveryFindings.SideOfAccount(place, found, unit)
        : unit is [>= 'a' and <= 'z'] || unit.TrimEnd('.') is "vorl" or "vorläufig" or "gesch" or "geschätzt" or "ca" or "rd"
            ? DeliveryFindings.NoteMark(place, found, unit)
            : DeliveryFindings.WrongUnit(place, found, figure.Unit, figure.Name);

    private bool Refuse(Findings.Finding finding)
    {
        findings.Add(finding);
        return false;
    }

    [GeneratedRegex(@"^.*[\d)€%-]\s*(?<mark>[*†‡°¹²³⁰⁴⁵⁶⁷⁸⁹]+\)?|[\s\d][1-9]\d?\)|\(\d{1,2}\)|\[\d{1,2}\]|[*a-z]\))$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"^[+-]?\d+([.,]\d+)?[eE][+-]?\d+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^\d+:\d{2}(:\d{2})?( (h|Std\.?|Uhr))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    private const string Month = "(Jan|Feb|Mrz|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)";

    [GeneratedRegex(
        @"^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(19|20)\d\d-(0[1-9]|1[0-2])|\d{1,2}\. ?" + Month + @"\w*\.?|" + Month
            + @"\w*\.? ?\d{2,4})( .*)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Date();
}
