using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Reports.Contents;

/// <summary>
/// Everything a Produktbericht says about one product and period, in the order of reading. The PDF is a function of this value
/// alone, and the JSON beside it is this value; <c>docs/bericht-json.md</c> explains every field.
/// </summary>
public sealed record ProductReport : Report
{
    /// <summary>Produktkennziffer.</summary>
    [JsonPropertyName("produkt"), JsonPropertyOrder(-4)]
    public required ProductNumber Product { get; init; }

    /// <summary>The product's name.</summary>
    [JsonPropertyName("bezeichnung"), JsonPropertyOrder(-4)]
    public required string Name { get; init; }

    /// <summary>County, hierarchy and who answers for the product.</summary>
    [JsonPropertyName("kopf"), JsonPropertyOrder(-2)]
    public required ReportHead Head { get; init; }

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

    /// <summary>Where delivered values contradict each other, as sentences; none in the public edition.</summary>
    [JsonPropertyName("widersprueche"), JsonPropertyOrder(2)]
    public ImmutableArray<string> Contradictions { get; init; } = [];

    /// <summary>The report in Leichter Sprache, sentence by sentence; null where the county does not want it.</summary>
    [JsonPropertyName("leichteSprache"), JsonPropertyOrder(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Plain { get; init; }

    /// <summary>The rows of one level, in order.</summary>
    public IEnumerable<ReportRow> RowsOf(LevelNumber level) => Rows.Where(row => row.Level == level);

    /// <summary>The level with this number; the report has it.</summary>
    internal ReportLevel LevelOf(LevelNumber number) => Levels.First(level => level.Number == number);

    /// <summary>The row of a figure; null where the report has none.</summary>
    internal ReportRow? RowOf(LevelNumber level, FigureId figure) =>
        Rows.FirstOrDefault(row => row.Level == level && row.Id == figure);
}
