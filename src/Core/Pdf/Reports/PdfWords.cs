using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The German words that stand in the PDFs only: headings, column heads, legends.</summary>
internal static class PdfWords
{
    public const string MainMessages = "Das Wichtigste";
    public const string MainFigures = "Hauptzahlen";
    public const string Figures = "Grund- und Kennzahlen";
    public const string BaseFigures = "Grundzahlen";
    public const string KeyFigures = "Kennzahlen";
    public const string Goals = "Ziele";
    public const string Developments = "Hauptkennzahlen gegenüber dem Vorjahr";
    public const string Explanations = "Erläuterungen";
    public const string Missing = "Nicht gelieferte Zahlen";
    public const string Years = "Fünfjahresvergleich";
    public const string Description = "Produktbeschreibung";
    public const string Changes = "Änderungen";
    public const string PlainLanguage = "Das Wichtigste in Leichter Sprache";
    public const string Notes = "Hinweise";
    public const string Reasons = "Anmerkungen zu einzelnen Werten";
    public const string UnderlinedFootnote = "* Die Hauptgrund- und Hauptkennzahlen sind unterstrichen.";
    public const string Figure = "Grund- oder Kennzahl";

    public static string MainFigure(string name) => $"Hauptzahl {name}";

    public const string Unit = "Einheit";
    public const string Actual = "Ist";
    public const string Plan = "Plan";
    public const string Previous = "Vorjahr";
    public const string Deviation = "Abweichung";
    public const string Percent = "%";
    public const string Status = "Ampel";
    public const string Forecast = "Prognose";
    public const string Goal = "Ziel";
    public const string Target = "Zielwert";
    public const string Span = "Zeitraum";
    public const string Reached = "erreicht";
    public const string Degree = "Erreichung";
    public const string Remark = "Bemerkung";
    public const string Department = "Amt";
    public const string Level = "Leistung";
    public const string Period = "Zeitraum";
    public const string Deadline = "Meldeschluss";
    public const string Subject = "Gegenstand";
    public const string Before = "vorher";
    public const string Now = "jetzt";
    public const string Product = "Produkt";
    public const string Cause = "Erläuterung des Amtes";
    public const string Contents = "Inhalt";
    public const string Totals = "Ergebnis nach Produktbereichen";
    public const string AllProducts = "Alle Produkte im Überblick";
    public const string Reds = "Rote Ampeln der Hauptzahlen";
    public const string MissingDeliveries = "Fehlende Lieferungen";
    public const string NotMade = "Nicht erstellt";
    public const string NotAllMade = "Unvollständig: Nicht alle Produktberichte konnten erstellt werden.";
    public const string NotMadeText =
        "Die Berichte dieser Produkte konnten nicht erstellt werden; sie fehlen in diesem Gesamtbericht. Er wird neu erstellt, "
        + "sobald sie vorliegen.";
    public const string Products = "Produkte";
    public const string Values = "Werte";
    public const string Complete = "vollständig";
    public const string DeviationsByService = "Abweichung vom Plan nach Leistungen";
    public const string NoExplanations = "Für diesen Zeitraum liegen keine Erläuterungen vor.";
    public const string WithheldExplanation =
        "Eine Erläuterung des Amtes ist aus Gründen des Datenschutzes nicht veröffentlicht.";
    public const string Nothing = "keine";
    public const string NoValue = "kein Wert";
    public const string Thousands = "T€";
    public const string Contact = "Kontakt";
    public const string NoDeviation = "ohne Ist oder Plan gibt es keine Abweichung";
    public const string NoMainAmount = "das Produkt hat keine Hauptzahl in Euro";

    public static string NotOfAllProducts(ReportEdition edition) => edition == ReportEdition.Public
        ? "nicht von allen Produkten vorhanden oder aus Gründen des Datenschutzes nicht veröffentlicht"
        : "nicht von allen Produkten vorhanden";

    public const string PlanTooSmall = "der Plan ist so klein, dass ein Prozentwert nichts aussagt";
    public const string Delivered = "vom Amt gemeldete Prognose";

    public const string FormDescription = "I. Produktbeschreibung – Allgemeine Angaben";
    public const string FormServices = "II. Leistungen";
    public const string FormFigures = "III. Grund- und Kennzahlen *";

    public static string ProductReport(Period period) => $"Produktbericht · {GermanFormat.Name(period)}";

    public static string CombinedReport(Period period) => $"Gesamtbericht · {GermanFormat.Name(period)}";

    public static string DocumentTitle(ProductReport report) =>
        $"Produktbericht {report.Product} {report.Name}, {GermanFormat.Name(report.Period)}";

    public static string DocumentTitle(CombinedReport report) =>
        $"Gesamtbericht {report.County}, {GermanFormat.Name(report.Period)}";

    public static string State(ReportState state) => state == ReportState.Released ? "Freigegeben" : "Entwurf";

    public static string StateText(ReportState state) =>
        state == ReportState.Released ? "Dieser Bericht ist freigegeben." : "Dieser Bericht ist noch nicht freigegeben.";

    public static string Completeness(bool isComplete, int missing) =>
        isComplete ? "Vollständig: Alle Zahlen sind geliefert."
        : missing == 1 ? "Unvollständig: 1 Wert fehlt."
        : $"Unvollständig: {missing} Werte fehlen.";

    public static string Foot(Report report) =>
        $"{ReportWords.Of(report.State)} · Version {report.Version} · Stand: {GermanFormat.Date(report.AsOf)}{Edition(report)}";

    /// <summary>Where nothing is protected both editions are one file, which is neither internal nor public.</summary>
    private static string Edition(Report report) =>
        report.Edition == ReportEdition.Public || report.IsSensitive ? $" · {ReportWords.Of(report.Edition)}" : "";

    public static string Year(int year) => $"Jahr {year}";

    public static string LevelHeading(ReportLevel level) => level.Kind == LevelKind.Product
        ? $"Produkt {level.Number} {level.Name}"
        : $"Leistung {level.Number} {level.Name} ({ReportWords.Of(level.Kind)})";

    public static string LevelName(ReportLevel level) => $"{level.Number} {level.Name}";

    public static string WithheldExplanations(int count) => count == 1
        ? WithheldExplanation
        : $"{count} Erläuterungen des Amtes sind aus Gründen des Datenschutzes nicht veröffentlicht.";

    public static string ChangesSince(int version) => $"Änderungen gegenüber Version {version}";

    /// <summary>What brought changes: „Büro Landrat: buero-landrat/2026-q3.csv, eingegangen 05.11.2026, 14:03 Uhr“.</summary>
    public static string CauseOf(ChangeCause? cause) => cause is null
        ? "Ohne neue Lieferung (Katalog, zurückgezogene Datei oder Fassung des Programms)"
        : $"{cause.Department}: {cause.File}, eingegangen {BerlinTime.Text(cause.ReceivedAt)}"
            + (cause.Reason is null ? "" : $". {ReportWords.CorrectionReason(cause.Reason)}");

    public static string FurtherChanges(int count) => count == 1
        ? "Eine weitere Angabe hat sich geändert; sie steht in den angehängten Daten (JSON)."
        : $"{GermanFormat.Number(count, 0)} weitere Angaben haben sich geändert; sie stehen in den angehängten Daten (JSON).";

    public static string Source(ReportExplanation text) => $"{text.File}, Zeile {text.Line}";

    public static string TableSummary(string level) => $"Ist, Plan, Vorjahr, Abweichung und Ampel je Zahl: {level}";

    public static string YesNo(bool? value) => value switch
    {
        true => "ja",
        false => "nein",
        null => "offen",
    };

    public const string Responsible = "verantwortlich";

    public static string DeadlineWas(string day) => $"Meldeschluss: {day}";

    public static string LinearProjection(string figures) =>
        $"Zum Vergleich linear hochgerechnet (Ist ÷ abgelaufene Monate × 12): {figures}.";

    /// <summary>„Q3“, „H1“.</summary>
    public static string Short(Period period) => period.Kind == PeriodKind.Quarter ? $"Q{period.Number}" : $"H{period.Number}";

    /// <summary>Whether a chart's labels are in thousands: eight digits over a column say no more than five.</summary>
    public static bool InThousands(TrendChart chart) => chart.Unit == ReportWords.Euro && chart.Points
        .SelectMany(point => new[] { point.Actual, point.Plan, point.Former, point.Forecast })
        .Any(value => Math.Abs(value ?? 0) >= 100_000);

    public static string ChartTitle(TrendChart chart)
    {
        const int longest = 60;
        var name = chart.Name.Length > longest ? chart.Name[..(longest - 1)].TrimEnd() + "…" : chart.Name;
        return $"{name} {YearOf(chart)}{UnitOf(chart)}";
    }

    /// <summary>The values in full, whatever the labels are in.</summary>
    public static string ChartAlt(TrendChart chart) =>
        $"Säulendiagramm: {chart.Name} {YearOf(chart)}. "
        + $"{string.Join("; ", chart.Points.Select(point => PointAlt(chart, point)))}.";

    public static string DeviationAlt(TrendChart chart)
    {
        var points = chart.Points.Where(point => point.Actual - point.Plan is not null)
            .Select(point =>
                $"{Part(point.Period)} {InUnit(chart, GermanFormat.Signed((point.Actual - point.Plan)!.Value, chart.Decimals))}");
        return $"Säulendiagramm der Abweichung, Ist minus Plan: {chart.Name} {YearOf(chart)}. {string.Join("; ", points)}.";
    }

    /// <param name="figure">What deviates.</param>
    /// <param name="period">The period.</param>
    /// <param name="unit">The unit of the labels.</param>
    public static string DeviationsOf(string figure, Period period, string unit) =>
        $"{figure}, Ist minus Plan, {ReportWords.ToDate(period)}, in {unit}";

    public static string BarsAlt(IEnumerable<(string Name, string Deviation)> bars) =>
        $"Balkendiagramm der Abweichungen vom Plan: {string.Join("; ", bars.Select(bar => $"{bar.Name} {bar.Deviation} €"))}.";

    private static string PointAlt(TrendChart chart, TrendPoint point)
    {
        (string Word, decimal? Value)[] values =
            [(Actual, point.Actual), (Forecast, point.Forecast), (Plan, point.Plan), (Previous, point.Former)];
        string[] known =
        [
            .. values.Where(entry => entry.Value is not null)
                .Select(entry => $"{entry.Word} {InUnit(chart, GermanFormat.Number(entry.Value!.Value, chart.Decimals))}"),
        ];
        return $"{Part(point.Period)}: {(known.Length == 0 ? NoValue : string.Join(", ", known))}";
    }

    private static string InUnit(TrendChart chart, string number) => GermanFormat.WithUnit(number, chart.Unit);

    private static string UnitOf(TrendChart chart) =>
        InThousands(chart) ? " in T€" : chart.Unit.Length == 0 ? "" : $" in {chart.Unit}";

    private static int YearOf(TrendChart chart) => chart.Points[0].Period.Year;

    /// <summary>„3. Quartal“, „1. Halbjahr“.</summary>
    private static string Part(Period period) => $"{period.Number}. {period.Kind.GermanName()}";

    public const string ProductOrService = "Produkt / Leistung";
    public const string ProductNumber = "Produktkennziffer";
    public const string ProductName = "Produktbezeichnung";
    public const string MainArea = "Hauptproduktbereich";
    public const string Area = "Produktbereich";
    public const string GroupOfProducts = "Produktgruppe";
    public const string TaskKind = "Art der Aufgabe";
    public const string Principal = "Auftraggeber";
    public const string ProductKind = "Produktart";
    public const string ResponsiblePerson = "Produktverantwortlicher";
    public const string Text = "Beschreibung des Produkts";
    public const string LegalBasis = "Auftragsgrundlage";
    public const string TargetGroup = "Zielgruppe";
    public const string NotStated = "keine Angabe";
    public const string ServiceNumberAndName = "Leistungs-Nr. und Bezeichnung";
    public const string ServiceDescription = "Beschreibung der Leistung / Erläuterung / Abgrenzung";
    public const string Name = "Bezeichnung";

    public static string Explained(ReportLevel level, ReportExplanation text) =>
        $"{FigureName(level, text.Name)}, {text.Scenario.GermanName()} {GermanFormat.Name(text.Period)}:";

    public static string Developed(ReportLevel level, ReportDevelopment text) => FigureName(level, text.Name) + ":";

    private static string FigureName(ReportLevel level, string name) =>
        level.Kind == LevelKind.Product ? name : $"{LevelName(level)}, {name}";

    public static string Compared(ReportLevel level, ComparedFigure figure) => $"{LevelName(level)}: {figure.Name}";

    public static string ComparisonSummary(ComparedFigure figure) => $"Vergleich der Jahre: {figure.Name}";

    public static string YearsSummary(ReportLevel level) => $"Ist-Werte der letzten Jahre: {LevelName(level)}";

    public const string FiguresOfServices = "2 Grund- und Kennzahlen zu den Leistungen";

    public static string FiguresOf(ReportLevel level, int number) => level.Kind == LevelKind.Product
        ? "Grund- und Kennzahlen zum Produkt"
        : $"Grund- und Kennzahlen zur Leistung {number} – {level.Name}";

    public const string JsonFile = "Der Bericht als Daten";
    public const string CsvFile = "Alle Zahlen des Berichts mit ihrer Herkunft";

    public static string About(ProductReport report) =>
        $"Grund- und Kennzahlen, Ziele und Erläuterungen zum Produkt {report.Product}";

    public const string DeviationsInThousands = "Größte Abweichungen vom Plan in T€";
    public const string Step = "Produktbereich";
    public const string PlanOfYear = "Plan Jahr";

    public static string About(CombinedReport report) =>
        $"Ergebnisse, Ampeln, Ziele und fehlende Lieferungen von {report.Products.Length} Produkten, "
        + GermanFormat.Name(report.Period);

    public static string ResultsOf(Period period) => $"Ergebnis in €, {ReportWords.ToDate(period)}";
}
