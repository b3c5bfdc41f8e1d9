using Produktreport.Core.KeyFigures;
using Produktreport.Core.Protection;
using Produktreport.Core.Reports;

namespace Produktreport.Functions.Reports;

/// <summary>
/// Writes the public editions of a period's reports, <c>{name}.oeffentlich.pdf</c> and <c>.json</c>, where they differ from the
/// internal ones. What is left out is decided over the whole county and all periods that are due, because a number hidden here
/// could be worked out from one printed there. A released version is kept as <c>{name}.v{n}.oeffentlich</c> in any case: it says
/// that this was decided.
/// </summary>
internal sealed class PublicEditions(
    PublishedCatalogues catalogues, IFigureStore figures, StoredReports stored, ReportReleases releases, Calendar calendar)
{
    private const int YearsShown = 5;

    private readonly Lock gate = new();
    private (CatalogueSet Catalogues, FigureSet Figures, DateOnly Today, Suppression Hidden)? last;

    /// <summary>
    /// Writes the editions that belong to a report: a product's own; with a combined report, its parts' as well.
    /// </summary>
    public Task Write(ReportDocument report, CancellationToken cancellation = default) => report switch
    {
        ReportDocument.OfProduct { Report: var product } => Write([product], combined: null, cancellation),
        ReportDocument.OfCounty { Report: var combined, Products: var products } => Write(products, combined, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task Write(IReadOnlyCollection<ProductReport> products, CombinedReport? combined,
        CancellationToken cancellation)
    {
        var known = await catalogues.Load(cancellation);
        if (!HasSensitiveFigures(known))
        {
            await KeepAsTheyAre(products, combined, known, cancellation);
            return;
        }

        var source = new ReportSource(known, await figures.LoadAll(cancellation));
        var hidden = HiddenIn(source);
        var editions = new List<Edition>();
        foreach (var report in products)
            editions.Add(await EditionOf(report, source, hidden, cancellation));
        foreach (var edition in editions)
        {
            var job = new ReportJob(edition.Shown.Period, edition.Shown.Product);
            var document = new ReportDocument.OfProduct(edition.Shown, source.LogoOf(job.Period));
            await stored.WritePublic(job, edition.IsOwnFile ? document : null, cancellation);
            await stored.KeepPublic(job, document, cancellation);
        }

        if (combined is not null)
        {
            var job = new ReportJob(combined.Period, Product: null);
            var isOwnFile = editions.Exists(edition => edition.IsOwnFile);
            var shown = isOwnFile
                ? Combine(source, editions, combined, hidden)
                : new ReportDocument.OfCounty(combined, [.. products], source.LogoOf(job.Period));
            var document = await Since(job, shown, source, cancellation);
            await stored.WritePublic(job, isOwnFile ? document : null, cancellation);
            await stored.KeepPublic(job, document, cancellation);
        }
    }

    private async Task<Edition> EditionOf(ProductReport report, ReportSource source, Suppression hidden,
        CancellationToken cancellation)
    {
        var edition = PublicReports.Of(report, hidden.Hides);
        var document = new ReportDocument.OfProduct(edition ?? report, Logo: null);
        var shown = (ReportDocument.OfProduct)await Since(new ReportJob(report.Period, report.Product), document, source,
            cancellation);
        return new Edition(shown.Report, IsOwnFile: edition is not null);
    }

    /// <summary>A document whose changes are those since the public read the report last.</summary>
    private async Task<ReportDocument> Since(ReportJob job, ReportDocument document, ReportSource source,
        CancellationToken cancellation)
    {
        var history = await releases.Read(job, cancellation);
        return document.Since(await stored.ReadPublishedBefore(job, document.Version, history, cancellation), source);
    }

    /// <summary>
    /// Keeps a released version whose figures are not the current ones any more. What would have to be left out of it cannot be
    /// decided now: the public gets it only where the county protects nothing.
    /// </summary>
    public async Task KeepFormer(ReportJob job, ReportDocument released, CancellationToken cancellation = default)
    {
        if (!HasSensitiveFigures(await catalogues.Load(cancellation)))
            await stored.KeepPublic(job, released, cancellation);
    }

    private async Task KeepAsTheyAre(IReadOnlyCollection<ProductReport> products, CombinedReport? combined, CatalogueSet known,
        CancellationToken cancellation)
    {
        foreach (var report in products)
            await stored.KeepPublic(new ReportJob(report.Period, report.Product),
                new ReportDocument.OfProduct(report, known.For(report.Period.Year)?.Logo), cancellation);
        if (combined is not null)
            await stored.KeepPublic(new ReportJob(combined.Period, Product: null),
                new ReportDocument.OfCounty(combined, [.. products], known.For(combined.Period.Year)?.Logo), cancellation);
    }

    private static ReportDocument.OfCounty Combine(
        ReportSource source, List<Edition> editions, CombinedReport combined, Suppression hidden)
    {
        var calculator = new FigureCalculator(source.Catalogues, source.Figures);
        var products = editions.Select(edition => edition.Shown).ToList();
        var shown = PublicReports.Combined(calculator, combined.Period, products, combined, hidden.Hides);
        return new ReportDocument.OfCounty(shown, [.. products], source.LogoOf(combined.Period));
    }

    // The same for all reports of a run, and by far the most to compute.
    private Suppression HiddenIn(ReportSource source)
    {
        var today = calendar.Today;
        lock (gate)
        {
            if (last is { } known && known.Catalogues == source.Catalogues && known.Figures == source.Figures
                && known.Today == today)
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

    /// <summary>Whether anything is to be left out for the public.</summary>
    public static bool HasSensitiveFigures(CatalogueSet catalogues) =>
        catalogues.ByYear.Values.SelectMany(catalogue => catalogue.Products)
        .SelectMany(product => product.Levels).SelectMany(level => level.Figures).Any(figure => figure.SensitiveBy is not null);

    /// <summary>What the public reads of a product's report.</summary>
    /// <param name="Shown">The public edition; the internal one where one file is both.</param>
    /// <param name="IsOwnFile">Whether the two differ.</param>
    private sealed record Edition(ProductReport Shown, bool IsOwnFile);
}
