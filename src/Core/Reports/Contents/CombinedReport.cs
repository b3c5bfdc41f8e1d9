using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports.Contents;

/// <summary>
/// The Gesamtbericht of a period: what the council must know of all products. The products' own reports follow it in the PDF
/// and stand beside it as JSON.
/// </summary>
public sealed record CombinedReport
{
    /// <summary>The county.</summary>
    [JsonPropertyName("koerperschaft")]
    public required string County { get; init; }

    /// <summary>The county's Wappen on page one; null where there is none.</summary>
    [JsonPropertyName("wappen")]
    public ReportLogo? Logo { get; init; }

    /// <summary>The period reported.</summary>
    [JsonPropertyName("periode")]
    public required Period Period { get; init; }

    /// <summary>Entwurf or freigegeben.</summary>
    [JsonPropertyName("stand")]
    public ReportState State { get; init; }

    /// <summary>Whether every product's report is complete.</summary>
    [JsonPropertyName("vollstaendig")]
    public bool IsComplete { get; init; }

    /// <summary>From 1; a new version is made only when what the report shows has changed.</summary>
    [JsonPropertyName("version")]
    public int Version { get; init; } = 1;

    /// <summary>Internal or public edition.</summary>
    [JsonPropertyName("ausgabe")]
    public ReportEdition Edition { get; init; }

    /// <summary>Whether the catalogue protects figures of any product. The public edition is then a file of its own.</summary>
    [JsonPropertyName("schutzbeduerftig")]
    public bool IsSensitive { get; init; }

    /// <summary>The day the report was made on.</summary>
    [JsonPropertyName("standDatum")]
    public required DateOnly AsOf { get; init; }

    /// <summary>Meldeschluss of the period.</summary>
    [JsonPropertyName("meldeschluss")]
    public required DateOnly Deadline { get; init; }

    /// <summary>The management summary as sentences, the most important first.</summary>
    [JsonPropertyName("kernaussagen")]
    public ImmutableArray<KeyMessage> KeyMessages { get; init; } = [];

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

    /// <summary>Notes that hold for the whole report.</summary>
    [JsonPropertyName("hinweise")]
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What changed since the version before; null for a first version.</summary>
    [JsonPropertyName("aenderungen")]
    public ChangeList? Changes { get; init; }
}
