using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Produktreport.Core.Reports.Contents;

/// <summary>
/// The Gesamtbericht of a period: what the council must know of all products. The products' own reports follow it in the PDF
/// and stand beside it as JSON.
/// </summary>
public sealed record CombinedReport : Report
{
    /// <summary>The county.</summary>
    [JsonPropertyName("koerperschaft"), JsonPropertyOrder(-4)]
    public required string County { get; init; }

    /// <summary>The county's Wappen on page one; null where there is none.</summary>
    [JsonPropertyName("wappen"), JsonPropertyOrder(-4)]
    public ReportLogo? Logo { get; init; }

    /// <summary>
    /// The Ergebnis of the whole county and of each step of the hierarchy, in catalogue order, each step before its parts.
    /// </summary>
    [JsonPropertyName("summen")]
    public ImmutableArray<HierarchyTotal> Totals { get; init; } = [];

    /// <summary>The biggest deviations of product results in €, biggest first, at most ten.</summary>
    [JsonPropertyName("abweichungen")]
    public ImmutableArray<Headline> Deviations { get; init; } = [];

    /// <summary>All main figures with a red Ampel, in catalogue order.</summary>
    [JsonPropertyName("rot")]
    public ImmutableArray<Headline> Reds { get; init; } = [];

    /// <summary>Who has not delivered what, by department.</summary>
    [JsonPropertyName("fehlend")]
    public ImmutableArray<MissingDelivery> Missing { get; init; } = [];

    /// <summary>How the goals stand.</summary>
    [JsonPropertyName("ziele")]
    public GoalBalance Goals { get; init; } = new(0, 0, 0, []);

    /// <summary>The products in catalogue order, each with its main figures.</summary>
    [JsonPropertyName("produkte")]
    public ImmutableArray<ProductSummary> Products { get; init; } = [];

    /// <summary>
    /// The products whose reports could not be made, and which are therefore not in this one, in catalogue order; null for none.
    /// </summary>
    [JsonPropertyName("nichtErstellt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ProductNotMade>? NotMade { get; init; }
}
