using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports.Contents;

/// <summary>
/// Everything a Produktbericht says about one product and period, in the order of reading. The PDF is a function of this value
/// alone, and the JSON beside it is this value; <c>docs/bericht-json.md</c> explains every field.
/// </summary>
public sealed record ProductReport
{
    /// <summary>Produktkennziffer.</summary>
    [JsonPropertyName("produkt")]
    public required ProductNumber Product { get; init; }

    /// <summary>The product's name.</summary>
    [JsonPropertyName("bezeichnung")]
    public required string Name { get; init; }

    /// <summary>The period reported: quarter, half-year or year.</summary>
    [JsonPropertyName("periode")]
    public required Period Period { get; init; }

    /// <summary>Entwurf or freigegeben.</summary>
    [JsonPropertyName("stand")]
    public ReportState State { get; init; }

    /// <summary>Whether every figure due for the period's Ist has been delivered.</summary>
    [JsonPropertyName("vollstaendig")]
    public bool IsComplete { get; init; }

    /// <summary>From 1; a new version is made only when what the report shows has changed.</summary>
    [JsonPropertyName("version")]
    public int Version { get; init; } = 1;

    /// <summary>Internal or public edition.</summary>
    [JsonPropertyName("ausgabe")]
    public ReportEdition Edition { get; init; }

    /// <summary>Whether the catalogue protects figures of the product. Its public edition is then a file of its own.</summary>
    [JsonPropertyName("schutzbeduerftig")]
    public bool IsSensitive { get; init; }

    /// <summary>The day the report was made on, as printed („Stand: 22.11.2026“).</summary>
    [JsonPropertyName("standDatum")]
    public required DateOnly AsOf { get; init; }

    /// <summary>Meldeschluss of the period.</summary>
    [JsonPropertyName("meldeschluss")]
    public required DateOnly Deadline { get; init; }

    /// <summary>County, hierarchy and who answers for the product.</summary>
    [JsonPropertyName("kopf")]
    public required ReportHead Head { get; init; }

    /// <summary>Three to five sentences, the most important first.</summary>
    [JsonPropertyName("kernaussagen")]
    public ImmutableArray<KeyMessage> KeyMessages { get; init; } = [];

    /// <summary>What nobody has delivered although the deadline has passed.</summary>
    [JsonPropertyName("fehlend")]
    public ImmutableArray<MissingFigure> Missing { get; init; } = [];

    /// <summary>The product itself, then its services.</summary>
    [JsonPropertyName("ebenen")]
    public ImmutableArray<ReportLevel> Levels { get; init; } = [];

    /// <summary>All figures, level by level: base figures, then key figures.</summary>
    [JsonPropertyName("zeilen")]
    public ImmutableArray<ReportRow> Rows { get; init; } = [];

    /// <summary>The goals in the order of the form.</summary>
    [JsonPropertyName("ziele")]
    public ImmutableArray<ReportGoal> Goals { get; init; } = [];

    /// <summary>Why the main key figures changed since the year before; in a public edition that hides anything none.</summary>
    [JsonPropertyName("entwicklung")]
    public ImmutableArray<ReportDevelopment> Developments { get; init; } = [];

    /// <summary>What the department says about its figures of this period.</summary>
    [JsonPropertyName("erlaeuterungen")]
    public ImmutableArray<ReportExplanation> Explanations { get; init; } = [];

    /// <summary>
    /// How many explanations the public edition leaves out, because they are about hidden numbers; 0 in the internal one.
    /// </summary>
    [JsonPropertyName("erlaeuterungenNichtVeroeffentlicht")]
    public int WithheldExplanations { get; init; }

    /// <summary>Einwohner and other reference figures the key figures rest on, with Stichtag and source.</summary>
    [JsonPropertyName("rahmendaten")]
    public ImmutableArray<ReferenceLine> References { get; init; } = [];

    /// <summary>The courses drawn as charts: the main figures over the periods of the year.</summary>
    [JsonPropertyName("diagramme")]
    public ImmutableArray<TrendChart> Charts { get; init; } = [];

    /// <summary>The comparison of five years; null except in annual reports.</summary>
    [JsonPropertyName("fuenfjahresvergleich")]
    public FiveYearComparison? FiveYears { get; init; }

    /// <summary>How main figures stand among other counties'; null except in annual reports, and where nothing is compared.
    /// </summary>
    [JsonPropertyName("vergleich")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountyComparison? Comparison { get; init; }

    /// <summary>The form „Produktbeschreibung“; null except in annual reports.</summary>
    [JsonPropertyName("produktbeschreibung")]
    public ProductDescription? Description { get; init; }

    /// <summary>Notes: rounding, Einwohner, forecast, suppression.</summary>
    [JsonPropertyName("hinweise")]
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Where delivered values contradict each other, as sentences; none in the public edition.</summary>
    [JsonPropertyName("widersprueche")]
    public ImmutableArray<string> Contradictions { get; init; } = [];

    /// <summary>The report in Leichter Sprache, sentence by sentence; null where the county does not want it.</summary>
    [JsonPropertyName("leichteSprache")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Plain { get; init; }

    /// <summary>What changed since the version before; null for a first version.</summary>
    [JsonPropertyName("aenderungen")]
    public ChangeList? Changes { get; init; }

    /// <summary>The rows of one level, in order.</summary>
    public IEnumerable<ReportRow> RowsOf(LevelNumber level) => Rows.Where(row => row.Level == level);
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
