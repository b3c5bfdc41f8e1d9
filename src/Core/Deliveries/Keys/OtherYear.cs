using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>Lines that say no more than that values are of another year: <c>Vorjahr</c>, <c>Werte des Folgejahres:</c>.</summary>
internal static class OtherYear
{
    private static readonly string[] Earlier =
        ["vorjahr", "vorjahres", "vorjahre", "vorvorjahr", "vorvorjahres", "vorjahreswert", "vorjahreswerte", "vorjahreszahlen",
            "vorjahresdaten", "vorjahresergebnis", "vorjahresergebnisse", "vorjahresangaben", "vorjahresvergleich", "vj"];

    private static readonly string[] Later = ["folgejahr", "folgejahres", "folgejahre", "folgejahreswerte"];

    private static readonly string[] Fillers =
        ["werte", "zahlen", "daten", "angaben", "ist", "ergebnis", "ergebnisse", "des", "der", "die", "im", "zum", "aus", "vom",
            "dem", "nachrichtlich", "vergleich", "vergleichswerte", "vergleichszahlen", "jahr"];

    /// <summary>−1 for a year before, 1 for one after that of the other values; 0 where the text says anything else.</summary>
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
            else if (!Fillers.Contains(word) && word.AsSpan().ContainsAnyExceptInRange('0', '9'))
                return 0;
        }

        return direction;
    }
}
