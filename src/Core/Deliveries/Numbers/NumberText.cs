using System.Buffers;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>
/// Reads the notations of numbers seen in files of public bodies; which mark is the decimal one is decided elsewhere.
/// </summary>
internal static class NumberText
{
    private static readonly SearchValues<char> NoUnit = SearchValues.Create(Dashes.All + "+()=,;:#'*");

    /// <summary>
    /// Reads a trimmed cell: digits and marks, with one sign before or behind (<c>9.347.099,63-</c>) or parentheses
    /// (<c>(1.234)</c>), and a unit before or behind. <paramref name="unit"/> is the unit's own text, empty where there is none.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out NumberReading reading, out ReadOnlySpan<char> unit)
    {
        unit = default;
        reading = PlainNumber.In(text);
        return reading.IsNumber || TryReadFramed(text, out reading, out unit);
    }

    private static bool TryReadFramed(ReadOnlySpan<char> text, out NumberReading reading, out ReadOnlySpan<char> unit)
    {
        reading = default;
        unit = default;
        var first = text.IndexOfAnyInRange('0', '9');
        if (first < 0)
            return false;
        var last = text.LastIndexOfAnyInRange('0', '9');
        if (first > 0 && text[first - 1] is '.' or ',')
            first--;

        var frame = new Frame();
        var suffix = Blanks.Trim(text[(last + 1)..]);
        var centsMark = TakeDashForCents(ref suffix);
        if (!frame.TryPrefix(text[..first]) || !frame.TrySuffix(suffix))
            return false;
        var digits = new DigitMarks();
        if (!digits.TryRead(text[first..(last + 1)]))
            return false;
        unit = frame.Unit;
        reading = new NumberReading(
            digits.Digits, frame.IsNegative, ScaleWith(',', centsMark, digits), ScaleWith('.', centsMark, digits),
            digits.FirstMark == '\0' ? centsMark : digits.FirstMark, UnitOf(unit));
        return reading.IsNumber;
    }

    /// <summary>
    /// Takes the dash that stands for no cents (<c>1.234,--</c>, <c>50,-</c>); the mark before it, NUL where there is none.
    /// </summary>
    private static char TakeDashForCents(ref ReadOnlySpan<char> suffix)
    {
        if (suffix.IsEmpty || suffix[0] is not (',' or '.'))
            return '\0';
        var mark = suffix[0];
        var rest = Blanks.Trim(suffix[1..]);
        var dashes = Dashes.CountAtStart(rest);
        if (dashes is 0 or > 2)
            return '\0';
        suffix = Blanks.Trim(rest[dashes..]);
        return mark;
    }

    /// <summary>
    /// No other decimals stand beside a dash for the cents; its mark is the decimal one, or that of the thousands once more.
    /// </summary>
    private static sbyte ScaleWith(char decimalMark, char centsMark, in DigitMarks digits) =>
        digits.ScaleWith(decimalMark) is var scale
            && (centsMark == '\0' || (scale == 0 && (centsMark == decimalMark || centsMark == digits.FirstMark)))
            ? scale : (sbyte)-1;

    private static CellUnit UnitOf(ReadOnlySpan<char> unit) => unit switch
    {
        "" => CellUnit.None,
        "%" or "Prozent" or "v.H." or "v. H." or "vH" => CellUnit.Percent,
        _ => MoneyUnit.Of(unit) is var money and not CellUnit.None ? money : CellUnit.Other,
    };

    /// <summary>What stands around the digits.</summary>
    private ref struct Frame
    {
        private bool isOpen;
        private bool isSigned;

        public bool IsNegative { get; private set; }

        public ReadOnlySpan<char> Unit { get; private set; }

        public bool TryPrefix(ReadOnlySpan<char> text)
        {
            text = Blanks.Trim(text);
            while (!text.IsEmpty)
            {
                if (TryOpen(text[0]) || TrySign(text[0]))
                    text = Blanks.Trim(text[1..]);
                else if (TryOpen(text[^1]) || TrySign(text[^1]))
                    text = Blanks.Trim(text[..^1]);
                else
                    return MoneyUnit.IsMoney(UnitOf(text)) && TryUnit(text);
            }

            return true;
        }

        public bool TrySuffix(ReadOnlySpan<char> text)
        {
            text = Blanks.Trim(text);
            if (!text.IsEmpty && text[0] == ')' && Close())
                text = Blanks.Trim(text[1..]);
            else if (!text.IsEmpty && TrySign(text[0]))
                text = Blanks.Trim(text[1..]);
            if (!text.IsEmpty && text[^1] == ')' && Close())
                text = Blanks.Trim(text[..^1]);
            if (!text.IsEmpty && TrySign(text[^1]))
                text = Blanks.Trim(text[..^1]);
            return !isOpen && TryUnit(text);
        }

        private bool TryOpen(char c)
        {
            if (c != '(' || isOpen || isSigned)
                return false;
            IsNegative = isOpen = true;
            return true;
        }

        private bool Close()
        {
            var wasOpen = isOpen;
            isOpen = false;
            return wasOpen;
        }

        private bool TrySign(char c)
        {
            if ((c != '+' && !Dashes.IsDash(c)) || isSigned || IsNegative || isOpen)
                return false;
            isSigned = true;
            IsNegative = c != '+';
            return true;
        }

        /// <summary>A unit has no digits, marks or signs; what has is no number.</summary>
        private bool TryUnit(ReadOnlySpan<char> text)
        {
            if (text.IsEmpty)
                return true;
            if (!Unit.IsEmpty || text.Length > 20 || (text.ContainsAny(NoUnit) && !MoneyUnit.IsMoney(MoneyUnit.Of(text))))
                return false;
            if (!char.IsLetter(text[0]) && text[0] is not ('€' or '%' or '‰'))
                return false;
            Unit = text;
            return true;
        }
    }
}
