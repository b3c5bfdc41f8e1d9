using System.Runtime.CompilerServices;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>The digits of a number and the marks that stand between them.</summary>
internal ref struct DigitMarks
{
    private const int MaximumMarks = 12;
    private Marks kinds;
    private Marks positions;
    private int marks;

    /// <summary>The digits as one number.</summary>
    public UInt128 Digits { get; private set; }

    /// <summary>How many digits, leading zeros included.</summary>
    public int Count { get; private set; }

    /// <summary>The first mark, blanks as a space, apostrophes as <c>'</c>; NUL where there is none.</summary>
    public readonly char FirstMark => marks == 0 ? '\0' : kinds[0];

    private bool LeadingZero { get; set; }

    /// <summary>Whether the text is digits and marks only, at most 28 digits.</summary>
    public bool TryRead(ReadOnlySpan<char> body)
    {
        ulong low = 0;
        foreach (var c in body)
        {
            if (char.IsAsciiDigit(c))
            {
                LeadingZero |= Count == 0 && c == '0';
                if (++Count > 28)
                    return false;
                if (Count <= 18)
                    low = low * 10 + (uint)(c - '0');
                else
                    Digits = (Count == 19 ? low : Digits) * 10 + (uint)(c - '0');
            }
            else if (!TryMark(c))
            {
                return false;
            }
        }

        if (Count <= 18)
            Digits = low;
        return Count > 0;
    }

    /// <summary>
    /// How many decimals there are if <paramref name="decimalMark"/> is the decimal mark; −1 where that cannot be.
    /// </summary>
    public readonly sbyte ScaleWith(char decimalMark)
    {
        if (marks == 0)
            return 0;
        var hasFraction = kinds[marks - 1] == decimalMark;
        var fraction = hasFraction ? Count - positions[marks - 1] : 0;
        if (hasFraction && fraction == 0)
            return -1;
        return GroupsFit(hasFraction ? marks - 1 : marks, Count - fraction, decimalMark) ? (sbyte)fraction : (sbyte)-1;
    }

    /// <summary>
    /// Thousands marks are all of one kind and stand before every third digit; what they group does not begin with 0.
    /// </summary>
    private readonly bool GroupsFit(int groups, int integerDigits, char decimalMark)
    {
        if (groups == 0)
            return true;
        if (LeadingZero || (int)positions[0] is < 1 or > 3)
            return false;
        for (var group = 0; group < groups; group++)
        {
            var next = group + 1 < groups ? positions[group + 1] : integerDigits;
            if (kinds[group] == decimalMark || kinds[group] != kinds[0] || next - positions[group] != 3)
                return false;
        }

        return true;
    }

    private bool TryMark(char c)
    {
        char kind = c switch
        {
            '.' or ',' => c,
            '\'' or '’' => '\'',
            // No other blank: two lines in a cell are two numbers.
            ' ' or '\u00a0' or (>= '\u2000' and <= '\u200a') or '\u202f' or '\u205f' or '\u3000' => ' ',
            _ => '\0',
        };
        if (kind == '\0' || marks == MaximumMarks)
            return false;
        kinds[marks] = kind;
        positions[marks] = (char)Count;
        marks++;
        return true;
    }

    [InlineArray(MaximumMarks)]
    private struct Marks
    {
        private char first;
    }
}
