namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>The notation most cells have: digits, perhaps a minus before them, perhaps one mark between them.</summary>
internal static class PlainNumber
{
    private const int MostCharacters = 18;

    /// <summary>Reads a plain number; false for every other notation, right or wrong.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out NumberReading reading)
    {
        reading = default;
        if (text.Length > MostCharacters)
            return false;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var first = at;
        var digits = 0UL;
        var mark = -1;
        for (; at < text.Length; at++)
        {
            var digit = unchecked((uint)(text[at] - '0'));
            if (digit <= 9)
                digits = unchecked((digits * 10) + digit); // 18 of them fit
            else if (mark < 0 && text[at] is '.' or ',' && at > first && at < text.Length - 1)
                mark = at;
            else
                return false;
        }

        if (at == first)
            return false;
        reading = mark < 0 ? new NumberReading(digits, 0, first > 0, 0, 0, '\0', CellUnit.None) : WithMark(text, digits, first, mark);
        return true;
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
