using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Messages;

/// <summary>The sentences of page one, in German. Which of them stand there is decided by the messages' own classes.</summary>
internal static class Sentences
{
    internal const string StatusTopic = "Ampel";
    internal const string GoalsTopic = "Ziele";
    internal const string DataTopic = "Datenlage";
    internal const string ForecastTopic = "Prognose";
    internal const string PreviousYearTopic = "Vorjahr";
    internal const string DeviationsTopic = "Abweichungen";
    internal const string DeliveriesTopic = "Lieferungen";
    internal const string ResultTopic = "Ergebnis";

    /// <summary>„Von Januar bis September 2026“, „Im 1. Quartal 2026“, „Im Jahr 2026“.</summary>
    public static string ToDate(Period period) =>
        period.Kind == PeriodKind.Year ? $"Im Jahr {period.Year}"
        : period.FirstMonth == 1 ? $"Im {GermanFormat.Name(period)}"
        : $"Von Januar bis {GermanFormat.Month(period.LastMonth)} {period.Year}";

    public static string Amount(decimal value, int decimals, string unit) =>
        GermanFormat.WithUnit(GermanFormat.Number(value, decimals), unit);

    public static string Signed(decimal value, int decimals, string unit) =>
        GermanFormat.WithUnit(GermanFormat.Signed(value, decimals), unit);

    /// <summary>„12.310 € (4,5 %) schlechter als geplant“; „wie geplant“.</summary>
    public static string AgainstPlan(decimal deviation, Percentage? percent, bool? isFavourable, int decimals, string unit) =>
        GermanFormat.Round(deviation, decimals) == 0
            ? "wie geplant"
            : $"{Difference(deviation, percent, decimals, unit)} {Comparison(deviation, isFavourable, "als geplant")}";

    /// <summary>„12.310 € (4,5 %)“, without its sign; the percentage only where it says something.</summary>
    private static string Difference(decimal difference, Percentage? percent, int decimals, string unit)
    {
        var share = percent is { IsMeaningful: true } known ? $" ({known.Size} %)" : "";
        return Amount(Math.Abs(difference), decimals, UnitOfDifference(unit)) + share;
    }

    /// <summary>Between two percentages lie Prozentpunkte.</summary>
    public static string UnitOfDifference(string unit) => unit == "%" ? "Prozentpunkte" : unit;

    /// <summary>„besser als geplant“, „schlechter als geplant“, „mehr als geplant“, „weniger als geplant“.</summary>
    /// <param name="difference">Its sign decides between more and less.</param>
    /// <param name="isFavourable">Whether it is to the better; null where neither.</param>
    /// <param name="than">What it is compared with: „als geplant“.</param>
    public static string Comparison(decimal difference, bool? isFavourable, string than) => isFavourable switch
    {
        true => $"besser {than}",
        false => $"schlechter {than}",
        null => difference > 0 ? $"mehr {than}" : $"weniger {than}",
    };

    public static string Actual(Period period, string actual, string comparison, string plan) =>
        $"{ToDate(period)}: {actual}, {comparison} (Plan {plan}).";

    public static string ActualWithoutPlan(Period period, string actual) =>
        $"{ToDate(period)}: {actual}. Ein Plan liegt nicht vor.";

    public static string ActualWithUnknownPlan(Period period, string actual, string reason) =>
        $"{ToDate(period)}: {actual}. Der Plan ist nicht bestimmbar – {reason}.";

    public static string NoActual(Period period, string reason) => $"{ToDate(period)} nicht bestimmbar – {reason}.";

    public static string KnownUntil(Period part, string amount) =>
        $"Bis {GermanFormat.Month(part.LastMonth)} {part.Year}: {amount}.";

    public static string Causes(IReadOnlyList<string> inputs) =>
        $"{(inputs.Count == 1 ? "Ursache" : "Ursachen")}: {string.Join("; ", inputs)}.";

    public static string PullingBack(IReadOnlyList<string> inputs) =>
        $"{(inputs.Count == 1 ? "Dagegen wirkte" : "Dagegen wirkten")}: {string.Join("; ", inputs)}.";

    public static string Input(string input, string amount, bool isHigher) =>
        $"{input} um {amount} {(isHigher ? "höher" : "niedriger")} als geplant";

    public static string BiggestShare(string service, string deviation) => $"Größter Anteil: {service} ({deviation}).";

    public static string StrongestService(string service, string deviation) =>
        $"Am stärksten wirkte {service} ({deviation}); andere Leistungen glichen einen Teil aus.";

    public static string DepartmentSays(string text) => $"Das Amt erläutert: „{text}“";

    public static string NothingAssessable => "Keine Zahl ist bewertbar.";

    /// <summary>How many figures are green, yellow and red; a colour without figures is not mentioned.</summary>
    public static string StatusCounts(params IReadOnlyList<(int Count, Status Status)> counts)
    {
        List<(int Count, Status Status)> present = [.. counts.Where(entry => entry.Count > 0)];
        var all = present.Sum(entry => entry.Count);
        if (present.Count == 1)
            return all == 1 ? $"Die einzige bewertete Zahl ist {present[0].Status.GermanName()}."
                : $"Alle {all} bewerteten Zahlen sind {present[0].Status.GermanName()}.";
        string[] named = [.. present.Select(entry => $"{entry.Count} {entry.Status.GermanName()}")];
        return $"Von {all} bewerteten Zahlen {(present[0].Count == 1 ? "ist" : "sind")} {GermanFormat.Enumerate(named)}.";
    }

    public static string RedFigures(IReadOnlyList<string> named, int unnamed) =>
        unnamed == 0
            ? $"Rot: {string.Join("; ", named)}."
            : $"Rot: {string.Join("; ", named)}; und {unnamed} weitere.";

    public static string RedFigure(string name, string? level, string deviation) =>
        level is null ? $"{name} ({deviation})" : $"{name} – {level} ({deviation})";

    /// <summary>How many goals are reached, missed and open; what there is none of is not mentioned.</summary>
    public static string GoalCounts(int reached, int missed, int open)
    {
        (int Count, string Word)[] counts = [(reached, "erreicht"), (missed, "nicht erreicht"), (open, "noch offen")];
        var said = counts.Where(entry => entry.Count > 0).Select(entry => $"{entry.Count} {entry.Word}");
        return $"Von {Count(reached + missed + open, "Ziel", "Zielen")}: {string.Join(", ", said)}.";
    }

    public static string MissedGoals(IReadOnlyList<string> named, int further) =>
        $"Nicht erreicht: {string.Join("; ", named)}{(further > 0 ? $"; und {further} weitere" : "")}.";

    public static string Missing(int values, string departments, string? figure, string deadline)
    {
        var what = figure is null ? departments : $"{departments}: {figure}";
        return $"Unvollständig: {(values == 1 ? "1 Wert fehlt" : $"{values} Werte fehlen")} ({what}; Meldeschluss {deadline}).";
    }

    public static string Complete => "Alle Zahlen des Zeitraums sind geliefert.";

    public static string MissingFigure(string name, Period period) => $"{name}, {GermanFormat.Name(period)}";

    public static string Forecast(int year, string expected, string basis, string comparison, string plan) =>
        $"Für das Jahr {year} werden {expected} erwartet ({basis}), {comparison} (Plan {plan}).";

    public static string ForecastWithoutPlan(int year, string expected, string basis) =>
        $"Für das Jahr {year} werden {expected} erwartet ({basis}).";

    /// <summary>What an expectation rests on.</summary>
    public static string Basis(ForecastBasis? basis, Period period) => basis switch
    {
        ForecastBasis.Delivered => "vom Amt gemeldet",
        ForecastBasis.ByFormula => "aus den Prognosen der Grundzahlen berechnet",
        _ => $"Ist bis {GermanFormat.Month(period.LastMonth)} und Plan für den Rest des Jahres",
    };

    public static string AgainstPreviousYear(string former, string change) =>
        $"Im gleichen Zeitraum des Vorjahres: {former}; {change}.";

    /// <summary>„jetzt 5.723 € besser als damals“; „unverändert“.</summary>
    public static string SinceFormer(decimal difference, bool? isFavourable, int decimals, string unit) =>
        GermanFormat.Round(difference, decimals) == 0
            ? "unverändert"
            : $"jetzt {Difference(difference, null, decimals, unit)} {Comparison(difference, isFavourable, "als damals")}";

    /// <summary>„Im Jahr 2026: 28,05 €, 1,95 € (7,5 %) schlechter als im Vorjahr (26,10 €).“</summary>
    public static string AgainstFormer(Period period, decimal now, decimal former, bool? isFavourable, int decimals, string unit)
    {
        var difference = now - former;
        var percent = unit == "%" || former == 0 ? null : new Percentage(difference * 100 / Math.Abs(former), 1);
        var change = GermanFormat.Round(difference, decimals) == 0
            ? "unverändert gegenüber dem Vorjahr"
            : $"{Difference(difference, percent, decimals, unit)} {Comparison(difference, isFavourable, "als im Vorjahr")}";
        return $"{ToDate(period)}: {Amount(now, decimals, unit)}, {change} ({Amount(former, decimals, unit)}).";
    }

    public static string Contributions(IReadOnlyList<string> parts) =>
        $"{(parts.Count == 1 ? "Dazu trug bei" : "Dazu trugen bei")}: {string.Join("; ", parts)}.";

    /// <summary>„Aufwendungen höher (−0,30 €)“; of a service only its part.</summary>
    /// <remarks>The adjective follows the name, where German does not inflect it: names come from the county, in any
    /// gender.</remarks>
    public static string Contribution(string input, bool? isHigher, string amount) =>
        input + (isHigher is { } higher ? higher ? " höher" : " niedriger" : "") + $" ({amount})";

    public static string CountyResult(Period period, int products, string actual, string comparison, string plan) =>
        $"{ToDate(period)} ergeben {Count(products, "Produkt", "Produkte")} zusammen {actual}, {comparison} (Plan {plan}).";

    public static string NoCountyResult(Period period, string reason) =>
        $"{ToDate(period)} ist das Gesamtergebnis nicht bestimmbar – {reason}.";

    public static string BiggestDeviations(IReadOnlyList<string> named) =>
        $"Am weitesten vom Plan entfernt: {string.Join("; ", named)}.";

    public static string NoDeviations => "Kein Produktergebnis weicht vom Plan ab.";

    public static string Deviation(string product, string deviation) => $"{product} ({deviation})";

    public static string NoReds => "Keine Hauptzahl steht auf Rot.";

    public static string RedProducts(int figures, IReadOnlyList<string> products) =>
        $"{Count(figures, "Hauptzahl steht", "Hauptzahlen stehen")} auf Rot, bei {GermanFormat.Enumerate(products)}.";

    public static string AllDelivered => "Alle Ämter haben alle Zahlen geliefert.";

    public static string NotDelivered(IReadOnlyList<string> departments, DateOnly deadline) =>
        $"Bis zum Meldeschluss am {GermanFormat.Date(deadline)} nicht vollständig geliefert: {string.Join("; ", departments)}.";

    public static string Owes(string department, int products, int values) =>
        $"{department} ({Count(products, "Produkt", "Produkte")}, {Count(values, "Wert", "Werte")})";

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}

/// <summary>Cuts texts of others to the length a key message can bear.</summary>
internal static class Shortened
{
    /// <summary>A name, cut at a word and marked by „…“.</summary>
    public static string To(int length, string text)
    {
        var line = OneLine(text);
        if (line.Length <= length)
            return line;
        var cut = line.LastIndexOf(' ', length - 2);
        return line[..(cut > length / 2 ? cut : length - 2)].TrimEnd(',', ';', ':', '–') + " …";
    }

    /// <summary>
    /// A quotation, cut after the last sentence that fits and marked by „[…]“; as a name where the first is too long.
    /// </summary>
    public static string Quote(int length, string text)
    {
        const string mark = " […]";
        var line = OneLine(text);
        if (line.Length <= length)
            return line;
        var end = Enumerable.Range(0, length - mark.Length).LastOrDefault(index => IsSentenceEnd(line, index), -1);
        return end < 0 ? To(length, line) : line[..(end + 1)] + mark;
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A stop before a capital letter, behind a word too long to be an abbreviation and no ordinal.</summary>
    private static bool IsSentenceEnd(string line, int index)
    {
        const int shortestWord = 4;
        if (line[index] is not ('.' or '!' or '?') || index + 2 >= line.Length || line[index + 1] != ' '
            || !char.IsUpper(line[index + 2]))
            return false;
        var word = line[(line.LastIndexOf(' ', index) + 1)..index];
        return word.Length >= shortestWord && !char.IsAsciiDigit(word[^1]);
    }
}
