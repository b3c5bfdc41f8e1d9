using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Comparisons;
using Produktreport.Core.German;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Words;

/// <summary>
/// What is said of a comparison with other counties, in German. Says where a value stands, never that it is good or bad: which
/// way a figure improves says nothing of why counties differ.
/// </summary>
internal static class ComparisonTexts
{
    private const int MostCaveats = 10;
    private const int MostNames = 20;

    /// <summary>The last year in a sentence or two.</summary>
    public static string Sentence(ComparedYear year, string unit, int decimals)
    {
        var own = $"{year.Year}: {Amount(year.Own)}";
        var rank = year.RankFrom == year.RankTo ? $"Rang {year.RankFrom}" : $"Rang {year.RankFrom} bis {year.RankTo}";
        return year is { Lower: { } lower, Median: { } median, Upper: { } upper }
            ? $"{own}; die mittlere Hälfte von {year.Count} vergleichbaren Kreisen liegt zwischen {Amount(lower)} und "
                + $"{Amount(upper)}, der Median bei {Amount(median)}. Von klein nach groß ist das {rank} von {year.Count + 1}."
            : year.Count == 1
            ? $"{own}; ein einziger vergleichbarer Kreis liegt vor, mit {Amount(year.Smallest)}. Für Viertel sind es zu wenige."
            : $"{own}; die Werte von {year.Count} vergleichbaren Kreisen liegen zwischen {Amount(year.Smallest)} und "
                + $"{Amount(year.Largest)}. Für Viertel sind es zu wenige.";

        string Amount(decimal value) => GermanFormat.WithUnit(GermanFormat.Number(value, decimals), unit);
    }

    /// <summary>What hinders the comparison: the county's own words, then the others', each once with the names.</summary>
    public static ImmutableArray<string> Caveats(string? own, IEnumerable<OpenFigure> others)
    {
        var theirs = others.Where(figure => figure.Caveat is not null).GroupBy(figure => figure.Caveat!)
            .Select(same => $"{Names(same)}: {same.Key}").ToList();
        IEnumerable<string> shown = theirs.Count <= MostCaveats ? theirs
            : theirs.Take(MostCaveats).Append(string.Create(
                CultureInfo.InvariantCulture, $"{theirs.Count - MostCaveats} weitere Hinweise stehen in den Vergleichsdateien."));
        return [.. (own is null ? [] : (string[])[own]).Concat(shown)];
    }

    /// <summary>Who published the values, licence by licence.</summary>
    public static ImmutableArray<string> Sources(IEnumerable<OpenFigure> others) =>
    [
        .. others.GroupBy(figure => figure.Licence).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => $"{Names(same.DistinctBy(Publisher))} (Lizenz: {same.Key})"),
    ];

    private static string Names(IEnumerable<OpenFigure> figures)
    {
        List<string> names = [.. figures.Select(Publisher).Distinct()];
        return names.Count <= MostNames ? GermanFormat.Enumerate(names)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", names.Take(MostNames))} und {names.Count - MostNames} weitere");
    }

    private static string Publisher(OpenFigure figure) => figure.Body.Length > 0 ? figure.Body : figure.Provenance;
}
