using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports.Contents;

/// <summary>A row of the table of values.</summary>
/// <param name="Period">The period reported.</param>
/// <param name="Product">Produktkennziffer.</param>
/// <param name="Name">The product's name.</param>
/// <param name="Department">Who answers for the product.</param>
/// <param name="State">Whether the report is a draft.</param>
/// <param name="Version">The report's version.</param>
/// <param name="LevelName">The name of the product or service the figure belongs to.</param>
/// <param name="Row">The figure, as the report's own JSON has it.</param>
public sealed record ReportedValue(
    [property: JsonPropertyName("periode")] Period Period,
    [property: JsonPropertyName("produkt")] ProductNumber Product,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("amt")] DepartmentId Department,
    [property: JsonPropertyName("stand")] ReportState State,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("ebeneBezeichnung")] string LevelName,
    [property: JsonPropertyName("zeile")] ReportRow Row);
