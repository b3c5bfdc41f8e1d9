using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Reports;

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
