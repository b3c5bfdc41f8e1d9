using Produktreport.Functions.Comparisons;

namespace Produktreport.Functions.Web.Reports;

/// <summary>
/// Reports as the figures stand at this moment, without storing them: for deadlines, previews and explanations.
/// </summary>
internal sealed class LiveReports(
    PublishedCatalogues catalogues, IFigureStore figures, ComparisonIntake others, Calendar calendar)
{
    private sealed record Known(ReportSource Source, DateOnly Day, Period Period, IReadOnlyList<ProductReport> Reports);

    private Known? last;

    /// <summary>Catalogues and figures as they stand.</summary>
    public Task<ReportSource> Source(CancellationToken cancellation = default) =>
        ReportSource.Load(catalogues, figures, others, cancellation);

    /// <summary>All product reports of a period; empty where the year has no catalogue.</summary>
    public async Task<IReadOnlyList<ProductReport>> Of(Period period, CancellationToken cancellation = default) =>
        Of(period, await Source(cancellation));

    /// <summary>The same, of what was read already.</summary>
    public IReadOnlyList<ProductReport> Of(Period period, ReportSource source)
    {
        // Pages ask for the same period again and again; what has not changed is the same object.
        if (last is { } known && known.Period == period && known.Day == calendar.Today && IsSame(known.Source, source))
            return known.Reports;
        if (source.Catalogues.For(period.Year) is null)
            return [];
        List<ProductReport> reports =
            [.. source.ProductsOf(period).Select(product => source.Product(product, period, calendar.Today))];
        last = new Known(source, calendar.Today, period, reports);
        return reports;
    }

    private static bool IsSame(ReportSource one, ReportSource other) =>
        ReferenceEquals(one.Figures, other.Figures) && ReferenceEquals(one.Catalogues, other.Catalogues)
        && ReferenceEquals(one.Others, other.Others);
}
