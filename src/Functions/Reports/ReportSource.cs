using Produktreport.Core.Comparisons;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Changes;
using Produktreport.Functions.Comparisons;

namespace Produktreport.Functions.Reports;

/// <summary>Everything reports are made from, as it stands at one moment.</summary>
/// <param name="Catalogues">The catalogues in force.</param>
/// <param name="Figures">The current figures.</param>
internal sealed record ReportSource(CatalogueSet Catalogues, FigureSet Figures)
{
    /// <summary>What other counties publish.</summary>
    public ComparisonSet Others { get; init; } = ComparisonSet.Empty;

    /// <summary>Reads catalogues, figures and what others publish.</summary>
    public static async Task<ReportSource> Load(
        PublishedCatalogues catalogues, IFigureStore figures, ComparisonIntake others, CancellationToken cancellation = default)
    {
        var known = await catalogues.Load(cancellation);
        return new ReportSource(known, await figures.LoadAll(cancellation)) { Others = await others.Load(known, cancellation) };
    }

    /// <summary>Reads catalogues, what a report of one job needs of the figures, and what others publish.</summary>
    public static async Task<ReportSource> Load(
        PublishedCatalogues catalogues, IFigureStore figures, ComparisonIntake others, ReportJob job,
        CancellationToken cancellation = default)
    {
        if (job.Product is not { } product)
            return await Load(catalogues, figures, others, cancellation);
        var known = await catalogues.Load(cancellation);
        return new ReportSource(known, await figures.Load(WithPredecessors(product, known), cancellation))
        {
            Others = await others.Load(known, cancellation),
        };
    }

    /// <summary>Whether the job's product is in the catalogue of its year; jobs can be older than the catalogue.</summary>
    public bool Has(ReportJob job) =>
        Catalogues.For(job.Period.Year) is { } catalogue
            && (job.Product is not { } product || catalogue.Find(product) is not null);

    /// <summary>The county's Wappen on the reports of a period; null where there is none.</summary>
    public Logo? LogoOf(Period period) => Catalogues.For(period.Year)?.Logo;

    /// <summary>A product's report, as version 1.</summary>
    public ProductReport Product(ProductNumber product, Period period, DateOnly today) =>
        ReportAssembly.Product(
            new FigureCalculator(Catalogues, Figures), product, period, new ReportOptions(today) { Others = Others });

    /// <summary>The combined report over these product reports, as version 1.</summary>
    /// <param name="period">The period.</param>
    /// <param name="products">The products' reports.</param>
    /// <param name="notMade">The products whose reports could not be made.</param>
    /// <param name="today">The day it is made on.</param>
    public CombinedReport Combined(Period period, ImmutableArray<ProductReport> products, IEnumerable<ProductNumber> notMade,
        DateOnly today) =>
        ReportAssembly.Combined(new FigureCalculator(Catalogues, Figures), period, products, new ReportOptions(today), notMade);

    /// <summary>The deliveries behind a product's report.</summary>
    public ChangeCauses CausesOf(ProductReport report) => ChangeCauses.Of(report, Figures, Catalogues.For(report.Period.Year)!);

    /// <summary>The products the combined report of a period consists of, in catalogue order.</summary>
    public IEnumerable<ProductNumber> ProductsOf(Period period) =>
        Catalogues.For(period.Year)!.Products.Select(product => product.Number);

    // Former years are shown, under whatever numbers the product had then.
    private static HashSet<ProductNumber> WithPredecessors(ProductNumber product, CatalogueSet catalogues)
    {
        var found = new HashSet<ProductNumber>();
        var open = new Queue<ProductNumber>([product]);
        while (open.TryDequeue(out var next))
        {
            if (!found.Add(next))
                continue;
            foreach (var former in catalogues.ByYear.Values.SelectMany(catalogue => catalogue.Find(next)?.Predecessors ?? []))
                open.Enqueue(former.FormerProduct);
        }

        return found;
    }
}
