using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;

namespace Produktreport.Core.Reports.Contents;

/// <summary>
/// One figure of one level with all its values. Values are exact, in the figure's unit, and null where missing or undefined;
/// <see cref="Undefined"/> then says why. „Kumuliert“ counts from January to the end of the period.
/// </summary>
public sealed record ReportRow
{
    /// <summary>The product's number or a service's.</summary>
    [JsonPropertyName("ebene")]
    public required LevelNumber Level { get; init; }

    /// <summary>The figure's id.</summary>
    [JsonPropertyName("id")]
    public required FigureId Id { get; init; }

    /// <summary>The figure's name as the form prints it.</summary>
    [JsonPropertyName("bezeichnung")]
    public required string Name { get; init; }

    /// <summary>Base or key figure.</summary>
    [JsonPropertyName("typ")]
    public required RowType Type { get; init; }

    /// <summary>Whether it is a main figure: printed underlined.</summary>
    [JsonPropertyName("haupt")]
    public bool IsMain { get; init; }

    /// <summary>The unit as printed; empty for plain counts.</summary>
    [JsonPropertyName("einheit")]
    public string Unit { get; init; } = "";

    /// <summary>Decimal places shown, 0 to 6.</summary>
    [JsonPropertyName("dezimalstellen")]
    public int Decimals { get; init; }

    /// <summary>Which way the figure improves.</summary>
    [JsonPropertyName("richtung")]
    public Direction Direction { get; init; }

    /// <summary>Ist of the period.</summary>
    [JsonPropertyName(RowFieldNames.ActualPeriod)]
    public decimal? ActualPeriod { get; init; }

    /// <summary>Ist from January to the end of the period.</summary>
    [JsonPropertyName(RowFieldNames.ActualToDate)]
    public decimal? ActualToDate { get; init; }

    /// <summary>Plan of the period.</summary>
    [JsonPropertyName(RowFieldNames.PlanPeriod)]
    public decimal? PlanPeriod { get; init; }

    /// <summary>Plan from January to the end of the period.</summary>
    [JsonPropertyName(RowFieldNames.PlanToDate)]
    public decimal? PlanToDate { get; init; }

    /// <summary>Plan of the whole year.</summary>
    [JsonPropertyName(RowFieldNames.PlanYear)]
    public decimal? PlanYear { get; init; }

    /// <summary>Ist of the same period of the year before.</summary>
    [JsonPropertyName(RowFieldNames.PreviousPeriod)]
    public decimal? PreviousPeriod { get; init; }

    /// <summary>Ist from January to the end of the same period of the year before.</summary>
    [JsonPropertyName(RowFieldNames.PreviousToDate)]
    public decimal? PreviousToDate { get; init; }

    /// <summary><see cref="ActualToDate"/> − <see cref="PlanToDate"/>.</summary>
    [JsonPropertyName(RowFieldNames.Deviation)]
    public decimal? Deviation { get; init; }

    /// <summary><see cref="Deviation"/> in percent of the plan's absolute value.</summary>
    [JsonPropertyName(RowFieldNames.DeviationPercent)]
    public decimal? DeviationPercent { get; init; }

    /// <summary>
    /// The places <see cref="DeviationPercent"/> is printed with, so that rounding does not contradict the Ampel.
    /// </summary>
    [JsonPropertyName("prozentDezimalstellen")]
    public int PercentDecimals { get; init; } = 1;

    /// <summary>The Ampel of the deviation.</summary>
    [JsonPropertyName("ampel")]
    public Status Status { get; init; } = Status.Grey;

    /// <summary>Whether the deviation is to the better (true) or worse; null where neutral, zero or undefined.</summary>
    [JsonPropertyName("guenstig")]
    public bool? IsFavourable { get; init; }

    /// <summary>Forecast of the whole year; null in annual reports.</summary>
    [JsonPropertyName(RowFieldNames.ForecastYear)]
    public decimal? ForecastYear { get; init; }

    /// <summary>How <see cref="ForecastYear"/> came about; null without one.</summary>
    [JsonPropertyName("prognoseArt")]
    public ForecastBasis? ForecastBasis { get; init; }

    /// <summary>
    /// The linear projection of a sum figure, actual ÷ elapsed months × 12; null for others and in annual reports.
    /// </summary>
    [JsonPropertyName(RowFieldNames.ForecastLinear)]
    public decimal? ForecastLinear { get; init; }

    /// <summary>For each null field a reader would expect a value in: why there is none, in German.</summary>
    [JsonPropertyName("undefiniert")]
    public ImmutableSortedDictionary<RowField, string> Undefined { get; init; } =
        ImmutableSortedDictionary<RowField, string>.Empty;

    /// <summary>Marks on values that are there but not what they seem, such as an unweighted mean, in German.</summary>
    [JsonPropertyName("kennzeichen")]
    public ImmutableSortedDictionary<RowField, string> Marks { get; init; } = ImmutableSortedDictionary<RowField, string>.Empty;

    /// <summary>The delivered cells the period's Ist rests on.</summary>
    [JsonPropertyName("herkunft")]
    public ImmutableArray<CellOrigin> Origins { get; init; } = [];

    /// <summary><see cref="DeviationPercent"/> as it is printed; null where undefined.</summary>
    [JsonIgnore]
    public Percentage? Percent => DeviationPercent is { } percent ? new Percentage(percent, PercentDecimals) : null;

    /// <summary>The value of a field; null where missing or undefined.</summary>
    public decimal? this[RowField field] => RowFieldNames.Columns[(int)field].Value(this);
}

/// <summary>Which of the main figures stands for all of them, where there is room for one.</summary>
public static class MainRows
{
    /// <summary>The first main base figure in €; null where there is none.</summary>
    public static ReportRow? Amount(IEnumerable<ReportRow> rows) =>
        rows.FirstOrDefault(row => row is { IsMain: true, Type: RowType.BaseFigure, Unit: "€" });

    /// <summary>The amount; the first main figure of any other kind where there is none; null where nothing is main.</summary>
    public static ReportRow? First(IReadOnlyCollection<ReportRow> rows) => Amount(rows) ?? rows.FirstOrDefault(row => row.IsMain);
}

/// <summary>Base or key figure.</summary>
public enum RowType
{
    /// <summary>Grundzahl.</summary>
    BaseFigure,

    /// <summary>Kennzahl.</summary>
    KeyFigure,
}

/// <summary>The number columns of a row, in the order of the JSON.</summary>
public enum RowField
{
    /// <summary><c>istPeriode</c></summary>
    ActualPeriod,

    /// <summary><c>istKumuliert</c></summary>
    ActualToDate,

    /// <summary><c>planPeriode</c></summary>
    PlanPeriod,

    /// <summary><c>planKumuliert</c></summary>
    PlanToDate,

    /// <summary><c>planJahr</c></summary>
    PlanYear,

    /// <summary><c>vorjahrPeriode</c></summary>
    PreviousPeriod,

    /// <summary><c>vorjahrKumuliert</c></summary>
    PreviousToDate,

    /// <summary><c>abweichung</c></summary>
    Deviation,

    /// <summary><c>abweichungProzent</c></summary>
    DeviationPercent,

    /// <summary><c>prognoseJahr</c></summary>
    ForecastYear,

    /// <summary><c>prognoseLinear</c></summary>
    ForecastLinear,
}

/// <summary>The names of the number columns in JSON and in addresses of the portal.</summary>
public static class RowFieldNames
{
    internal const string ActualPeriod = "istPeriode";
    internal const string ActualToDate = "istKumuliert";
    internal const string PlanPeriod = "planPeriode";
    internal const string PlanToDate = "planKumuliert";
    internal const string PlanYear = "planJahr";
    internal const string PreviousPeriod = "vorjahrPeriode";
    internal const string PreviousToDate = "vorjahrKumuliert";
    internal const string Deviation = "abweichung";
    internal const string DeviationPercent = "abweichungProzent";
    internal const string ForecastYear = "prognoseJahr";
    internal const string ForecastLinear = "prognoseLinear";

    /// <summary>By <see cref="RowField"/>: what each column is called, and its value in a row.</summary>
    internal static readonly ImmutableArray<(string Name, Func<ReportRow, decimal?> Value)> Columns =
    [
        (ActualPeriod, row => row.ActualPeriod),
        (ActualToDate, row => row.ActualToDate),
        (PlanPeriod, row => row.PlanPeriod),
        (PlanToDate, row => row.PlanToDate),
        (PlanYear, row => row.PlanYear),
        (PreviousPeriod, row => row.PreviousPeriod),
        (PreviousToDate, row => row.PreviousToDate),
        (Deviation, row => row.Deviation),
        (DeviationPercent, row => row.DeviationPercent),
        (ForecastYear, row => row.ForecastYear),
        (ForecastLinear, row => row.ForecastLinear),
    ];

    /// <summary>The name of a column.</summary>
    public static string Of(RowField field) => Columns[(int)field].Name;
}

/// <summary>How a year's forecast came about.</summary>
public enum ForecastBasis
{
    /// <summary>The department delivered it.</summary>
    Delivered,

    /// <summary>Actuals so far plus the plan for the rest of the year.</summary>
    ActualPlusPlan,

    /// <summary>Computed from other forecasts by the figure's formula.</summary>
    ByFormula,

    /// <summary>Actual ÷ elapsed months × 12.</summary>
    Linear,
}

/// <summary>Where a value was delivered: one cell of one file.</summary>
/// <param name="File">The path below the inbox.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column letter as Excel shows it.</param>
/// <param name="Text">The raw text of the cell.</param>
/// <param name="Rule">What was applied beyond reading the number; null otherwise.</param>
/// <param name="Sheet">The sheet of the workbook; null, and left out, where the file has only one.</param>
/// <param name="Reason">Why it replaces an earlier value; null, and left out, where the department gave no reason.</param>
public sealed record CellOrigin(
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("zeile")] int Line,
    [property: JsonPropertyName("spalte")] string Column,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("regel")] string? Rule,
    [property: JsonPropertyName("blatt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sheet = null,
    [property: JsonPropertyName("korrekturgrund"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    string? Reason = null);

/// <summary>Whether a deviation is to the better.</summary>
internal static class Favour
{
    /// <summary>True to the better, false to the worse; null for neutral figures and no deviation.</summary>
    public static bool? Of(decimal deviation, Direction direction) => (deviation, direction) switch
    {
        (0, _) or (_, Direction.Neutral) => null,
        ( > 0, Direction.HigherIsBetter) or ( < 0, Direction.LowerIsBetter) => true,
        _ => false,
    };
}
