using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;

namespace Produktreport.Core.Reports.Contents;

/// <summary>How the county's main figures stand among those of other counties; says nothing of good or bad.</summary>
/// <param name="Peers">With which counties it is compared, to follow „Verglichen wird mit“.</param>
/// <param name="Figures">The figures, in the order of the report's rows.</param>
public sealed record CountyComparison(
    [property: JsonPropertyName("auswahl")] string Peers,
    [property: JsonPropertyName("zahlen")] ImmutableArray<ComparedFigure> Figures);

/// <summary>One figure beside those of other counties.</summary>
/// <param name="Level">The product's number or a service's.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Name">The figure's name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Decimals">Decimal places shown.</param>
/// <param name="Text">The last year in a sentence or two.</param>
/// <param name="Years">At least one; ascending, up to five.</param>
/// <param name="Caveats">What hinders the comparison, the county's own words first.</param>
/// <param name="Sources">Who published the others' values, licence by licence.</param>
public sealed record ComparedFigure(
    [property: JsonPropertyName("ebene")] LevelNumber Level,
    [property: JsonPropertyName("id")] FigureId Figure,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("einheit")] string Unit,
    [property: JsonPropertyName("dezimalstellen")] int Decimals,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("jahre")] ImmutableArray<ComparedYear> Years,
    [property: JsonPropertyName("hinweise")] ImmutableArray<string> Caveats,
    [property: JsonPropertyName("quellen")] ImmutableArray<string> Sources);

/// <summary>One year of a compared figure; values are exact.</summary>
/// <param name="Year">The year.</param>
/// <param name="Own">The county's own Ist of the year.</param>
/// <param name="Count">How many other counties there are; at least 1.</param>
/// <param name="Smallest">The smallest of their values.</param>
/// <param name="Lower">The lower quartile; null for fewer than five.</param>
/// <param name="Median">The median; null for fewer than five.</param>
/// <param name="Upper">The upper quartile; null for fewer than five.</param>
/// <param name="Largest">The largest of their values.</param>
/// <param name="RankFrom">The own value's rank among all, the smallest first.</param>
/// <param name="RankTo">The last rank where others have the same value; else the same.</param>
public sealed record ComparedYear(
    [property: JsonPropertyName("jahr")] int Year,
    [property: JsonPropertyName("wert")] decimal Own,
    [property: JsonPropertyName("anzahl")] int Count,
    [property: JsonPropertyName("kleinster")] decimal Smallest,
    [property: JsonPropertyName("unteresViertel")] decimal? Lower,
    [property: JsonPropertyName("median")] decimal? Median,
    [property: JsonPropertyName("oberesViertel")] decimal? Upper,
    [property: JsonPropertyName("groesster")] decimal Largest,
    [property: JsonPropertyName("rangVon")] int RankFrom,
    [property: JsonPropertyName("rangBis")] int RankTo)
{
    /// <summary>The year of a value and its standing.</summary>
    internal static ComparedYear Of(int year, decimal own, Standing standing) => new(
        year, own, standing.Count, standing.Smallest, standing.Quartiles?.Lower, standing.Quartiles?.Median,
        standing.Quartiles?.Upper, standing.Largest, standing.RankFrom!.Value, standing.RankTo!.Value);
}
