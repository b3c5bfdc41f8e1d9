using System.Globalization;

namespace Produktreport.Core.Periods;

/// <summary>What a word or number in a notation of a period is.</summary>
internal enum PeriodWordKind
{
    /// <summary>Digits.</summary>
    Number,

    /// <summary><c>I</c> to <c>IV</c>.</summary>
    Roman,

    Month,

    /// <summary>Quartal or Halbjahr; the value is its number of months.</summary>
    Part,

    /// <summary><c>HJ</c>: Halbjahr behind or before a number, else Haushaltsjahr.</summary>
    HalfOrFullYear,

    Year,

    /// <summary><c>bis</c>, <c>vom</c>.</summary>
    Until,
}

/// <summary>A word or number in a notation of a period.</summary>
internal readonly record struct PeriodWord(PeriodWordKind Kind, int Value, int Length)
{
    /// <summary>Between words; every dash, since each may mean „bis“ or stand within a date.</summary>
    private const string Separators = " \u00A0\u2007\u2009\u202F./-‐‑‒–—―−_'’";

    private static readonly string[][] MonthNames =
    [
        ["januar", "jan", "jänner"], ["februar", "feb", "feber"], ["märz", "mär", "mrz", "maerz"], ["april", "apr"], ["mai"],
        ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sep", "sept"], ["oktober", "okt"],
        ["november", "nov"], ["dezember", "dez"],
    ];

    /// <summary>Four digits from 1900 to 2199; null for others.</summary>
    public int? FullYear => Kind == PeriodWordKind.Number && Length == 4 && Value is >= 1900 and <= 2199 ? Value : null;

    /// <summary>Two digits as a year of this century; null for others.</summary>
    public int? ShortYear => Kind == PeriodWordKind.Number && Length == 2 && Value > 0 ? 2000 + Value : null;

    /// <summary>Whether it counts days, months or parts of a year.</summary>
    public bool IsCount => Kind == PeriodWordKind.Roman || (Kind == PeriodWordKind.Number && Length <= 2);

    /// <summary>How many months a part of a year has; 0 for other words.</summary>
    public int PartMonths => Kind switch
    {
        PeriodWordKind.Part => Value,
        PeriodWordKind.HalfOrFullYear => 6,
        _ => 0,
    };

    /// <summary>Whether the character is a dash.</summary>
    public static bool IsDash(char c) => c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−';

    /// <summary>The words of a text, letters and digits apart (<c>2026Q3</c>); −1 where one is unknown.</summary>
    public static int Split(ReadOnlySpan<char> text, Span<PeriodWord> words)
    {
        var count = 0;
        var hasLetters = text.ContainsAnyInRange('a', 'z') || text.ContainsAnyInRange('A', 'Z');
        for (var at = 0; at < text.Length;)
        {
            if (IsBetween(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]) == char.IsAsciiDigit(text[at])
                && !IsBetween(text[end]))
                end++;
            if (IsPartWithRoman(text[at..end]))
                end = at + 1; // „QIII“
            if (count == words.Length || Of(text[at..end]) is not { } word)
                return -1;
            words[count++] = word;
            at = end;
        }

        return count;

        // Brackets and commas stand in „3. Quartal (2026)“ and in numbers.
        bool IsBetween(char c) =>
            Separators.Contains(c, StringComparison.Ordinal) || (hasLetters && c is ',' or '(' or ')');
    }

    /// <summary>Whether a Roman number follows the letter for quarter or half-year without a blank.</summary>
    private static bool IsPartWithRoman(ReadOnlySpan<char> word) => word is ['Q' or 'q' or 'H' or 'h', _, ..]
        && !word[1..].ContainsAnyExcept("IViv") && Of(word[1..]) is { Kind: PeriodWordKind.Roman };

    private static PeriodWord? Of(ReadOnlySpan<char> word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return word.Length <= 4
                ? new PeriodWord(PeriodWordKind.Number, int.Parse(word, CultureInfo.InvariantCulture), word.Length)
                : null;
        }

        Span<char> lower = stackalloc char[16];
        if (word.Length > lower.Length)
            return null;
        lower = lower[..word.ToLowerInvariant(lower)];
        return lower switch
        {
            "q" or "quartal" or "quart" or "qu" or "vierteljahr" or "vj" or "viertelj" =>
                new PeriodWord(PeriodWordKind.Part, 3, 0),
            "h" or "halbjahr" or "halbj" or "hbj" => new PeriodWord(PeriodWordKind.Part, 6, 0),
            "hj" => new PeriodWord(PeriodWordKind.HalfOrFullYear, 6, 0),
            "jahr" or "haushaltsjahr" or "kalenderjahr" or "gesamtjahr" or "rechnungsjahr" or "hhj" =>
                new PeriodWord(PeriodWordKind.Year, 12, 0),
            "bis" or "vom" or "von" or "zum" => new PeriodWord(PeriodWordKind.Until, 0, 0),
            "erstes" => new PeriodWord(PeriodWordKind.Number, 1, 1),
            "zweites" => new PeriodWord(PeriodWordKind.Number, 2, 1),
            "drittes" => new PeriodWord(PeriodWordKind.Number, 3, 1),
            "viertes" => new PeriodWord(PeriodWordKind.Number, 4, 1),
            "i" => new PeriodWord(PeriodWordKind.Roman, 1, 0),
            "ii" => new PeriodWord(PeriodWordKind.Roman, 2, 0),
            "iii" => new PeriodWord(PeriodWordKind.Roman, 3, 0),
            "iv" => new PeriodWord(PeriodWordKind.Roman, 4, 0),
            _ => MonthOf(lower) is var month and > 0 ? new PeriodWord(PeriodWordKind.Month, month, 0) : null,
        };
    }

    private static int MonthOf(ReadOnlySpan<char> word)
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
}
