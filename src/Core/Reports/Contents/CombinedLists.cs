using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;

namespace Produktreport.Core.Reports.Contents;

/// <summary>A product as the combined report lists it.</summary>
/// <param name="Product">Produktkennziffer.</param>
/// <param name="Name">The product's name.</param>
/// <param name="MainArea">The number of its Hauptproduktbereich.</param>
/// <param name="DepartmentName">Who answers for it.</param>
/// <param name="Version">The version of its own report.</param>
/// <param name="IsComplete">Whether its figures are all there.</param>
/// <param name="Rows">Its main figures (product level).</param>
public sealed record ProductSummary(
    [property: JsonPropertyName("produkt")] ProductNumber Product,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("hauptproduktbereich")] string MainArea,
    [property: JsonPropertyName("amtBezeichnung")] string DepartmentName,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("vollstaendig")] bool IsComplete,
    [property: JsonPropertyName("zeilen")] ImmutableArray<ReportRow> Rows);

/// <summary>A product whose report could not be made.</summary>
/// <param name="Product">Produktkennziffer.</param>
/// <param name="Name">The product's name.</param>
public sealed record ProductNotMade(
    [property: JsonPropertyName("produkt")] ProductNumber Product,
    [property: JsonPropertyName("bezeichnung")] string Name);

/// <summary>One figure of one product, on its own in a list of the summary.</summary>
/// <param name="Product">Produktkennziffer.</param>
/// <param name="ProductName">The product's name.</param>
/// <param name="LevelName">The service's name; empty for the product itself.</param>
/// <param name="Row">The figure with its values, without provenance.</param>
/// <param name="Cause">What the product's report says about the deviation; null where it says nothing.</param>
public sealed record Headline(
    [property: JsonPropertyName("produkt")] ProductNumber Product,
    [property: JsonPropertyName("produktBezeichnung")] string ProductName,
    [property: JsonPropertyName("ebeneBezeichnung")] string LevelName,
    [property: JsonPropertyName("zeile")] ReportRow Row,
    [property: JsonPropertyName("ursache")] string? Cause);

/// <summary>What one department still owes.</summary>
/// <param name="Department">The department.</param>
/// <param name="DepartmentName">Its name.</param>
/// <param name="Contact">Whom to ask; null where the catalogue gives nobody.</param>
/// <param name="Products">The products concerned, in order.</param>
/// <param name="Figures">Every missing value.</param>
public sealed record MissingDelivery(
    [property: JsonPropertyName("amt")] DepartmentId Department,
    [property: JsonPropertyName("amtBezeichnung")] string DepartmentName,
    [property: JsonPropertyName("kontakt")] string? Contact,
    [property: JsonPropertyName("produkte")] ImmutableArray<ProductNumber> Products,
    [property: JsonPropertyName("werte")] ImmutableArray<MissingFigure> Figures);

/// <summary>How many goals were reached, and which were not.</summary>
/// <param name="Reached">Reached.</param>
/// <param name="Missed">Not reached.</param>
/// <param name="Open">Not assessable, or not yet.</param>
/// <param name="MissedGoals">Those not reached, in catalogue order.</param>
public sealed record GoalBalance(
    [property: JsonPropertyName("erreicht")] int Reached,
    [property: JsonPropertyName("verfehlt")] int Missed,
    [property: JsonPropertyName("offen")] int Open,
    [property: JsonPropertyName("verfehlteZiele")] ImmutableArray<ProductGoal> MissedGoals);

/// <summary>A goal with the product it belongs to.</summary>
/// <param name="Product">Produktkennziffer.</param>
/// <param name="ProductName">The product's name.</param>
/// <param name="Goal">The goal.</param>
public sealed record ProductGoal(
    [property: JsonPropertyName("produkt")] ProductNumber Product,
    [property: JsonPropertyName("produktBezeichnung")] string ProductName,
    [property: JsonPropertyName("ziel")] ReportGoal Goal);

/// <summary>
/// The county's main amount (the Ergebnis) of a step of the hierarchy over its products; null where one of them is undefined.
/// </summary>
public sealed record HierarchyTotal
{
    /// <summary>Which step.</summary>
    [JsonPropertyName("stufe")]
    public required HierarchyLevel Step { get; init; }

    /// <summary>The number; empty for the whole county.</summary>
    [JsonPropertyName("nummer")]
    public required string Number { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("bezeichnung")]
    public required string Name { get; init; }

    /// <summary>The figure that is added up.</summary>
    [JsonPropertyName("id")]
    public required FigureId Figure { get; init; }

    /// <summary>How many products it has.</summary>
    [JsonPropertyName("produkte")]
    public required int ProductCount { get; init; }

    /// <summary>Ist of the period, €.</summary>
    [JsonPropertyName(RowFieldNames.ActualPeriod)]
    public decimal? ActualPeriod { get; init; }

    /// <summary>Ist from January, €.</summary>
    [JsonPropertyName(RowFieldNames.ActualToDate)]
    public decimal? ActualToDate { get; init; }

    /// <summary>Plan from January, €.</summary>
    [JsonPropertyName(RowFieldNames.PlanToDate)]
    public decimal? PlanToDate { get; init; }

    /// <summary>Plan of the year, €.</summary>
    [JsonPropertyName(RowFieldNames.PlanYear)]
    public decimal? PlanYear { get; init; }

    /// <summary>Ist from January a year before, €.</summary>
    [JsonPropertyName(RowFieldNames.PreviousToDate)]
    public decimal? PreviousToDate { get; init; }

    /// <summary>Ist − Plan from January, €.</summary>
    [JsonPropertyName(RowFieldNames.Deviation)]
    public decimal? Deviation { get; init; }

    /// <summary>The deviation in percent of the plan's absolute value.</summary>
    [JsonPropertyName(RowFieldNames.DeviationPercent)]
    public decimal? DeviationPercent { get; init; }

    /// <summary>
    /// The places <see cref="DeviationPercent"/> is printed with, so that rounding does not contradict the Ampel.
    /// </summary>
    [JsonPropertyName("prozentDezimalstellen")]
    public int PercentDecimals { get; init; } = 1;

    /// <summary><see cref="DeviationPercent"/> as it is printed; null where undefined.</summary>
    [JsonIgnore]
    public Percentage? Percent => DeviationPercent is { } percent ? new Percentage(percent, PercentDecimals) : null;

    /// <summary>The Ampel of the deviation.</summary>
    [JsonPropertyName("ampel")]
    public Status Status { get; init; } = Status.Grey;

    /// <summary>Why values are missing, in German; null where all are there.</summary>
    [JsonPropertyName("undefiniert")]
    public string? Undefined { get; init; }
}
