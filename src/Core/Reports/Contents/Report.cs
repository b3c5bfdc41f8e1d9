using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports.Contents;

/// <summary>
/// What every report says of itself, a product's as the combined one. The orders put its fields in JSON between those of the two.
/// </summary>
public abstract record Report
{
    private protected Report()
    {
    }

    /// <summary>The period reported: quarter, half-year or year.</summary>
    [JsonPropertyName("periode"), JsonPropertyOrder(-3)]
    public required Period Period { get; init; }

    /// <summary>Entwurf or freigegeben.</summary>
    [JsonPropertyName("stand"), JsonPropertyOrder(-3)]
    public ReportState State { get; init; }

    /// <summary>Whether every figure due for the period's Ist has been delivered; in the combined report, by all.</summary>
    [JsonPropertyName("vollstaendig"), JsonPropertyOrder(-3)]
    public bool IsComplete { get; init; }

    /// <summary>From 1; a new version is made only when what the report shows has changed.</summary>
    [JsonPropertyName("version"), JsonPropertyOrder(-3)]
    public int Version { get; init; } = 1;

    /// <summary>Internal or public edition.</summary>
    [JsonPropertyName("ausgabe"), JsonPropertyOrder(-3)]
    public ReportEdition Edition { get; init; }

    /// <summary>Whether the catalogue protects figures shown. The public edition is then a file of its own.</summary>
    [JsonPropertyName("schutzbeduerftig"), JsonPropertyOrder(-3)]
    public bool IsSensitive { get; init; }

    /// <summary>The day the report was made on, as printed („Stand: 22.11.2026“).</summary>
    [JsonPropertyName("standDatum"), JsonPropertyOrder(-3)]
    public required DateOnly AsOf { get; init; }

    /// <summary>Meldeschluss of the period.</summary>
    [JsonPropertyName("meldeschluss"), JsonPropertyOrder(-3)]
    public required DateOnly Deadline { get; init; }

    /// <summary>Page one as sentences, the most important first; of a product three to five.</summary>
    [JsonPropertyName("kernaussagen"), JsonPropertyOrder(-1)]
    public ImmutableArray<KeyMessage> KeyMessages { get; init; } = [];

    /// <summary>Notes on the whole report: rounding, Einwohner, forecast, suppression.</summary>
    [JsonPropertyName("hinweise"), JsonPropertyOrder(1)]
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What changed since the version before; null for a first version.</summary>
    [JsonPropertyName("aenderungen"), JsonPropertyOrder(3)]
    public ChangeList? Changes { get; init; }
}

/// <summary>Whether a report is still a draft.</summary>
public enum ReportState
{
    /// <summary>Entwurf.</summary>
    Draft,

    /// <summary>freigegeben.</summary>
    Released,
}

/// <summary>The words of a report's state.</summary>
public static class ReportStates
{
    /// <summary>The word JSON and addresses write: entwurf or freigegeben (<c>docs/bericht-json.md</c>).</summary>
    public static string Word(this ReportState state) => state == ReportState.Released ? "freigegeben" : "entwurf";
}

/// <summary>For whom a report is printed.</summary>
public enum ReportEdition
{
    /// <summary>All figures.</summary>
    Internal,

    /// <summary>Sensitive small counts are suppressed.</summary>
    Public,
}

/// <summary>What a report is told from outside: the day it is made on and whether it is released.</summary>
/// <param name="AsOf">The calendar day, Europe/Berlin.</param>
/// <param name="State">Entwurf unless the county has released it.</param>
public sealed record ReportOptions(DateOnly AsOf, ReportState State = ReportState.Draft)
{
    /// <summary>What other counties publish.</summary>
    public ComparisonSet Others { get; init; } = ComparisonSet.Empty;
}
