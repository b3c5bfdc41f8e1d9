using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>
/// Headers of columns that only say how far others lie apart: <c>Abweichung</c>, <c>Abw. in %</c>, <c>Differenz Plan/Ist</c>.
/// </summary>
internal static class DifferenceLabel
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "Abweichung", "Abweichungen", "Abw", "Differenz", "Differenzen", "Diff", "Unterschied", "Delta", "Δ", "Veränderung",
        "Veränderungen", "Veränd", "Erfüllungsgrad", "Zielerreichung", "Zielerreichungsgrad", "Ausschöpfung",
        "Ausschöpfungsgrad", "Ausschöpfungsquote", "Planerfüllung", "Planabweichung", "Istabweichung",
    };

    /// <summary>Words for what is compared, and how.</summary>
    private static readonly HashSet<string> Beside = new(StringComparer.OrdinalIgnoreCase)
    {
        "Plan", "Ist", "Soll", "Ansatz", "Prognose", "Vorjahr", "Vorquartal", "absolut", "absolute", "abs", "relativ", "relative",
        "rel", "prozentual", "prozentuale", "Prozent", "in", "zu", "zum", "zur", "von", "vom", "gegenüber", "ggü", "gg", "ggüb",
        "des", "der", "vs", "T€", "TEUR", "€", "EUR", "Euro", "TE", "Tsd", "v", "H", "vH", "und", "Wert", "minus", "mehr",
        "weniger",
    };

    /// <summary>Whether a header is that of such a column.</summary>
    public static bool IsMatch(string label)
    {
        var spaced = Blanks.Collapse(label).ToCharArray();
        for (var at = 0; at < spaced.Length; at++)
            spaced[at] = char.IsLetterOrDigit(spaced[at]) || spaced[at] is '€' or 'Δ' ? spaced[at] : ' ';
        var words = new string(spaced).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(words, Words.Contains)
            && Array.TrueForAll(words, word => Words.Contains(word) || Beside.Contains(word)
                || PeriodText.Read(word) is not null);
    }
}
