using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>Lines that say no more than that values are of another year: <c>Vorjahr</c>, <c>Werte des Folgejahres:</c>.</summary>
internal static class OtherYear
{
    private static readonly string[] Earlier =
        ["vorjahr", "vorjahres", "vorjahre", "vorvorjahr", "vorvorjahres", "vorjahreswert", "vorjahreswerte", "vorjahreszahlen",
            "vorjahresdaten", "vorjahresergebnis", "vorjahresergebnisse", "vorjahresangaben", "vorjahresvergleich",
            "vorjahresquartal",
            "vorjahresmonat", "vorjahreszeitraum", "letztes", "letzten", "voriges", "vergangenes", "vj"];

    /// <summary>Of a period before, perhaps in the same year.</summary>
    private static readonly string[] EarlierPeriod =
        ["vorperiode", "vorquartal", "vormonat", "vorquartals", "vormonats", "vorhalbjahr"];

    private static readonly string[] Later = ["folgejahr", "folgejahres", "folgejahre", "folgejahreswerte"];

    private static readonly string[] Fillers =
        ["werte", "zahlen", "daten", "angaben", "ist", "ergebnis", "ergebnisse", "des", "der", "die", "im", "zum", "aus", "vom",
            "dem", "nachrichtlich", "vergleich", "vergleichswerte", "vergleichszahlen", "jahr", "jahres", "ansatz", "ansätze",
            "plan", "planwerte"];

    /// <summary>Whether a period lies in this direction from another.</summary>
    public static bool Fits(int direction, Period period, Period other) => direction switch
    {
        -1 => period.Year < other.Year,
        1 => period.Year > other.Year,
        _ => period.Start < other.Start,
    };

    /// <summary>
    /// −1 for a year before, 1 for one after that of the other values, −2 for a period before; 0 where the text says anything
    /// else.
    /// </summary>
    public static int DirectionIn(string text)
    {
        var direction = 0;
        var spaced = Blanks.Collapse(text).ToLowerInvariant().ToCharArray();
        for (var at = 0; at < spaced.Length; at++)
            spaced[at] = char.IsLetterOrDigit(spaced[at]) ? spaced[at] : ' ';
        foreach (var word in new string(spaced).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Earlier.Contains(word))
                direction = -1;
            else if (Later.Contains(word))
                direction = 1;
            else if (EarlierPeriod.Contains(word))
                direction = -2;
            else if (!Fillers.Contains(word) && word.AsSpan().ContainsAnyExceptInRange('0', '9'))
                return 0;
        }

        return direction;
    }
}
