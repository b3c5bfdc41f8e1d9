using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports.Contents;

/// <summary>A Bemerkung a department delivered with a value, printed as Erläuterung.</summary>
/// <param name="Level">The product's number or a service's.</param>
/// <param name="Figure">The figure it explains.</param>
/// <param name="Name">The figure's name.</param>
/// <param name="Period">The period of the value.</param>
/// <param name="Scenario">Ist, Plan or Prognose.</param>
/// <param name="Text">What the department wrote.</param>
/// <param name="File">The file it came in.</param>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Sheet">The sheet of the workbook; null, and left out, where the file has only one.</param>
public sealed record ReportExplanation(
    [property: JsonPropertyName("ebene")] LevelNumber Level,
    [property: JsonPropertyName("id")] FigureId Figure,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("periode")] Period Period,
    [property: JsonPropertyName("art")] Scenario Scenario,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("zeile")] int Line,
    [property: JsonPropertyName("blatt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sheet = null);

/// <summary>
/// Why a main key figure changed since the same time of the year before, from January to the end of the period.
/// </summary>
/// <param name="Level">The product's number or a service's.</param>
/// <param name="Figure">The key figure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">The change and what its inputs contributed to it.</param>
public sealed record ReportDevelopment(
    [property: JsonPropertyName("ebene")] LevelNumber Level,
    [property: JsonPropertyName("id")] FigureId Figure,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("text")] string Text);

/// <summary>A value somebody should have delivered by the deadline.</summary>
/// <param name="Department">Who answers for it.</param>
/// <param name="DepartmentName">The department's name.</param>
/// <param name="Product">The product.</param>
/// <param name="Level">The product's number or a service's.</param>
/// <param name="Figure">The base figure.</param>
/// <param name="Name">The figure's name.</param>
/// <param name="Period">The period that is missing.</param>
/// <param name="Deadline">Meldeschluss of that period.</param>
public sealed record MissingFigure(
    [property: JsonPropertyName("amt")] DepartmentId Department,
    [property: JsonPropertyName("amtBezeichnung")] string DepartmentName,
    [property: JsonPropertyName("produkt")] ProductNumber Product,
    [property: JsonPropertyName("ebene")] LevelNumber Level,
    [property: JsonPropertyName("id")] FigureId Figure,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("periode")] Period Period,
    [property: JsonPropertyName("meldeschluss")] DateOnly Deadline);

/// <summary>A reference figure as the report rests on it.</summary>
/// <param name="Id">Its name in formulas.</param>
/// <param name="Year">The year whose values rest on it.</param>
/// <param name="Name">As printed.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">The unit; empty for counts.</param>
/// <param name="AsOf">Stichtag.</param>
/// <param name="Source">Where it was published.</param>
public sealed record ReferenceLine(
    [property: JsonPropertyName("id")] FigureId Id,
    [property: JsonPropertyName("jahr")] int Year,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("wert")] decimal Value,
    [property: JsonPropertyName("einheit")] string Unit,
    [property: JsonPropertyName("stichtag")] DateOnly AsOf,
    [property: JsonPropertyName("quelle")] string Source);
