using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Words;

/// <summary>The German words of the reports: column heads, states, notes.</summary>
public static class ReportWords
{
    internal const string Completeness = "Vollständigkeit";
    internal const string OtherContents = "Texte, Hinweise oder Diagramme";
    internal const string FormerWording = "bisherige Fassung";
    internal const string NewWording = "neue Fassung";
    internal const string Row = "Zeile";
    internal const string New = "neu aufgenommen";
    internal const string Dropped = "entfallen";
    internal const string StatusColumn = "Ampel";
    /// <summary>The unit of amounts.</summary>
    public const string Euro = "€";
    internal const string NoTarget = "(noch nicht festgelegt)";

    /// <summary>The heading of a combined report's deviations, in print as in the portal.</summary>
    public const string BiggestDeviations = "Größte Abweichungen vom Plan";

    /// <summary>The heading of its goals.</summary>
    public const string MissedGoals = "Nicht erreichte Ziele";

    /// <summary>„Januar bis September 2026“; the period itself where it begins the year.</summary>
    public static string ToDate(Period period) =>
        period.FirstMonth == 1 ? GermanFormat.Name(period) : $"Januar bis {GermanFormat.Month(period.LastMonth)} {period.Year}";

    internal static IEnumerable<string> CsvHeader =>
    [
        "Periode", "Produkt", "Ebene", "Ebene Bezeichnung", "Kennung", "Bezeichnung", "Typ", "Hauptzahl", "Einheit",
        .. Enum.GetValues<RowField>().Select(Of), StatusColumn, "Hinweise", "Herkunft",
    ];

    /// <summary>Entwurf or freigegeben.</summary>
    public static string Of(ReportState state) => state == ReportState.Released ? "freigegeben" : "Entwurf";

    /// <summary>Interne or öffentliche Ausgabe.</summary>
    public static string Of(ReportEdition edition) => edition == ReportEdition.Public ? "öffentliche Ausgabe" : "interne Ausgabe";

    /// <summary>vollständig or unvollständig.</summary>
    public static string Complete(bool isComplete) => isComplete ? "vollständig" : "unvollständig";

    /// <summary>Grundzahl or Kennzahl.</summary>
    public static string Of(RowType type) => type == RowType.BaseFigure ? "Grundzahl" : "Kennzahl";

    /// <summary>„interne Leistung“, „externe Leistung“, „Produkt“.</summary>
    public static string Of(LevelKind kind) => kind switch
    {
        LevelKind.InternalService => "interne Leistung",
        LevelKind.ExternalService => "externe Leistung",
        _ => "Produkt",
    };

    /// <summary>The name of a number column in running text.</summary>
    public static string Of(RowField field) => field switch
    {
        RowField.ActualPeriod => "Ist Zeitraum",
        RowField.ActualToDate => "Ist kumuliert",
        RowField.PlanPeriod => "Plan Zeitraum",
        RowField.PlanToDate => "Plan kumuliert",
        RowField.PlanYear => "Plan Jahr",
        RowField.PreviousPeriod => "Vorjahr Zeitraum",
        RowField.PreviousToDate => "Vorjahr kumuliert",
        RowField.Deviation => "Abweichung",
        RowField.DeviationPercent => "Abweichung %",
        RowField.ForecastYear => "Prognose Jahr",
        RowField.ForecastLinear => "Hochrechnung linear",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>How a forecast came about, for the column of the table.</summary>
    public static string Of(ForecastBasis basis) => basis switch
    {
        ForecastBasis.Delivered => "vom Amt gemeldet",
        ForecastBasis.ActualPlusPlan => "Ist bisher + Plan für den Rest des Jahres",
        ForecastBasis.ByFormula => "aus den Prognosen der Grundzahlen berechnet",
        _ => "lineare Hochrechnung (Ist ÷ abgelaufene Monate × 12)",
    };

    /// <summary>A cell of a delivery: „buero-landrat/2026-q3.csv, Zeile 4, Spalte F: „1.234,5““.</summary>
    public static string Of(CellOrigin origin)
    {
        var rule = origin.Rule is null ? "" : $" ({origin.Rule})";
        var sheet = origin.Sheet is null ? "" : $", Blatt „{origin.Sheet}“";
        var reason = origin.Reason is null ? "" : $" ({CorrectionReason(origin.Reason)})";
        return $"{origin.File}{sheet}, Zeile {origin.Line}, Spalte {origin.Column}: „{origin.Text}“{rule}{reason} [SHA-256 "
            + $"{origin.Sha256}]";
    }

    /// <summary>Why a value replaces an earlier one.</summary>
    public static string CorrectionReason(string reason) => $"Korrekturgrund: „{reason}“";

    /// <summary>
    /// A goal's sentence with its target and span filled in; said where the target is still blank.
    /// </summary>
    internal static string GoalText(Goal goal) => goal.Text
        .Replace("{ziel}", goal.Target is { } target ? GermanFormat.Exact(target) : NoTarget, StringComparison.Ordinal)
        .Replace("{zeitraum}", goal.Span.GermanName(), StringComparison.Ordinal);

    internal static string ReferenceFor(ReferenceLine line) => $"{line.Name} für {line.Year}";

    internal static string YesNo(bool value) => value ? "ja" : "nein";

    /// <summary>A figure's value in a column, as lists of changes name it: „Erträge, Ist Zeitraum“.</summary>
    public static string FigureIn(string figure, string column) => $"{figure}, {column}";

    internal static string Goal(string text) => $"Ziel „{text}“";

    internal static string GoalState(string target, string actual, Status status) =>
        $"Ziel {target}, Ist {actual}, {status.GermanName()}";

    internal static string AsOf(string value, DateOnly day) => $"{value} (Stichtag {GermanFormat.Date(day)})";

    internal static string ExplanationOf(ReportExplanation text) =>
        $"Erläuterung zu {text.Name}, {GermanFormat.Name(text.Period)}";

    internal static string ProductReportOf(ProductNumber number, string name) => $"Produktbericht {number} {name}";

    internal static string VersionOf(int version, bool isComplete) => $"Version {version}, {Complete(isComplete)}";

    internal static string TotalOf(HierarchyTotal total) =>
        $"Ergebnis {total.Number} {total.Name}".Replace("  ", " ", StringComparison.Ordinal);
}
