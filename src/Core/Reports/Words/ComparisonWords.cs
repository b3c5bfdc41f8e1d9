using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.German;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Words;

/// <summary>What is printed and shown beside a comparison with other counties, in German.</summary>
public static class ComparisonWords
{
    /// <summary>The heading.</summary>
    public const string Title = "Vergleich mit anderen Kreisen";

    /// <summary>Above what hinders the comparison.</summary>
    public const string Caveats = "Was den Vergleich erschwert:";

    /// <summary>Before the sources.</summary>
    public const string Sources = "Quellen der Vergleichswerte:";

    private const string Explanation =
        "Viertel und Median sind die der anderen Kreise (Quartile nach Definition 7), der Rang zählt von klein nach groß und "
        + "schließt den eigenen Wert ein. Ob ein Wert gut oder schlecht ist, sagt keines von beiden. Im Streifen ist die Linie "
        + "die Spanne der anderen Kreise, der Kasten ihre mittlere Hälfte, der Strich der Median und die Raute der eigene Wert.";

    /// <summary>With whom, and what a reader has to know of every comparison.</summary>
    public static string Introduction(CountyComparison comparison) => $"Verglichen wird mit {comparison.Peers}. {Explanation}";

    /// <summary>Who published the values of all figures, each once.</summary>
    public static string SourcesOf(CountyComparison comparison) =>
        string.Join("; ", comparison.Figures.SelectMany(figure => figure.Sources).Distinct()) + ".";

    /// <summary>The rows of the table of years: what each is called, and what stands in the column of a year.</summary>
    public static ImmutableArray<(string Name, Func<ComparedYear, string> Text)> Rows(ComparedFigure figure)
    {
        return
        [
            ("Eigener Wert", year => Number(year.Own)),
            ("Vergleichbare Kreise", year => year.Count.ToString(CultureInfo.InvariantCulture)),
            ("Unteres Viertel", year => Number(year.Lower)),
            ("Median", year => Number(year.Median)),
            ("Oberes Viertel", year => Number(year.Upper)),
            ("Rang von klein nach groß", Rank),
        ];

        string Number(decimal? value) => value is { } known ? GermanFormat.Number(known, figure.Decimals) : GermanFormat.Missing;
    }

    /// <summary>The last year in words, for those who do not see the strip.</summary>
    public static string Alt(ComparedFigure figure)
    {
        var year = figure.Years[^1];
        var middle = year is { Lower: { } lower, Median: { } median, Upper: { } upper }
            ? $"unteres Viertel {Amount(lower)}; Median {Amount(median)}; oberes Viertel {Amount(upper)}; "
            : "";
        return $"Vergleichsstreifen {figure.Name} {year.Year}: eigener Wert {Amount(year.Own)}; {middle}kleinster Wert der "
            + $"anderen {Amount(year.Smallest)}; größter {Amount(year.Largest)}; vergleichbare Kreise: {year.Count}.";

        string Amount(decimal value) => GermanFormat.WithUnit(GermanFormat.Number(value, figure.Decimals), figure.Unit);
    }

    private static string Rank(ComparedYear year) => string.Create(
        CultureInfo.InvariantCulture,
        $"{year.RankFrom}{(year.RankTo == year.RankFrom ? "" : $"–{year.RankTo}")} von {year.Count + 1}");
}
