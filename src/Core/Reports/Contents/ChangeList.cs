using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Reports.Contents;

/// <summary>„Änderungen gegenüber Version n“.</summary>
/// <param name="FormerVersion">The version compared with.</param>
/// <param name="Entries">Figure by figure, in the order of the report.</param>
public sealed record ChangeList(
    [property: JsonPropertyName("gegenueberVersion")] int FormerVersion,
    [property: JsonPropertyName("eintraege")] ImmutableArray<ReportChange> Entries);

/// <summary>One thing that changed.</summary>
/// <param name="Level">The level of the figure; null for changes that concern no figure.</param>
/// <param name="Figure">The figure or goal; null for changes that concern none.</param>
/// <param name="Subject">What changed, in German: „Ergebnis, Ist Periode“.</param>
/// <param name="Former">What stood there, as printed; „–“ for nothing.</param>
/// <param name="Now">What stands there now, as printed; „–“ for nothing.</param>
public sealed record ReportChange(
    [property: JsonPropertyName("ebene")] LevelNumber? Level,
    [property: JsonPropertyName("id")] FigureId? Figure,
    [property: JsonPropertyName("gegenstand")] string Subject,
    [property: JsonPropertyName("vorher")] string Former,
    [property: JsonPropertyName("jetzt")] string Now);
