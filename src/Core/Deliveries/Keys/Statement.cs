using System.Buffers;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>
/// What a title, a note, a name or a remark says of the values beside it: that they count from January on, or that they are no
/// Ist.
/// </summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The text that says so.</param>
/// <param name="IsCumulative">Whether it says that values are cumulative.</param>
/// <param name="Scenario">The only Art it names; null where it names none, several or Ist.</param>
internal sealed record Statement(CellPlace Place, string Text, bool IsCumulative, Scenario? Scenario)
{
    private const int LongestText = 200;

    /// <summary>
    /// Whether it names a stretch from January on (<c>Januar bis September 2026</c>): that of one cumulative value, or of many
    /// single ones.
    /// </summary>
    public bool IsSinceJanuary { get; init; }

    /// <summary>Whether it names the day up to which values count: <c>Auswertung per 30.09.2026</c>.</summary>
    public bool NamesEnd { get; init; }

    /// <summary>Spares nearly all texts the closer look.</summary>
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["kum", "aufgelaufen", "ytd", "jahresbeginn", "seit 0", "seit 1", "ab 0", "ab 1", "plan", "ansatz", "ansätze", "prognose",
            "hochrechnung", "forecast"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> HintsOfTime =
        SearchValues.Create(["bis", "jan", "01.01", "1.1.", "per ", "zum ", "quartal", "q1", "1/", "01/"],
            StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Cumulative =
        ["kumuliert", "kumulierte", "kumulierten", "kumulierter", "kumuliertes", "kumulativ", "kum", "ytd"];

    private static readonly HashSet<string> Amounts =
        ["wert", "werte", "werten", "zahl", "zahlen", "angabe", "angaben", "betrag", "beträge", "beträgen", "daten", "stand",
            "ist", "meldung", "alle", "alles", "hier", "folgend", "nachfolgend"];

    private static readonly HashSet<string> UpTo = ["seit", "ab", "bis", "zum", "per", "vom", "von"];

    private static readonly HashSet<string> OfPlan =
        ["planwert", "planwerte", "planwerten", "planzahl", "planzahlen", "plandaten", "planansatz", "planansätze",
            "haushaltsansatz", "haushaltsansätze"];

    /// <summary>Words of the plan that also mean other things, where more than the time stands beside them.</summary>
    private static readonly HashSet<string> OfPlanAlone = ["plan", "planung", "planjahr", "ansatz", "ansätze"];

    /// <summary>Words that say only of which part of a file something is said.</summary>
    private static readonly HashSet<string> OfPart =
        ["ab", "hier", "folgend", "folgende", "folgenden", "nachfolgend", "teil", "abschnitt", "block", "alle", "werte", "zahlen",
            "beträge", "angaben", "a", "b", "c", "d"];

    private static readonly HashSet<string> OfForecast =
        ["prognose", "prognosen", "prognosewert", "prognosewerte", "prognosezahlen", "prognosedaten", "hochrechnung",
            "hochrechnungen", "forecast"];

    /// <summary>Words for what does not stand here: „Prognose folgt“.</summary>
    private static readonly HashSet<string> ToCome =
        ["folgt", "folgen", "fehlt", "fehlen", "nachgereicht", "nachgeliefert", "entfällt", "gesondert"];

    private static readonly HashSet<string> OfIst =
        ["istwert", "istwerte", "istzahlen", "istdaten", "rechnungsergebnis", "rechnungsergebnisse", "vergleich"];

    /// <summary>What a title, a note or a name says; null where it says nothing.</summary>
    public static Statement? In(ReadOnlySpan<char> text, CellPlace place)
    {
        if (text.IsEmpty || text.Length > LongestText || !text.ContainsAny(Hints))
            return null;
        var words = Words(text);
        var (isCumulative, scenario) = (SaysCumulative(words), ScenarioOf(words));
        return isCumulative || scenario is not null ? new Statement(place, text.ToString(), isCumulative, scenario) : null;
    }

    /// <summary>What a title or note says of the time of values; null where it says nothing.</summary>
    public static Statement? OfTime(ReadOnlySpan<char> words, CellPlace place)
    {
        if (words.Length > LongestText || !words.ContainsAny(HintsOfTime))
            return null;
        var text = words.ToString();
        var (isSinceJanuary, namesEnd) = (TitleTimes.In(text).IsSinceJanuary, TitleTimes.NamesEnd(text));
        return isSinceJanuary || namesEnd
            ? new Statement(place, text, false, null) { IsSinceJanuary = isSinceJanuary, NamesEnd = namesEnd } : null;
    }

    /// <summary>What a remark says of its row; an Art, or months from January on, only where it says nothing else.</summary>
    public static Statement? InRemark(ReadOnlySpan<char> text, CellPlace place) => In(text, place) is not { } said
            ? NamesMonthsOnly(text) ? new Statement(place, text.ToString(), true, null) : null
        : Array.FindAll(Words(text), word => !IsTime(word)).Length == 1 ? said
        : said.IsCumulative ? said with { Scenario = null }
        : null;

    /// <summary><c>Jan-Sep</c>, <c>01.01.-30.09.</c>, of whatever year.</summary>
    private static bool NamesMonthsOnly(ReadOnlySpan<char> text) => text.Length is > 4 and < 32
        && text[0] is 'J' or 'j' or '0' or '1' or 'B' or 'b'
        && (TitleTimes.IsSinceJanuary(PeriodText.Read(text)) || TitleTimes.IsSinceJanuary(PeriodText.Read($"{text} 2000"))
            || TitleTimes.IsSinceJanuary(PeriodText.Read($"{text}2000")));

    private static string[] Words(ReadOnlySpan<char> text)
    {
        var spaced = Blanks.Collapse(text).ToCharArray();
        for (var at = 0; at < spaced.Length; at++)
            spaced[at] = char.IsLetterOrDigit(spaced[at]) ? spaced[at] : ' ';
        return new string(spaced).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool SaysCumulative(string[] words)
    {
        string[] lower = [.. words.Select(word => word.ToLowerInvariant())];
        for (var at = 0; at < lower.Length; at++)
        {
            var (before, after) = (at > 0 ? lower[at - 1] : "", at + 1 < lower.Length ? lower[at + 1] : "");
            if (before is "nicht" or "keine" or "ohne" || after is "nein" or "oder" or "bzw")
                continue;
            if (Cumulative.Contains(lower[at]) && (lower.Length == 1 || Amounts.Contains(before) || Amounts.Contains(after)
                || UpTo.Contains(after) || IsTime(before) || IsTime(after)))
                return true;
            if (lower[at].StartsWith("aufgelaufen", StringComparison.Ordinal)
                && (lower.Length == 1 || Amounts.Contains(before) || Amounts.Contains(after)))
                return true;
            if ((lower.Length == 2 || Amounts.Contains(before)) && lower[at] is "seit" or "ab" && after is "jahresbeginn"
                or "jahresanfang")
                return true;
            if ((at == 0 || Amounts.Contains(before)) && lower[at] is "seit" or "ab" && lower[(at + 1)..]
                is ["1" or "01", "1" or "01"] or ["1" or "01", "1" or "01", { Length: 4 }])
                return true;
        }

        return false;
    }

    private static Scenario? ScenarioOf(string[] words)
    {
        var others = 0;
        var (isAlone, isPlan, isForecast) = (false, false, false);
        foreach (var word in words)
        {
            var lower = word.ToLowerInvariant();
            if (word is "Ist" or "IST" || OfIst.Contains(lower) || ToCome.Contains(lower))
                return null;
            isForecast |= OfForecast.Contains(lower);
            isPlan |= OfPlan.Contains(lower);
            if (OfPlanAlone.Contains(lower))
                isAlone = true;
            else if (!IsTime(lower) && !OfPart.Contains(lower))
                others++;
        }

        isPlan |= isAlone && others == 0;
        return (isPlan, isForecast) switch
        {
            (true, false) => Periods.Scenario.Plan,
            (false, true) when !isAlone => Periods.Scenario.Forecast,
            _ => null,
        };
    }

    private static bool IsTime(string word) =>
        word.Length > 0 && (char.IsAsciiDigit(word[0]) || word is "Haushaltsjahr" or "Jahr" or "Quartal" or "jahr" or "quartal"
            || PeriodText.Read(word) is not null);
}
