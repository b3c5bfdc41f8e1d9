using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;

namespace Produktreport.Core.Tests.Comparisons;

/// <summary>
/// Makes the twelve counties of <c>beispiel/vergleich/</c>, which do not exist: nine in the Land of the example county, three in
/// another, under keys that are not given. The same seed makes the same figures.
/// </summary>
internal static class FictitiousCounties
{
    private const int Seed = 20;

    private static readonly ImmutableArray<(string Key, string Name, int People)> All =
    [
        ("07981", "Ahornau", 118_300), ("07982", "Birkenfelde", 96_700), ("07983", "Distelgrund", 131_900),
        ("07984", "Eschental", 204_500), ("07985", "Fichtenhain", 73_200), ("07986", "Ginsterberg", 142_600),
        ("07987", "Haselbach", 109_800), ("07988", "Immergrün", 88_400), ("07989", "Kastanienburg", 157_000),
        ("06981", "Lindenhöhe", 125_100), ("06982", "Mispelstein", 241_300), ("06983", "Nussloh", 134_700),
    ];

    /// <summary>The counties' files by name, years 2021 to 2025.</summary>
    public static IEnumerable<(string Name, ImmutableArray<OpenFigure> Figures)> Files()
    {
        var random = new Random(Seed);
        foreach (var (key, name, people) in All)
        {
            // How far a county is from the others stays about the same over the years.
            var (costs, need) = (0.8 + random.NextDouble() * 0.5, 0.75 + random.NextDouble() * 0.5);
            var figures = ImmutableArray.CreateBuilder<OpenFigure>();
            for (var year = 2021; year <= 2025; year++)
            {
                var growth = Math.Pow(1.04, year - 2021) * (0.98 + random.NextDouble() * 0.04);
                var cost = Math.Round(18_900 * costs * growth, 2);
                var help = Math.Round(24 * need * (0.97 + random.NextDouble() * 0.06), 1);
                figures.Add(Figure(key, name, people, year, "kosten_je_hilfe", "Aufwand je laufende Hilfe", cost, "€"));
                figures.Add(Figure(key, name, people, year, "hilfen_je_1000_junge",
                    "Laufende Hilfen je 1.000 junge Menschen unter 21 Jahren", help, ""));
                figures.Add(Figure(key, name, people, year, "ergebnis_je_1000_ew", "Ergebnis je 1.000 Einwohner",
                    -Math.Round(cost * help * 0.19, 2), "€"));
            }

            yield return ($"{key}-{name.ToLowerInvariant().Replace("ö", "oe", StringComparison.Ordinal)
                .Replace("ü", "ue", StringComparison.Ordinal)}.csv", figures.ToImmutable());
        }
    }

    private static OpenFigure Figure(
        string key, string county, int people, int year, string id, string name, double value, string unit) => new()
        {
            Region = RegionKey.Of(key),
            Body = $"Landkreis {county} (erfunden)",
            Year = year,
            Product = ProductNumber.Of("3633"),
            Figure = FigureId.Of(id),
            Name = name,
            Value = decimal.Parse(value.ToString("0.##", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            Unit = unit,
            Population = people,
            Caveat = county is "Eschental" or "Mispelstein" ? "Ein Teil der Hilfen liegt bei der kreisangehörigen Stadt." : null,
            Provenance = $"erfundene Beispieldaten, {year}",
            Licence = "CC0-1.0",
        };
}
