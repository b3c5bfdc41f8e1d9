using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports.Contents;

/// <summary>The course of one figure over the periods of the year.</summary>
/// <param name="Level">The product's number or a service's.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Name">The figure's name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Decimals">Decimal places shown.</param>
/// <param name="Direction">Which way it improves: colours the deviations.</param>
/// <param name="Points">In order of time.</param>
public sealed record TrendChart(
    [property: JsonPropertyName("ebene")] LevelNumber Level,
    [property: JsonPropertyName("id")] FigureId Figure,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("einheit")] string Unit,
    [property: JsonPropertyName("dezimalstellen")] int Decimals,
    [property: JsonPropertyName("richtung")] Direction Direction,
    [property: JsonPropertyName("punkte")] ImmutableArray<TrendPoint> Points);

/// <summary>The values of one period in a chart; null where there is none.</summary>
/// <param name="Period">The period.</param>
/// <param name="Actual">Ist; null after the reported period.</param>
/// <param name="Plan">Plan.</param>
/// <param name="Former">Ist of the same period a year before.</param>
/// <param name="Forecast">Prognose, only after the reported period. Of a sum, all bars together are the year's forecast.</param>
public sealed record TrendPoint(
    [property: JsonPropertyName("periode")] Period Period,
    [property: JsonPropertyName("ist")] decimal? Actual,
    [property: JsonPropertyName("plan")] decimal? Plan,
    [property: JsonPropertyName("vorjahr")] decimal? Former,
    [property: JsonPropertyName("prognose")] decimal? Forecast);

/// <summary>Year values of the figures of all levels over up to five years, ending with the reported one.</summary>
/// <param name="Years">Ascending.</param>
/// <param name="Rows">One for each figure, in the order of the report's rows.</param>
public sealed record FiveYearComparison(
    [property: JsonPropertyName("jahre")] ImmutableArray<int> Years,
    [property: JsonPropertyName("zeilen")] ImmutableArray<FiveYearRow> Rows);

/// <summary>One figure over the years.</summary>
/// <param name="Level">The product's number or a service's.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Values">One for each year; null where undefined.</param>
/// <param name="Reasons">One for each year: why there is no value; null where there is one.</param>
public sealed record FiveYearRow(
    [property: JsonPropertyName("ebene")] LevelNumber Level,
    [property: JsonPropertyName("id")] FigureId Figure,
    [property: JsonPropertyName("werte")] ImmutableArray<decimal?> Values,
    [property: JsonPropertyName("gruende")] ImmutableArray<string?> Reasons);
