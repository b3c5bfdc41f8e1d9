namespace Produktreport.Core.Tables.Rows;

/// <summary>The notation most cells have: digits, perhaps a minus before them, perhaps one mark between them.</summary>
internal static class PlainNumber
{
    private const int MostCharacters = 18;

    /// <summary>The plain number in a cell, with or without blanks around it; no number for every other notation.</summary>
    public static NumberReading In(ReadOnlySpan<char> cell)
    {
        var plain = Read(cell);
        if (plain.IsNumber)
            return IsRegular(cell, plain) ? plain.AsRegular() : plain;
        return Blanks.Trim(cell) is var text && text.Length == cell.Length ? plain : Read(text);
    }

    /// <summary>Whether no mark, zero or minus stands in the cell that the value, written with a decimal comma, has not.</summary>
    private static bool IsRegular(ReadOnlySpan<char> cell, in NumberReading number)
    {
        var first = number.IsNegative ? 1 : 0;
        var beginsWithZero = cell[first] == '0' && cell.Length > first + 1 && cell[first + 1] != ',';
        var hasOnlyComma = number.FirstMark == '\0' || number is { FirstMark: ',', PointScale: < 0 };
        return hasOnlyComma && !beginsWithZero && !(number.IsNegative && number is { Low: 0, High: 0 });
    }

    private static NumberReading Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MostCharacters)
            return default;
        var first = text[0] == '-' ? 1 : 0;
        var digits = 0UL;
        var mark = SkipDigits(text, first, ref digits);
        if (mark == first)
            return default;
        if (mark == text.Length)
            return new NumberReading(digits, 0, first > 0, 0, 0, '\0', CellUnit.None);
        if (text[mark] is not ('.' or ',') || mark + 1 == text.Length || SkipDigits(text, mark + 1, ref digits) < text.Length)
            return default;
        return WithMark(text, digits, first, mark);
    }

    /// <summary>Takes in the digits from a position on; returns the position behind them.</summary>
    private static int SkipDigits(ReadOnlySpan<char> text, int at, ref ulong digits)
    {
        unchecked
        {
            var taken = digits;
            for (; (uint)at < (uint)text.Length && text[at] - (uint)'0' is var digit and <= 9; at++)
                taken = (taken * 10) + digit; // 18 of them fit
            digits = taken;
            return at;
        }
    }

    private static NumberReading WithMark(ReadOnlySpan<char> text, ulong digits, int first, int mark)
    {
        var decimals = (sbyte)(text.Length - mark - 1);
        var groups = decimals == 3 && mark - first <= 3 && text[first] != '0' ? (sbyte)0 : (sbyte)-1;
        return text[mark] == ','
            ? new NumberReading(digits, 0, first > 0, decimals, groups, ',', CellUnit.None)
            : new NumberReading(digits, 0, first > 0, groups, decimals, '.', CellUnit.None);
    }
}
