namespace Produktreport.Functions.Web.Portal.PublicFace;

/// <summary>
/// A single figure for other sites to show in a frame. Whoever looks, it is what everybody may read without sign-in; only the
/// sites the catalogue names may frame it.
/// </summary>
internal static class EmbeddedPages
{
    public static void MapEmbedded(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/einbetten/{produkt}/{periode}/{ebene}/{id}", Show);

    private static async Task<IResult> Show(
        [FromRoute(Name = "produkt")] string productNumber, [FromRoute(Name = "periode")] string periodText,
        [FromRoute(Name = "ebene")] string levelNumber, string id, AccessBook book, VisibleReports visibleReports,
        CountyInForce county, HttpContext context)
    {
        if (!book.IsPublic
            || ReportFile.JobOf(periodText, productNumber) is not { Product: not null } job
            || await visibleReports.Read(Visitor.Nobody, job, context.RequestAborted) is not var (_, report)
            || report.Rows.FirstOrDefault(row => row.Level.Text == levelNumber && row.Id.Text == id) is not { } row)
            return PortalPages.NotFound;
        SecurityHeaders.AllowFraming(context.Response, (await county.Find())?.Face.Embedders ?? []);
        return PortalPages.Page<EmbeddedPage>(new { Report = report, Row = row });
    }
}
