namespace Produktreport.Core.Tables.Rows;

/// <summary>The notation most cells have: digits, perhaps a minus before them, perhaps one mark between them.</summary>
internal static class PlainNumber
{
    private const int MostCharacters = 18;

    /// <summary>Reads a plain number; false for every other notation, right or wrong.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out NumberReading reading)
    {
        reading = default;
        if (text.IsEmpty || text.Length > MostCharacters)
            return false;
        var first = text[0] == '-' ? 1 : 0;
        var digits = 0UL;
        var mark = SkipDigits(text, first, ref digits);
        if (mark == first)
            return false;
        if (mark == text.Length)
        {
            reading = new NumberReading(digits, 0, first > 0, 0, 0, '\0', CellUnit.None);
            return true;
        }

        if (text[mark] is not ('.' or ',') || mark + 1 == text.Length || SkipDigits(text, mark + 1, ref digits) < text.Length)
            return false;
        reading = WithMark(text, digits, first, mark);
        return true;
    }

    /// <summary>Takes in the digits from a position on; returns the position behind them.</summary>
    private static int SkipDigits(ReadOnlySpan<char> text, int at, ref ulong digits)
    {
        var taken = digits;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            taken = unchecked((taken * 10) + text[at] - '0'); // 18 of them fit
        digits = taken;
        return at;
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
