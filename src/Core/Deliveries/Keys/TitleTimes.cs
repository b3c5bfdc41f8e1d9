using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>What a title says of time: <c>Grundzahlen 3. Quartal 2026</c>, <c>Haushalt 2026</c>.</summary>
internal static partial class TitleTimes
{
    private const int MostWords = 40;
    private const int LongestPeriod = 6;
    private static readonly string[] OfWriting =
        ["stand", "datum", "datenstand", "erstellt", "gedruckt", "druckdatum", "ausgabe", "vom", "fassung", "frist", "termin",
            "abgabe", "abgabefrist", "abgabetermin", "rückgabe", "rücksendung", "zurück", "meldeschluss", "rundschreiben",
            "beschluss", "aktenzeichen", "az."];

    private static readonly string[] OfRequests =
        ["bitte", "rück", "zurück", "send", "zusend", "übersend", "zuzusend", "ausfüll", "auszufüll", "einreich", "einzureich",
            "vorleg", "vorzuleg", "abgab", "abgeb", "abzugeb", "meldung", "lieferung", "meldefrist", "meldetermin", "spätestens",
            "fällig"];

    private static readonly string[] Fillers =
        ["einschl", "einschl.", "einschließlich", "inkl", "inkl.", "incl.", "inklusive", "ende"];

    /// <summary>
    /// The only year a title names, and the period where it names one that is shorter; year 0 where it names none, several, or
    /// says when it was written. And whether it names a stretch from January on that is none: <c>Januar bis September 2026</c>.
    /// </summary>
    public static (int Year, Period? Period, bool IsSinceJanuary) In(string title)
    {
        if (Array.Exists(WordsOf(title), word => OfWriting.Contains(word.ToLowerInvariant())))
            return default;
        PeriodReading[] all = [.. All(title)];
        var found = all.OfType<PeriodReading.Whole>().Select(whole => whole.Period).ToList(); // the day of a letter is none
        var isSinceJanuary = Array.Exists(all, read => IsSinceJanuary(read)) && !IsRequest(title);
        var years = found.Select(period => period.Year).Distinct().ToList();
        var shorter = found.Where(period => period.Kind != PeriodKind.Year).Distinct().ToList();
        return years is [var year] ? (year, shorter is [var only] ? only : null, isSinceJanuary) : (0, null, isSinceJanuary);
    }

    /// <summary>Whether a header is that of times at which something was written or sent, and not of those it counts.</summary>
    public static bool IsOfWriting(string header) => IsRequest(header)
        || header.Contains("eingang", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(OfWriting, word => header.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a title or note names the day up to which values count: <c>Auswertung per 30.09.2026</c>.</summary>
    public static bool NamesEnd(string title)
    {
        var words = WordsOf(title);
        return !Array.Exists(words, word => OfWriting.Contains(word.ToLowerInvariant())) && !IsRequest(title)
            && Enumerable.Range(1, Math.Max(0, words.Length - 1)).Any(at => words[at - 1].ToUpperInvariant() is "PER" or "ZUM"
                && PeriodText.Read(words[at]) is PeriodReading.Day { EndsMonth: true });
    }

    /// <summary>Whether months or days up to the end of a month are named, from January on.</summary>
    public static bool IsSinceJanuary(PeriodReading? read) =>
        read is PeriodReading.Stretch { First: { Day: 1, Month: 1 }, Last: var last } && last.AddDays(1).Day == 1;

    /// <summary>Whether somebody is asked to do something by a day: „Bitte bis 31.10.2026 zurücksenden“.</summary>
    private static bool IsRequest(string title) => Array.Exists(WordsOf(title), word => Array.Exists(OfRequests,
        beginning => word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));

    /// <summary>All that a sentence says of time, in order, each in as many words as belong to it.</summary>
    public static IEnumerable<PeriodReading> All(string sentence)
    {
        var words = WordsOf(sentence);
        for (var at = 0; at < words.Length; at++)
        {
            for (var length = Math.Min(LongestPeriod, words.Length - at); length > 0; length--)
            {
                if (PeriodText.Read(string.Join(' ', words, at, length)) is not { } read)
                    continue;
                yield return read;
                at += length - 1;
                break;
            }
        }
    }

    /// <summary>The end of a month before December that a text names; null where it names none, or several.</summary>
    public static DateOnly? MonthEndIn(string text)
    {
        var days = Day().Matches(text).Select(match => PeriodText.Read(match.Value)).OfType<PeriodReading.Day>()
            .Where(day => day.EndsMonth && day.Date.Month < 12).Select(day => day.Date).Distinct().ToList();
        return days is [var only] ? only : null;
    }

    /// <summary>
    /// Whether a title says up to when amounts are booked, within which year: <c>Stand: 30.09.2025</c>, <c>Perioden 1 bis 9</c>.
    /// The year is null where it says none.
    /// </summary>
    public static (bool IsPart, int? Year) PartOfYearIn(string title) =>
        UpTo().IsMatch(title) && MonthEndIn(title) is { } day ? (true, day.Year)
        : Months().Match(title) is { Success: true, Groups: var groups }
            && int.Parse(groups["last"].Value, CultureInfo.InvariantCulture) is > 0 and < 12
            ? (true, int.TryParse(groups["year"].Value, CultureInfo.InvariantCulture, out var year) ? year : null)
        : In(title) is { Period: { } period } && period.End < new DateOnly(period.Year, 12, 31) ? (true, period.Year)
        : (false, null);

    /// <summary>Whether a text is a stretch of posting periods: <c>1 - 12</c>, <c>001 bis 016</c>.</summary>
    public static bool IsStretchOfPostingPeriods(ReadOnlySpan<char> text) => PostingPeriods().IsMatch(text);

    private static string[] WordsOf(string sentence) =>
        [.. Blanks.Collapse(sentence).Split(' ', MostWords).Select(word => word.Trim('(', ')', ',', ':', ';', '"', '„', '“'))
            .Where(word => !Fillers.Contains(word.ToLowerInvariant()))];

    [GeneratedRegex(@"\b[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    /// <summary>Words for the day up to which amounts are booked, and no words for what else has a day.</summary>
    [GeneratedRegex(@"^((daten)?stand\b|buchungsstand|.*\b(zum|bis|per)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex UpTo();

    [GeneratedRegex(
        @"\b(buchungs|melde)?perioden?:? *0*1 *([-–]|bis) *(periode )?0*(?<last>[0-9]{1,2})( ?/ ?(?<year>20[0-9]{2}))?",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Months();

    [GeneratedRegex(@"^0*1 *([-–]|bis) *0*[0-9]{1,2}$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PostingPeriods();
}
