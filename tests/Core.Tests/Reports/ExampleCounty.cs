using System.Globalization;
using System.Security.Cryptography;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Reports;

/// <summary>
/// The example county of <c>beispiel/</c>: its catalogues, and its deliveries in the order in which they arrived.
/// </summary>
internal static class ExampleCounty
{
    public static readonly ReportOptions Options = new(new DateOnly(2026, 11, 22));

    private static readonly Lazy<(CatalogueSet Catalogues, FigureSet Figures)> Content = new(Read);

    public static FigureCalculator Calculator => new(Content.Value.Catalogues, Content.Value.Figures);

    public static CatalogueSet Catalogues => Content.Value.Catalogues;

    public static string Folder { get; } = Find();

    public static ProductReport Report(string product, string period) =>
        ReportAssembly.Product(Calculator, ProductNumber.Of(product), Canonical.Period(period), Options);

    public static (CombinedReport Report, IReadOnlyList<ProductReport> Products) Combined(string period)
    {
        var (calculator, parsed) = (Calculator, Canonical.Period(period));
        ProductReport[] products =
            [.. Catalogues.For(parsed.Year)!.Products.Select(product =>
                ReportAssembly.Product(calculator, product.Number, parsed, Options))];
        return (ReportAssembly.Combined(calculator, parsed, products, Options), products);
    }

    private static (CatalogueSet, FigureSet) Read()
    {
        var root = Path.Combine(Folder, "katalog");
        var catalogues = CatalogueReader.Read(Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .Select(path =>
                new CatalogueFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path)))).Catalogues;
        var figures = FigureSet.Empty;
        foreach (var line in File.ReadAllLines(Path.Combine(Folder, "eingangszeiten.csv")).Skip(1))
        {
            if (line.Split(';') is [var file, var time])
                figures = With(figures, catalogues, file, time);
        }

        return (catalogues, figures);
    }

    private static FigureSet With(FigureSet figures, CatalogueSet catalogues, string file, string time)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, "eingang", file));
        var stamp = new DeliveryStamp(
            file,
            DepartmentId.Of(file.Split('/')[0]),
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        var result = DeliveryReader.Read(stamp, new MemoryStream(bytes), catalogues, ReadingLimits.Default).Judge(figures);
        return result.Delivery is { } accepted ? figures.With(accepted) : figures;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "beispiel", "eingang")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new DirectoryNotFoundException("The example county is not above the tests."), "beispiel");
    }
}
