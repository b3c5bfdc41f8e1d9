using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Produktreport.Core.Reports.Contents;

/// <summary>
/// The parts of the form „Produktbeschreibung“ that stand nowhere else in the report; null where the form is blank. Head,
/// services and figures of the form are the report's own head, levels and rows.
/// </summary>
public sealed record ProductDescription
{
    /// <summary>Art der Aufgabe.</summary>
    [JsonPropertyName("artDerAufgabe")]
    public string? TaskKind { get; init; }

    /// <summary>Auftraggeber.</summary>
    [JsonPropertyName("auftraggeber")]
    public string? Principal { get; init; }

    /// <summary>Produktart.</summary>
    [JsonPropertyName("produktart")]
    public string? ProductKind { get; init; }

    /// <summary>Produktverantwortlicher.</summary>
    [JsonPropertyName("produktverantwortlich")]
    public string? Responsible { get; init; }

    /// <summary>Beschreibung des Produkts.</summary>
    [JsonPropertyName("beschreibung")]
    public string? Text { get; init; }

    /// <summary>Auftragsgrundlage.</summary>
    [JsonPropertyName("auftragsgrundlage")]
    public string? LegalBasis { get; init; }

    /// <summary>Zielgruppe.</summary>
    [JsonPropertyName("zielgruppe")]
    public string? TargetGroup { get; init; }

    /// <summary>The goals as sentences; a blank target is „(noch nicht festgelegt)“.</summary>
    [JsonPropertyName("ziele")]
    public ImmutableArray<string> Goals { get; init; } = [];
}
