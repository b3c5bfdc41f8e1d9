using Microsoft.AspNetCore.Mvc;
using Produktreport.Core.Periods;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Portal.Frame;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>A product's page.</summary>
internal static class ProductPages
{
    /// <summary>Adds the routes.</summary>
    public static void MapProducts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/produkte/{produkt}/{periode}", Product);
        routes.MapFigurePages();
    }

    private static async Task<IResult> Product(
        string produkt, string periode, [FromQuery(Name = "offen")] string? opened, Visitor visitor, ReportShelf shelf,
        ReportReleases releases, ReportDownloads downloads, HttpContext context)
    {
        if (ReportFile.JobOf(periode, produkt) is not { Product: { } product } job
            || await shelf.Read(visitor, job, context.RequestAborted) is not var (visible, report))
            return PortalPages.NotFound(context);
        await downloads.NoteOpened(visitor, visible);
        var periods = (await shelf.List(visitor, product: product, cancellation: context.RequestAborted))
            .Select(other => other.Summary.Period).Order(Period.ByEnd).ToList();
        return PortalPages.Page<ProductPage>(new
        {
            Frame = PageFrame.Of(context),
            Report = report,
            Releases = await releases.Read(job, context.RequestAborted),
            Periods = periods,
            Opened = opened,
        });
    }
}
