using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Reports;

/// <summary>
/// Writes the public editions of a period's reports, <c>{name}.oeffentlich.pdf</c> and <c>.json</c>, where they differ from the internal ones.
/// What is left out is decided over the whole county and all periods that are due, because a number hidden here could be worked out
/// from one printed there. A released version is kept as <c>{name}.v{n}.oeffentlich</c> in any case: it says that this was decided.
/// </summary>
public sealed class PublicEditions(PublishedCatalogues catalogues, IFigureStore figures, StoredReports stored, Calendar calendar)
{
    private const int YearsShown = 5;

    private readonly Lock gate = new();
    private (CatalogueSet Catalogues, FigureSet Figures, DateOnly Today, Suppression Hidden)? last;

    /// <summary>Writes the editions that belong to a report: a product's own; with a combined report, its parts' as well.</summary>
    public Task Write(ReportDocument report, CancellationToken cancellation = default) => report switch
    {
        ReportDocument.OfProduct { Report: var product } => Write([product], combined: null, cancellation),
        ReportDocument.OfCounty { Report: var combined, Products: var products } => Write(products, combined, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task Write(IReadOnlyCollection<ProductReport> products, CombinedReport? combined, CancellationToken cancellation)
    {
        var known = await catalogues.Load(cancellation);
        if (!HasSensitiveFigures(known))
        {
            await KeepAsTheyAre(products, combined, known, cancellation);
            return;
        }

        var source = new ReportSource(known, await figures.LoadAll(cancellation));
        var hidden = HiddenIn(source);
        var editions = products.Select(report => (Internal: report, Public: PublicReports.Of(report, hidden.Hides))).ToList();
        foreach (var (report, edition) in editions)
        {
            var (job, logo) = (new ReportJob(report.Period, report.Product), source.LogoOf(report.Period));
            await stored.WritePublic(job, edition is null ? null : new ReportDocument.OfProduct(edition, logo), cancellation);
            await stored.KeepPublic(job, new ReportDocument.OfProduct(edition ?? report, logo), cancellation);
        }

        if (combined is not null)
        {
            var (job, edition) = (new ReportJob(combined.Period, Product: null), Combine(source, editions, combined, hidden));
            await stored.WritePublic(job, edition, cancellation);
            await stored.KeepPublic(job, edition ?? new ReportDocument.OfCounty(combined, [.. products], source.LogoOf(combined.Period)), cancellation);
        }
    }

    /// <summary>
    /// Keeps a released version whose figures are not the current ones any more. What would have to be left out of it cannot be decided now:
    /// the public gets it only where the county protects nothing.
    /// </summary>
    public async Task KeepFormer(ReportJob job, ReportDocument released, CancellationToken cancellation = default)
    {
        if (!HasSensitiveFigures(await catalogues.Load(cancellation)))
            await stored.KeepPublic(job, released, cancellation);
    }

    private async Task KeepAsTheyAre(IReadOnlyCollection<ProductReport> products, CombinedReport? combined, CatalogueSet known, CancellationToken cancellation)
    {
        foreach (var report in products)
            await stored.KeepPublic(new ReportJob(report.Period, report.Product), new ReportDocument.OfProduct(report, known.For(report.Period.Year)?.Logo), cancellation);
        if (combined is not null)
            await stored.KeepPublic(new ReportJob(combined.Period, Product: null), new ReportDocument.OfCounty(combined, [.. products], known.For(combined.Period.Year)?.Logo), cancellation);
    }

    private static ReportDocument.OfCounty? Combine(
        ReportSource source, List<(ProductReport Internal, ProductReport? Public)> editions, CombinedReport combined, Suppression hidden)
    {
        if (editions.All(edition => edition.Public is null))
            return null;
        var calculator = new FigureCalculator(source.Catalogues, source.Figures);
        var products = editions.Select(edition => edition.Public ?? edition.Internal).ToList();
        return new ReportDocument.OfCounty(PublicReports.Combined(calculator, combined.Period, products, combined, hidden.Hides), [.. products], source.LogoOf(combined.Period));
    }

    // The same for all reports of a run, and by far the most to compute.
    private Suppression HiddenIn(ReportSource source)
    {
        var today = calendar.Today;
        lock (gate)
        {
            if (last is { } known && known.Catalogues == source.Catalogues && known.Figures == source.Figures && known.Today == today)
                return known.Hidden;
            var periods = DueReports.For(source.Catalogues, today).SelectMany(due => Shown(due.Period));
            var hidden = PublicEdition.Of(new FigureCalculator(source.Catalogues, source.Figures), periods).Suppression();
            last = (source.Catalogues, source.Figures, today, hidden);
            return hidden;
        }
    }

    // A report shows the year before beside each period, an annual one five years.
    private static IEnumerable<Period> Shown(Period period) =>
        Enumerable.Range(0, period.Kind == PeriodKind.Year ? YearsShown : 2).Select(period.YearsEarlier);

    private static bool HasSensitiveFigures(CatalogueSet catalogues) => catalogues.ByYear.Values.SelectMany(catalogue => catalogue.Products)
        .SelectMany(product => product.Levels).SelectMany(level => level.Figures).Any(figure => figure.SensitiveBy is not null);
}
