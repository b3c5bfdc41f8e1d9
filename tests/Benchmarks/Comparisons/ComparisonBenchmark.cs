using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Comparisons.Files;

namespace Produktreport.Benchmarks.Comparisons;

/// <summary>
/// 400 counties × 5 years × 200 figures, a file a county: read, joined, and every figure of every year compared. At most two
/// seconds on two cores.
/// </summary>
internal static class ComparisonBenchmark
{
    private const int Counties = 400;
    private const int Years = 5;
    private const int FiguresOfAProduct = 10;
    private const int Products = 20;
    private const int Rounds = 5;

    public static int Run(string[] arguments)
    {
        var files = Files();
        var catalogue = Catalogue();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{files.Length} Dateien, {files.Sum(file => file.Content.Length) / 1e6:0.0} MB"));
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var read = files.AsParallel().AsOrdered()
                .Select(file => (file.Name, ComparisonFile.Read(file.Name, file.Content, []))).ToList();
            var reading = watch.Elapsed;
            var (set, _) = ComparisonFiles.Join(read, CatalogueSet.Of(catalogue));
            var joining = watch.Elapsed - reading;
            var compared = Compare(set, catalogue);
            var whole = watch.Elapsed;
            best = whole < best ? whole : best;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"gelesen {reading.TotalSeconds:0.00} s, verbunden {joining.TotalSeconds:0.00} s, {compared} Zahlen verglichen "
                + $"{(whole - reading - joining).TotalSeconds:0.00} s, zusammen {whole.TotalSeconds:0.00} s"));
        }

        return best <= TimeSpan.FromSeconds(2) ? 0 : 1;
    }

    private static int Compare(ComparisonSet set, Catalogue catalogue)
    {
        var peers = Peers.Of(set, catalogue)!;
        var cells = from product in catalogue.Products
                    from figure in product.BaseFigures
                    from year in Enumerable.Range(2021, Years)
                    select (product, figure, year);
        return cells.AsParallel().Count(cell =>
            Standing.Of(1_000, peers.Find(cell.product, cell.figure, cell.year).Select(each => each.Value))
                is { Quartiles: not null });
    }

    private static ImmutableArray<(string Name, byte[] Content)> Files()
    {
        var random = new Random(1);
        return
        [
            .. Enumerable.Range(1, Counties).Select(county => (
                $"{county}.csv",
                OpenFigureCsv.Write(
                    from year in Enumerable.Range(2021, Years)
                    from product in Enumerable.Range(0, Products)
                    from figure in Enumerable.Range(0, FiguresOfAProduct)
                    select new OpenFigure
                    {
                        Region = RegionKey.Of((10_000 + county).ToString(CultureInfo.InvariantCulture)),
                        Body = $"Landkreis {county}",
                        Year = year,
                        Product = ProductNumber.Of($"{1000 + product}"),
                        Figure = FigureId.Of($"zahl_{figure}"),
                        Name = $"Aufwand je Fall {figure}",
                        Value = random.Next(1_000_000) / 100m,
                        Unit = "€",
                        Population = 100_000,
                        Provenance = $"Produktbericht {1000 + product}, Jahr {year}, Version 1",
                        Licence = "dl-de/by-2-0",
                    }))),
        ];
    }

    private static Catalogue Catalogue() => new()
    {
        Year = 2025,
        County = "Landkreis",
        CountyKey = "07999",
        Products =
        [
            .. Enumerable.Range(0, Products).Select(product => new Product
            {
                Number = ProductNumber.Of($"{1000 + product}"),
                Name = "Produkt",
                Hierarchy = new(new("1", ""), new("10", ""), new("100", "")),
                Department = DepartmentId.Of("amt"),
                BaseFigures =
                [
                    .. Enumerable.Range(0, FiguresOfAProduct).Select(figure => new BaseFigure
                    {
                        Id = FigureId.Of($"zahl_{figure}"),
                        Name = "Zahl",
                        Unit = "€",
                        IsMain = true,
                        Shared = new SharedFigure(FigureId.Of($"zahl_{figure}"), null),
                    }),
                ],
            }),
        ],
    };
}
