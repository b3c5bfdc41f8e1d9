namespace Produktreport.Core.Periods;

/// <summary>Reads the notations of periods that departments use.</summary>
public static class PeriodText
{
    private const int Longest = 40;
    private const int MostWords = 10;

    /// <summary>
    /// The period that a file or folder of the program's own names, in the form of <see cref="Period.ToString"/> only.
    /// </summary>
    /// <exception cref="FormatException">The text is not a period in that form.</exception>
    public static Period Parse(string text) =>
        Canonical(text) ?? throw new FormatException($"'{text}' is not a period.");

    /// <summary>The same; null where the text is not a period in that form.</summary>
    public static Period? Canonical(string text) =>
        TryParse(text, out var period) && period.ToString() == text ? period : null;

    /// <summary>A calendar year the program knows, four digits from 1900 to 2199; null for any other text.</summary>
    public static int? YearOf(string text) => Canonical(text) is { Kind: PeriodKind.Year, Year: var year } ? year : null;

    /// <summary>
    /// Whether the text is a period, and which: <c>2026-07</c>, <c>2026-Q3</c>, <c>2026-H2</c>, <c>2026</c>, <c>Q3/26</c>,
    /// <c>III. Quartal 2026</c>, <c>Jul 26</c>, <c>07/2026</c>, <c>Juli–September 2026</c>, <c>01.07.2026 bis 30.09.2026</c>,
    /// <c>1. Halbjahr 2026</c>, <c>HJ 2026</c>; upper or lower case. A full date is no period.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = Read(text) is PeriodReading.Whole whole ? whole.Period : default;
        return period != default;
    }

    /// <summary>What the text says of time; null where it says nothing that can be understood.</summary>
    public static PeriodReading? Read(ReadOnlySpan<char> text) => ReadWords(text) ?? OfTwoPeriods(text);

    /// <summary>
    /// <c>2026-Q3 bis 2026-Q4</c>, <c>Q3/2026 – Q4/2026</c>: from the first day of one to the last of the other.
    /// </summary>
    private static PeriodReading? OfTwoPeriods(ReadOnlySpan<char> text)
    {
        foreach (var until in (ReadOnlySpan<string>)["bis", "–", "—", " - "])
        {
            var at = text.IndexOf(until, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && ReadWords(text[..at]) is PeriodReading.Whole { Period: var first }
                && ReadWords(text[(at + until.Length)..]) is PeriodReading.Whole { Period: var last }
                && first.Start <= last.Start && first.End < last.End)
                return Between(first.Start, last.End);
        }

        return null;
    }

    private static PeriodReading? ReadWords(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
            return null;
        text = WithoutMidnight(text);
        Span<PeriodWord> all = stackalloc PeriodWord[MostWords];
        var count = PeriodWord.Split(text, all);
        if (count <= 0)
            return null;
        Span<PeriodWord> words = stackalloc PeriodWord[MostWords];
        var kept = 0;
        foreach (var word in all[..count])
        {
            if (word.Kind != PeriodWordKind.Until)
                words[kept++] = word;
        }

        if (kept == 0)
            return null;
        if (kept == count - 1 && all[0].Kind == PeriodWordKind.Until
            && text.StartsWith("bis", StringComparison.OrdinalIgnoreCase))
            return SinceJanuary(Days(words[..kept]) ?? Months(words[..kept], isSpan: true));
        if (kept == count - 1 && count > 2 && all[1].Kind == PeriodWordKind.Until && words[0].FullYear is not null)
            return SinceJanuary(Months(words[..kept], isSpan: false)); // „2026 (bis September)“
        if (kept == count && count == 3 && IsSpan(text) && Months(words[..kept], isSpan: true) is { } months)
            return months;
        return kept == count ? Days(words[..kept]) ?? Months(words[..kept], isSpan: false)
            : Days(words[..kept]) is { } days and not PeriodReading.Day ? days
            : Months(words[..kept], isSpan: true);
    }

    /// <summary>
    /// <c>07-09/2026</c>: a dash between the first two numbers, of two digits each, and none before the year.
    /// </summary>
    private static bool IsSpan(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOfAnyExceptInRange('0', '9');
        var last = text.LastIndexOfAnyExceptInRange('0', '9');
        return mark == 2 && last == 5 && PeriodWord.IsDash(text[mark]) && !PeriodWord.IsDash(text[last])
            && !text[(mark + 1)..last].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary><c>bis September 2026</c>: all that was since January; without a year it is not known since which.</summary>
    private static PeriodReading? SinceJanuary(PeriodReading? until) => until switch
    {
        PeriodReading.Whole { Period: var last } => Between(new DateOnly(last.Year, 1, 1), last.End),
        PeriodReading.Day { Date: var day } => Between(new DateOnly(day.Year, 1, 1), day),
        _ => null,
    };

    /// <summary>What Excel adds to a date that is shown with its time.</summary>
    private static ReadOnlySpan<char> WithoutMidnight(ReadOnlySpan<char> text)
    {
        foreach (var midnight in (ReadOnlySpan<string>)[" 00:00", " 00:00:00", "T00:00:00"])
        {
            if (text.EndsWith(midnight))
                return text[..^midnight.Length];
        }

        return text;
    }

    /// <summary><c>01.07.2026</c>, <c>2026-07-01</c>, <c>1. Juli 2026</c>, or two of them; <c>1.7.–30.9.2026</c>.</summary>
    private static PeriodReading? Days(ReadOnlySpan<PeriodWord> words)
    {
        if (words.Length == 3)
            return DayOf(words) is { } day ? new PeriodReading.Day(day) : null;
        if (words.Length is not (5 or 6))
            return null;
        var first = words.Length == 6 ? DayOf(words[..3]) : DayOf([words[0], words[1], words[4]]);
        return first is { } from && DayOf(words[^3..]) is { } until && from <= until ? Between(from, until) : null;
    }

    private static DateOnly? DayOf(ReadOnlySpan<PeriodWord> words)
    {
        var (day, month, year) = words[0].FullYear is { } first
            ? (words[2], words[1], first)
            : (words[0], words[1], words[2].FullYear ?? ShortOf(words));
        var isNamed = month.Kind == PeriodWordKind.Month;
        return year is { } known && day is { Kind: PeriodWordKind.Number, Length: <= 2, Value: >= 1 }
            && (isNamed || month is { Kind: PeriodWordKind.Number, Length: <= 2, Value: >= 1 and <= 12 })
            && day.Value <= DateTime.DaysInMonth(known, month.Value)
            ? new DateOnly(known, month.Value, day.Value)
            : null;
    }

    /// <summary>The year of <c>01.07.26</c>, whose day and month have two digits as well.</summary>
    private static int? ShortOf(ReadOnlySpan<PeriodWord> words) =>
        words[0] is { Kind: PeriodWordKind.Number, Length: 2 } && words[1].Length == 2 ? words[2].ShortYear : null;

    private static PeriodReading Between(DateOnly first, DateOnly last)
    {
        if (first.Year == last.Year)
        {
            foreach (var kind in Enum.GetValues<PeriodKind>())
            {
                if (Period.Containing(first, kind) is var period && period.Start == first && period.End == last)
                    return new PeriodReading.Whole(period);
            }
        }

        return new PeriodReading.Stretch(first, last);
    }

    /// <summary>A year, or months of one: the year before or behind them, two digits only beside a word.</summary>
    private static PeriodReading? Months(ReadOnlySpan<PeriodWord> words, bool isSpan)
    {
        if (words is [var single] && single.FullYear is { } alone && !isSpan)
            return new PeriodReading.Whole(Period.OfYear(alone));
        if (words.Length == 4 && OfTwoYears(words) is { } span)
            return span;
        if (words[0].FullYear is { } first)
            return Of(words[1..], first, isSpan);
        if (words[^1].FullYear is { } last)
            return Of(words[..^1], last, isSpan);
        if (words.Length > 1 && words[^1].ShortYear is { } shortYear && MonthsOf(words[..^1]) is var (from, until))
            return Between(new DateOnly(shortYear, from, 1), EndOf(shortYear, until));
        if (words is [{ ShortYear: { } leading }, { Kind: PeriodWordKind.Part }, _] && MonthsOf(words[1..]) is var (start, end))
            return Between(new DateOnly(leading, start, 1), EndOf(leading, end));
        return words is not [{ Kind: PeriodWordKind.Roman or PeriodWordKind.Year or PeriodWordKind.HalfOrFullYear }]
            && MonthsOf(words) is var (one, other)
            && Between(new DateOnly(2000, one, 1), EndOf(2000, other)) is PeriodReading.Whole { Period: var part }
            ? new PeriodReading.WithoutYear(part.Kind, part.Number)
            : null;
    }

    /// <summary><c>07/2026–09/2026</c>, <c>2026-07 bis 2026-09</c>, <c>Juli 2026 bis September 2026</c>.</summary>
    private static PeriodReading? OfTwoYears(ReadOnlySpan<PeriodWord> words)
    {
        var (first, firstYear) = words[0].FullYear is { } leading ? (words[1], leading) : (words[0], words[1].FullYear);
        var (last, lastYear) = words[2].FullYear is { } other ? (words[3], other) : (words[2], words[3].FullYear);
        return firstYear is { } from && lastYear is { } until
            && MonthOf(first) is var start and > 0 && MonthOf(last) is var end and > 0
            && new DateOnly(from, start, 1) <= new DateOnly(until, end, 1)
            ? Between(new DateOnly(from, start, 1), EndOf(until, end))
            : null;
    }

    private static PeriodReading? Of(ReadOnlySpan<PeriodWord> part, int year, bool isSpan)
    {
        var months = part is [var single] && MonthOf(single) is var month and > 0 ? (month, month)
            : isSpan && part is [var start, var end] && MonthOf(start) is var from and > 0 && MonthOf(end) is var until
                && until >= from
            ? (from, until)
            : MonthsOf(part);
        return months is var (first, last) ? Between(new DateOnly(year, first, 1), EndOf(year, last)) : null;
    }

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>A month by its name or number; 0 for other words.</summary>
    private static int MonthOf(PeriodWord word) => word switch
    {
        { Kind: PeriodWordKind.Month } => word.Value,
        { Kind: PeriodWordKind.Number, Length: <= 2, Value: <= 12 } => word.Value,
        _ => 0,
    };

    /// <summary>The first and the last month that words without a year name; null where they name none.</summary>
    private static (int First, int Last)? MonthsOf(ReadOnlySpan<PeriodWord> words) => words switch
    {
        [{ Kind: PeriodWordKind.Year or PeriodWordKind.HalfOrFullYear }] => (1, 12),
        [{ Kind: PeriodWordKind.Roman } roman] => PartOf(roman, 3),
        [{ Kind: PeriodWordKind.Month } month] => (month.Value, month.Value),
        [{ Kind: PeriodWordKind.Month } first, { Kind: PeriodWordKind.Month } last] when first.Value < last.Value =>
            (first.Value, last.Value),
        [{ IsCount: true } number, { PartMonths: > 0 } part] => PartOf(number, part.PartMonths),
        [{ PartMonths: > 0 } part, { IsCount: true } number] => PartOf(number, part.PartMonths),
        [{ IsCount: true } first, { IsCount: true } last, { PartMonths: > 0 } part] => Joined(first, last, part.PartMonths),
        [{ PartMonths: > 0 } part, { IsCount: true } first, { PartMonths: > 0 } same, { IsCount: true } last] when part == same =>
            Joined(first, last, part.PartMonths),
        [{ IsCount: true } first, { PartMonths: > 0 } part, { IsCount: true } last, { PartMonths: > 0 } same] when part == same =>
            Joined(first, last, part.PartMonths),
        _ => null,
    };

    private static (int First, int Last)? PartOf(PeriodWord number, int months) =>
        number.Value >= 1 && number.Value * months <= 12 ? ((number.Value - 1) * months + 1, number.Value * months) : null;

    private static (int First, int Last)? Joined(PeriodWord first, PeriodWord last, int months) =>
        PartOf(first, months) is var (from, _) && PartOf(last, months) is var (_, until) && first.Value < last.Value
            ? (from, until)
            : null;
}
