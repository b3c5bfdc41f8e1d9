using Microsoft.AspNetCore.Mvc;
using Produktreport.Core.Catalogues;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Deliveries;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;
using Produktreport.Functions.Web.Portal.Frame;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>Deliveries: upload, receipts, and the lines of a file.</summary>
internal static class DeliveryPages
{
    /// <summary>Adds the routes.</summary>
    public static void MapDeliveryPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lieferungen", First);
        routes.MapGet("/lieferungen/{amt}", OfDepartment);
        routes.MapPost("/lieferungen/{amt}", Send).RequireRateLimiting(RateLimits.Uploads);
        routes.MapGet("/quittungen/{amt}/{**datei}", Receipt);
    }

    private static async Task<IResult> First(Visitor visitor, PublishedCatalogues catalogues, HttpContext context) =>
        Departments(visitor, await catalogues.Load(context.RequestAborted)) is [var first, ..]
            ? TypedResults.LocalRedirect($"/lieferungen/{first.Id}")
            : PortalPages.NotFound(context);

    private static Task<IResult> OfDepartment(
        string amt,
        [FromQuery(Name = "quittung")] string? receipt,
        Visitor visitor,
        PublishedCatalogues catalogues,
        InboxFiles inbox,
        PeriodStatusReader status,
        HttpContext context) =>
        Show(amt, receipt, message: null, visitor, catalogues, inbox, status, context);

    [SteadyBody]
    private static async Task<IResult> Send(
        string amt,
        [FromForm(Name = "datei")] IFormFile file,
        [FromForm(Name = "formular")] string? token,
        Visitor visitor,
        Upload upload,
        PublishedCatalogues catalogues,
        InboxFiles inbox,
        PeriodStatusReader status,
        HttpContext context)
    {
        if (!DepartmentId.TryParse(amt, out var department))
            return PortalPages.NotFound(context);
        await using var content = file.OpenReadStream();
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        var outcome = await upload.Run(visitor, department, name, content, context.RequestAborted);
        return outcome is UploadOutcome.Stored stored
            ? TypedResults.LocalRedirect($"/lieferungen/{amt}?quittung={Uri.EscapeDataString(stored.Path.Name)}#quittung")
            : await Show(amt, receipt: null, DeliveriesApi.ProblemOf(outcome).German.Detail, visitor, catalogues, inbox, status,
                context);
    }

    private static async Task<IResult> Show(
        string amt,
        string? receipt,
        string? message,
        Visitor visitor,
        PublishedCatalogues published,
        InboxFiles inbox,
        PeriodStatusReader status,
        HttpContext context)
    {
        var catalogues = await published.Load(context.RequestAborted);
        var departments = Departments(visitor, catalogues);
        if (departments.FirstOrDefault(each => each.Id.Text == amt) is not { } department)
            return PortalPages.NotFound(context);
        return PortalPages.Page<DeliveriesPage>(new
        {
            Frame = PageFrame.Of(context),
            Department = department,
            Departments = departments,
            Tasks = await status.Tasks(department.Id, context.RequestAborted),
            Periods = Templates(catalogues, status),
            Deliveries = await inbox.List(visitor, department.Id, context.RequestAborted),
            Receipt = receipt is null ? null : await inbox.ReadReceipt($"{amt}/{receipt}", context.RequestAborted),
            Message = message,
        });
    }

    // As a page, or with ?teil only the receipt, which the script puts in place.
    private static async Task<IResult> Receipt(
        string amt, string datei, [FromQuery(Name = "teil")] string? part, InboxFiles inbox, HttpContext context)
    {
        if (!DepartmentId.TryParse(amt, out var department)
            || await inbox.ReadReceipt($"{amt}/{datei}", context.RequestAborted) is not { } receipt)
            return PortalPages.NotFound(context);
        return part is not null
            ? PortalPages.Page<ReceiptArticle>(new { Receipt = receipt, Heading = 3, ShowsSourceLinks = true })
            : PortalPages.Page<ReceiptPage>(new { Frame = PageFrame.Of(context), Department = department, Receipt = receipt });
    }

    // The latest periods of the last catalogue somebody may still deliver for.
    private static IReadOnlyList<PeriodInfo> Templates(CatalogueSet catalogues, PeriodStatusReader status) =>
        [.. status.Periods(catalogues).Where(info => info.Start.Year == catalogues.ByYear.Keys.Last()).Take(3)];

    // Of the latest catalogue: a department that is gone delivers nothing any more.
    private static IReadOnlyList<Department> Departments(Visitor visitor, CatalogueSet catalogues) =>
        catalogues.ByYear.Values.LastOrDefault() is { } catalogue
            ? [.. catalogue.Departments.Where(department => visitor.WorksFor(department.Id))]
            : [];
}
