using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Messages;

/// <summary>The sentences of page one, in German. Which of them stand there is decided by the messages' own classes.</summary>
internal static class Sentences
{
    /// <summary>Beside a plan near zero a percentage says nothing; the amount does.</summary>
    private const decimal MeaninglessPercent = 1000;

    internal const string StatusTopic = "Ampel";
    internal const string GoalsTopic = "Ziele";
    internal const string DataTopic = "Datenlage";
    internal const string ForecastTopic = "Prognose";
    internal const string FormerYearTopic = "Vorjahr";
    internal const string DeviationsTopic = "Abweichungen";
    internal const string DeliveriesTopic = "Lieferungen";
    internal const string ResultTopic = "Ergebnis";

    /// <summary>„Von Januar bis September 2026“, „Im 1. Quartal 2026“, „Im Jahr 2026“.</summary>
    public static string ToDate(Period period) =>
        period.Kind == PeriodKind.Year ? $"Im Jahr {period.Year}"
        : period.FirstMonth == 1 ? $"Im {GermanFormat.Name(period)}"
        : $"Von Januar bis {GermanFormat.Month(period.LastMonth)} {period.Year}";

    public static string WithUnit(string number, string unit) => unit.Length == 0 ? number : $"{number} {unit}";

    public static string Amount(decimal value, int decimals, string unit) => WithUnit(GermanFormat.Number(value, decimals), unit);

    public static string Signed(decimal value, int decimals, string unit) => WithUnit(GermanFormat.Signed(value, decimals), unit);

    /// <summary>„12.310 € (4,5 %) schlechter als geplant“; „wie geplant“.</summary>
    public static string AgainstPlan(decimal deviation, decimal? percent, bool? isFavourable, int decimals, string unit)
    {
        if (GermanFormat.Round(deviation, decimals) == 0)
            return "wie geplant";
        var share = percent is { } known && Math.Abs(known) < MeaninglessPercent
            ? $" ({GermanFormat.Number(Math.Abs(known), 1)} %)" : "";
        return $"{Amount(Math.Abs(deviation), decimals, unit)}{share} {Comparison(deviation, isFavourable, "geplant")}";
    }

    /// <summary>„besser als geplant“, „schlechter als geplant“, „mehr als geplant“, „weniger als geplant“.</summary>
    public static string Comparison(decimal deviation, bool? isFavourable, string than) => isFavourable switch
    {
        true => $"besser als {than}",
        false => $"schlechter als {than}",
        null => deviation > 0 ? $"mehr als {than}" : $"weniger als {than}",
    };

    public static string Actual(Period period, string actual, string comparison, string plan) =>
        $"{ToDate(period)}: {actual}, {comparison} (Plan {plan}).";

    public static string ActualWithoutPlan(Period period, string actual) =>
        $"{ToDate(period)}: {actual}. Ein Plan liegt nicht vor.";

    public static string NoActual(Period period, string reason) => $"{ToDate(period)} nicht bestimmbar – {reason}.";

    public static string Causes(IReadOnlyList<string> inputs) =>
        $"{(inputs.Count == 1 ? "Ursache" : "Ursachen")}: {string.Join("; ", inputs)}.";

    public static string Input(string input, string amount, bool isHigher) =>
        $"{input} um {amount} {(isHigher ? "höher" : "niedriger")} als geplant";

    public static string BiggestShare(string service, string deviation) => $"Größter Anteil: {service} ({deviation}).";

    public static string DepartmentSays(string text) => $"Das Amt erläutert: „{text}“";

    public static string NothingAssessable => "Keine Zahl ist bewertbar, weil Ist oder Plan fehlen.";

    public static string StatusCounts(int all, int green, int yellow, int red) =>
        $"Von {Count(all, "bewerteten Zahl", "bewerteten Zahlen")} {Are(green)} {green} grün, {yellow} gelb und {(red == 0 ? "keine" : red)} rot.";

    public static string RedFigures(IReadOnlyList<string> named, int unnamed) =>
        unnamed == 0
            ? $"Rot: {string.Join("; ", named)}."
            : $"Rot: {string.Join("; ", named)}; und {unnamed} weitere.";

    public static string RedFigure(string name, string? level, string deviation) =>
        level is null ? $"{name} ({deviation})" : $"{name} – {level} ({deviation})";

    public static string GoalCounts(int all, int reached, int missed, int open) =>
        $"Von {Count(all, "Ziel", "Zielen")}: {reached} erreicht, {missed} nicht erreicht, {open} noch offen.";

    public static string MissedGoal(string text) => $"Nicht erreicht: {text}.";

    public static string Missing(int values, string departments, string? figure, string deadline) =>
        $"Unvollständig: {(values == 1 ? "1 Wert fehlt" : $"{values} Werte fehlen")} ({departments}{(figure is null ? "" : ": " + figure)}; "
        + $"Meldeschluss {deadline}).";

    public static string Complete => "Alle Zahlen des Zeitraums sind geliefert.";

    public static string MissingFigure(string name, Period period) => $"{name}, {GermanFormat.Name(period)}";

    public static string Forecast(int year, string expected, string comparison, string plan) =>
        $"Für das Jahr {year} werden {expected} erwartet, {comparison} (Plan {plan}).";

    public static string ForecastWithoutPlan(int year, string expected) => $"Für das Jahr {year} werden {expected} erwartet.";

    public static string AgainstFormerYear(string former, string change) =>
        $"Im gleichen Zeitraum des Vorjahres: {former}; {change}.";

    public static string SameAsFormer => "unverändert";

    public static string ChangeSinceFormer(string difference, string comparison) => $"jetzt {difference} {comparison}";

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

    public static string Name(Status status) => ReportWords.Of(status);

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";

    private static string Are(int number) => number == 1 ? "ist" : "sind";
}

/// <summary>Cuts foreign texts to the length a key message can bear, at a word, with an ellipsis.</summary>
internal static class Shortened
{
    public static string To(int length, string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length)
            return line;
        var cut = line.LastIndexOf(' ', length - 2);
        return line[..(cut > length / 2 ? cut : length - 2)].TrimEnd(',', ';', ':', '–') + " …";
    }
}
