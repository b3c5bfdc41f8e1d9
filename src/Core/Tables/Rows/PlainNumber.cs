using System.Runtime.InteropServices;

namespace Produktreport.Core.Tables.Rows;

/// <summary>The notation most cells have: digits, perhaps a minus before them, perhaps one mark between them.</summary>
internal static class PlainNumber
{
    private const int MostCharacters = 18;

    /// <summary>The plain number in a cell, with or without blanks around it; no number for every other notation.</summary>
    public static NumberReading In(ReadOnlySpan<char> cell)
    {
        var plain = Read(cell, isWholeCell: true);
        return plain.IsNumber || Blanks.Trim(cell) is var text && text.Length == cell.Length ? plain
            : Read(text, isWholeCell: false);
    }

    private static NumberReading Read(ReadOnlySpan<char> text, bool isWholeCell)
    {
        if (text.IsEmpty || text.Length > MostCharacters)
            return default;
        var first = text[0] == '-' ? 1 : 0;
        var digits = 0UL;
        var mark = SkipDigits(text, first, ref digits);
        if (mark == first)
            return default;
        // Zeros before the number, and a minus before 0, are nothing its value has.
        var isRegular = isWholeCell && (text[first] != '0' || mark == first + 1) && (first == 0 || digits != 0);
        if (mark == text.Length)
            return new NumberReading(digits, first > 0, 0, 0, '\0', isRegular);
        if (text[mark] is not ('.' or ',') || mark + 1 == text.Length || SkipDigits(text, mark + 1, ref digits) < text.Length)
            return default;
        return WithMark(text, digits, first, mark, isRegular);
    }

    /// <summary>Takes in the digits from a position on; returns the position behind them.</summary>
    private static int SkipDigits(ReadOnlySpan<char> text, int at, ref ulong digits)
    {
        unchecked
        {
            var taken = digits;
            for (; at <= text.Length - 4 && IsFourDigits(text[at..], out var four); at += 4)
                taken = (taken * 10_000) + four;
            for (; (uint)at < (uint)text.Length && text[at] - (uint)'0' is var digit and <= 9; at++)
                taken = (taken * 10) + digit; // 18 of them fit
            digits = taken;
            return at;
        }
    }

    /// <summary>
    /// Reads four digits at once, each of which fills a quarter of a word: one multiplication adds them up in its last quarter.
    /// </summary>
    private static bool IsFourDigits(ReadOnlySpan<char> text, out ulong value)
    {
        const ulong Zeros = 0x0030_0030_0030_0030;
        const ulong ToHighBit = 0x7FF6_7FF6_7FF6_7FF6;
        const ulong HighBits = 0x8000_8000_8000_8000;
        unchecked
        {
            var digits = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text)) - Zeros;
            value = digits * (1 | 10UL << 16 | 100UL << 32 | 1000UL << 48) >> 48;
            return ((digits | (digits + ToHighBit)) & HighBits) == 0;
        }
    }

    private static NumberReading WithMark(ReadOnlySpan<char> text, ulong digits, int first, int mark, bool isRegular)
    {
        var decimals = (sbyte)(text.Length - mark - 1);
        var groups = decimals == 3 && mark - first <= 3 && text[first] != '0' ? (sbyte)0 : (sbyte)-1;
        return text[mark] == ','
            ? new NumberReading(digits, first > 0, decimals, groups, ',', isRegular && groups < 0)
            : new NumberReading(digits, first > 0, groups, decimals, '.', isRegular: false);
    }
}
