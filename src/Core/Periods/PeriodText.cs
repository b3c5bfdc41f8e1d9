using System.Globalization;

namespace Produktreport.Core.Periods;

/// <summary>Reads the notations of periods that departments use.</summary>
public static class PeriodText
{
    private static readonly string[][] MonthNames =
    [
        ["januar", "jan", "jänner"], ["februar", "feb", "feber"], ["märz", "mär", "mrz", "maerz"], ["april", "apr"], ["mai"],
        ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sep", "sept"], ["oktober", "okt"],
        ["november", "nov"], ["dezember", "dez"],
    ];

    /// <summary>
    /// The period that a file or folder of the program's own names, in the form of <see cref="Period.ToString"/> only.
    /// </summary>
    /// <exception cref="FormatException">The text is not a period in that form.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) && period.ToString() == text ? period
            : throw new FormatException($"'{text}' is not a period.");

    /// <summary>
    /// Whether the text is a period, and which: <c>2026-07</c>, <c>2026-Q3</c>, <c>2026-H2</c>, <c>2026</c>, <c>Q3/2026</c>,
    /// <c>3. Quartal 2026</c>, <c>III. Quartal 2026</c>, <c>Juli 2026</c>, <c>Jul 26</c>, <c>07/2026</c>, <c>1. Halbjahr
    /// 2026</c>,
    /// <c>Jahr 2026</c>; upper or lower case. A full date is no period.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text.Length > 40)
            return false;
        Span<Range> ranges = stackalloc Range[5];
        var lower = text.ToString().ToLowerInvariant().AsSpan();
        var count = lower.SplitAny(
            ranges, " \u00A0\u202F./-_", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return count switch
        {
            1 => TryOne(lower[ranges[0]], out period),
            2 => TryTwo(lower[ranges[0]], lower[ranges[1]], out period),
            3 => TryThree(lower[ranges[0]], lower[ranges[1]], lower[ranges[2]], out period),
            _ => false,
        };
    }

    /// <summary><c>2026</c>.</summary>
    private static bool TryOne(ReadOnlySpan<char> word, out Period period) =>
        TryMake(TryYear(word), PeriodKind.Year, 1, out period);

    /// <summary>
    /// <c>2026 07</c>, <c>2026 q3</c>, <c>q3 2026</c>, <c>07 2026</c>, <c>juli 2026</c>, <c>jul 26</c>, <c>jahr 2026</c>.
    /// </summary>
    private static bool TryTwo(ReadOnlySpan<char> first, ReadOnlySpan<char> second, out Period period)
    {
        if (first is "jahr" or "haushaltsjahr" or "kalenderjahr")
            return TryMake(TryYear(second), PeriodKind.Year, 1, out period);
        if (Month(first) is var month and > 0)
            return TryMake(TryYear(second) ?? TryShortYear(second), PeriodKind.Month, month, out period);
        var year = TryYear(first) ?? TryYear(second);
        var part = TryYear(first) is null ? first : second;
        return part switch
        {
            ['q', var digit] => TryMake(year, PeriodKind.Quarter, Digit(digit), out period),
            ['h', var digit] => TryMake(year, PeriodKind.HalfYear, Digit(digit), out period),
            _ when Month(part) is var name and > 0 => TryMake(year, PeriodKind.Month, name, out period),
            _ => TryMake(year, PeriodKind.Month, part.Length <= 2 ? Number(part) : 0, out period),
        };
    }

    /// <summary><c>3. quartal 2026</c>, <c>iii. quartal 2026</c>, <c>1. halbjahr 2026</c>, <c>2026 3. quartal</c>.</summary>
    private static bool TryThree(ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third, out Period period)
    {
        if (TryYear(first) is not null && TryYear(third) is null)
            return TryThree(second, third, first, out period);
        return second switch
        {
            "quartal" or "quart" or "q" or "vierteljahr" =>
                TryMake(TryYear(third), PeriodKind.Quarter, Ordinal(first), out period),
            "halbjahr" or "hj" => TryMake(TryYear(third), PeriodKind.HalfYear, Ordinal(first), out period),
            _ => TryMake(null, PeriodKind.Year, 1, out period),
        };
    }

    private static bool TryMake(int? year, PeriodKind kind, int number, out Period period)
    {
        var valid = year is >= 1900 and <= 2199 && number >= 1 && number <= 12 / kind.Months();
        period = valid ? Period.Of(year!.Value, kind, number) : default;
        return valid;
    }

    private static int? TryYear(ReadOnlySpan<char> word) =>
        word.Length == 4 && Number(word) is var year and >= 1900 and <= 2199 ? year : null;

    private static int? TryShortYear(ReadOnlySpan<char> word) =>
        word.Length == 2 && Number(word) is var year and > 0 ? 2000 + year : null;

    private static int Month(ReadOnlySpan<char> word)
    {
        for (var month = 0; month < MonthNames.Length; month++)
        {
            foreach (var name in MonthNames[month])
            {
                if (word.SequenceEqual(name))
                    return month + 1;
            }
        }

        return 0;
    }

    private static int Ordinal(ReadOnlySpan<char> word) => word switch
    {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        [var digit] => Digit(digit),
        _ => 0,
    };

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : 0;

    private static int Number(ReadOnlySpan<char> word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
