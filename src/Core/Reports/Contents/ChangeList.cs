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
    [property: JsonPropertyName("jetzt")] string Now)
{
    /// <summary>The file that brought the change; null where none did, such as a change of the catalogue.</summary>
    [JsonPropertyName("ursache")]
    public ChangeCause? Cause { get; init; }

    /// <summary>Whether people are told: not what follows from another change by mere arithmetic.</summary>
    [JsonPropertyName("wesentlich")]
    public bool IsEssential { get; init; }
}

/// <summary>A delivery that changed figures.</summary>
/// <param name="File">The path below the inbox.</param>
/// <param name="Department">The name of the department that delivered it.</param>
/// <param name="ReceivedAt">When it came in, with Berlin's offset.</param>
/// <param name="Reason">Why it replaces earlier values; null, and left out, where the department gave no reason.</param>
public sealed record ChangeCause(
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("amt")] string Department,
    [property: JsonPropertyName("eingegangen")] DateTimeOffset ReceivedAt,
    [property: JsonPropertyName("korrekturgrund"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    string? Reason = null);
