namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>A product's page.</summary>
internal static class ProductPages
{
    public static void MapProducts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/produkte/{produkt}/{periode}", Product);
        routes.MapFigurePages();
    }

    private static async Task<IResult> Product(
        [FromRoute(Name = "produkt")] string productNumber, [FromRoute(Name = "periode")] string periodText,
        [FromQuery(Name = "offen")] string? opened, Visitor visitor, VisibleReports visibleReports, ReportReleases releases,
        ReportDownloads downloads, CancellationToken cancellation)
    {
        if (ReportFile.JobOf(periodText, productNumber) is not { Product: { } product } job
            || await visibleReports.Read(visitor, job, cancellation) is not var (visible, report))
            return PortalPages.NotFound;
        await downloads.NoteOpened(visitor, visible);
        var periods = (await visibleReports.List(visitor, product: product, cancellation: cancellation))
            .Select(other => other.Summary.Period).Order(Period.ByEnd).ToList();
        return PortalPages.Page<ProductPage>(new
        {
            Report = report,
            Releases = await releases.Read(job, cancellation),
            Periods = periods,
            Opened = opened,
        });
    }
}
