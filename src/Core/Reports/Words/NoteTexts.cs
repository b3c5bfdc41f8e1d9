using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Words;

/// <summary>The notes at the end of a report, in German.</summary>
internal static class NoteTexts
{
    public const string Rounding =
        "Die Werte sind kaufmännisch gerundet gedruckt; gerechnet wird mit den ungerundeten Werten. Dadurch können Summen und "
        + "Differenzen gedruckter Zahlen geringfügig abweichen.";

    public const string Cumulative =
        "„Kumuliert“ zählt von Januar bis zum Ende des Berichtszeitraums. Die Abweichung ist Ist minus Plan, kumuliert.";

    public const string Sign = "Ergebnis = Erträge − Aufwendungen; ein negatives Ergebnis ist ein Zuschussbedarf.";

    public const string SharedPlan =
        "Wo nur ein Plan für einen längeren Zeitraum vorliegt, gilt für Summen 1/12 des Jahresplans je Monat, für andere Zahlen "
        + "derselbe Wert.";

    public const string Predecessors = "Frühere Jahre enthalten Werte von Vorgängern des Produkts oder seiner Leistungen.";

    public const string Forecast =
        "Prognose: Eine vom Amt gemeldete Prognose gilt. Wo keine vorliegt, ist sie bei Summen das Ist bis zum Ende des "
        + "Berichtszeitraums plus der Plan für den Rest des Jahres. Die lineare Hochrechnung "
        + "(Ist ÷ abgelaufene Monate × 12) steht daneben.";

    public const string Provenance =
        "Herkunft: Datei, Zeile und Spalte jeder Zahl stehen in den Anlagen dieser PDF-Datei (JSON und CSV).";

    public const string Missing = "Ein fehlender Wert ist keine Null: Er steht als „–“ mit seinem Grund.";

    public const string SuppressedMark = "aus Gründen des Datenschutzes nicht veröffentlicht";

    public const string Suppressed =
        "Öffentliche Ausgabe: Zahlen, die wegen kleiner Fallzahlen Rückschlüsse auf einzelne Personen zulassen, sind nicht "
        + "veröffentlicht, ebenso Zahlen, aus denen sie sich errechnen ließen.";

    public const string Unweighted = "ungewichtetes Mittel, weil Gewichte fehlen";

    public const string NotDelivered = "nicht geliefert";

    public const string InputNotDelivered = "eine benötigte Grundzahl ist nicht geliefert";

    public const string NotAssessable = "nicht bewertbar";

    public const string Totals =
        "Die Summen enthalten das Ergebnis aller Produkte einer Stufe. Fehlt der Wert eines Produkts, ist die Summe nicht "
        + "bestimmbar.";

    public static string SumOfServices(IEnumerable<string> figures) =>
        $"Summe der Leistungen, wo kein eigener Wert des Produkts gemeldet ist: {string.Join("; ", figures)}.";

    public static string Status(StatusTolerance tolerance)
    {
        var amount = tolerance.GreenAmount is { } euro ? $" oder {GermanFormat.Exact(euro)} €" : "";
        return $"Ampel: grün bei einer Abweichung vom Plan bis {GermanFormat.Exact(tolerance.GreenPercent)} %{amount}, gelb bis "
            + $"{GermanFormat.Exact(tolerance.YellowPercent)} %, darüber rot; grau = nicht bewertbar. "
            + "Für einzelne Zahlen können eigene Grenzen gelten.";
    }

    /// <summary>
    /// What reference figures were, those of one name and source in one sentence: „Einwohner: für 2026 128.450 (Stichtag
    /// 30.06.2025), für 2025 128.120 (Stichtag 30.06.2024); Quelle: Statistisches Landesamt.“
    /// </summary>
    public static IEnumerable<string> References(IEnumerable<ReferenceLine> lines) => lines
        .GroupBy(line => (line.Id, line.Name, line.Source))
        .Select(same => $"{same.Key.Name}: {string.Join(", ", same.Select(Reference))}; Quelle: {same.Key.Source}.");

    private static string Reference(ReferenceLine line) =>
        $"für {line.Year} {GermanFormat.WithUnit(GermanFormat.Exact(line.Value), line.Unit)} "
        + $"(Stichtag {GermanFormat.Date(line.AsOf)})";

    public static string ResultsMissing(string products) => $"es fehlt das Ergebnis von {products}";

    public static string More(int count) => count == 1 ? "einem weiteren Produkt" : $"{count} weiteren Produkten";
}
