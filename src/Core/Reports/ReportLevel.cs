using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Reports;

/// <summary>The product itself or one of its services, as a heading over rows.</summary>
/// <param name="Number">The number of the product or service.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Product, internal or external service.</param>
/// <param name="Description">Beschreibung der Leistung; null where blank, and for the product.</param>
public sealed record ReportLevel(
    [property: JsonPropertyName("ebene")] LevelNumber Number,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("art")] LevelKind Kind,
    [property: JsonPropertyName("beschreibung")] string? Description);

/// <summary>What a level is.</summary>
public enum LevelKind
{
    /// <summary>The product itself.</summary>
    Product,

    /// <summary>An interne Leistung.</summary>
    InternalService,

    /// <summary>An externe Leistung.</summary>
    ExternalService,
}
