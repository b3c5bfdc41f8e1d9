using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Deliveries;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>Deliveries: upload, receipts, and the lines of a file.</summary>
internal static class DeliveryPages
{
    public static void MapDeliveryPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lieferungen", First);
        routes.MapGet("/lieferungen/{amt}", OfDepartment);
        routes.MapPost("/lieferungen/{amt}", Send).RequireRateLimiting(RateLimits.Uploads);
        routes.MapGet("/lieferungen/{amt}/zurueckziehen/{**datei}", AskToWithdraw);
        routes.MapPost("/lieferungen/{amt}/zurueckziehen/{**datei}", Withdraw).RequireRateLimiting(RateLimits.Uploads);
        routes.MapGet("/quittungen/{amt}/{**datei}", Receipt);
    }

    private static async Task<IResult> First(Visitor visitor, PublishedCatalogues catalogues, CancellationToken cancellation) =>
        DepartmentDesk.Departments(visitor, await catalogues.Load(cancellation)) is [var first, ..]
            ? TypedResults.LocalRedirect($"/lieferungen/{first.Id}")
            : PortalPages.NotFound;

    // As a page, or with ?teil=liste only what was sent, which the script asks for until all is done.
    private static async Task<IResult> OfDepartment(
        [FromRoute(Name = "amt")] string departmentId,
        [FromQuery(Name = "quittung")] string? receipt,
        [FromQuery(Name = "teil")] string? part,
        Visitor visitor,
        DepartmentDesk desk,
        InboxFiles inbox,
        CancellationToken cancellation)
    {
        if (await desk.Load(visitor, departmentId, cancellation) is not { } shown)
            return PortalPages.NotFound;
        return part is not null
            ? PortalPages.Page<DeliveryList>(new { shown.Deliveries, shown.IsPending })
            : Page(shown with
            {
                Receipt = receipt is null ? null : await inbox.ReadReceipt($"{departmentId}/{receipt}", cancellation),
            });
    }

    [SteadyBody]
    private static async Task<IResult> Send(
        [FromRoute(Name = "amt")] string departmentId,
        [FromForm(Name = "datei")] IFormFile file,
        [FromForm(Name = "aktion")] string? action,
        [FromQuery(Name = "teil")] string? part,
        Visitor visitor,
        Upload upload,
        DeliveryEffects effects,
        DepartmentDesk desk,
        HttpContext context)
    {
        if (!DepartmentId.TryParse(departmentId, out var department))
            return PortalPages.NotFound;
        await using var content = file.OpenReadStream();
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        var outcome = action == "pruefen"
            ? await upload.Check(department, name, content, context.RequestAborted)
            : await upload.Run(visitor, department, name, content, context.RequestAborted);
        if (outcome is UploadOutcome.Stored stored)
            return ToReceipt(departmentId, stored.Path.Name);
        (ReceiptView Receipt, IReadOnlyList<ReportEffect> Effects)? check = outcome is UploadOutcome.Checked judged
            ? (ReceiptView.Of(judged.Result.Receipt), await effects.Of(judged.Result.Delivery, context.RequestAborted))
            : null;
        if (check is { } found && part is not null)
            return PortalPages.Page<CheckArticle>(new { found.Receipt, found.Effects });
        if (part is not null)
            return ProblemAnswer.Of(context, DeliveriesApi.ProblemOf(outcome));
        if (await desk.Load(visitor, departmentId, context.RequestAborted) is not { } shown)
            return PortalPages.NotFound;
        return Page(check is not null
            ? shown with { Check = check }
            : shown with { Message = DeliveriesApi.ProblemOf(outcome).German.Detail });
    }

    /// <summary>To a department's page with the receipt of a file.</summary>
    public static RedirectHttpResult ToReceipt(string department, string file) =>
        TypedResults.LocalRedirect($"/lieferungen/{department}?quittung={Uri.EscapeDataString(file)}#quittung");

    private static RazorComponentResult<DeliveriesPage> Page(DepartmentView view) =>
        PortalPages.Page<DeliveriesPage>(new { View = view });

    private static Task<IResult> AskToWithdraw(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "datei")] string fileName, Visitor visitor,
        PublishedCatalogues catalogues, InboxFiles inbox, CancellationToken cancellation) =>
        Withdrawing(departmentId, fileName, reason: null, message: null, visitor, catalogues, inbox, cancellation);

    [SteadyBody]
    private static async Task<IResult> Withdraw(
        [FromRoute(Name = "amt")] string departmentId,
        [FromRoute(Name = "datei")] string fileName,
        [FromForm(Name = "grund")] string? reason,
        Visitor visitor,
        DeliveryWithdrawal withdrawal,
        PublishedCatalogues catalogues,
        InboxFiles inbox,
        CancellationToken cancellation) =>
        await withdrawal.Run(visitor, $"{departmentId}/{fileName}", reason, cancellation) switch
        {
            DeliveryWithdrawalOutcome.Done => ToReceipt(departmentId, fileName),
            DeliveryWithdrawalOutcome.NoDelivery => PortalPages.NotFound,
            var other => await Withdrawing(
                departmentId, fileName, reason, DeliveriesApi.ProblemOf(other).German.Detail, visitor, catalogues, inbox,
                cancellation),
        };

    private static async Task<IResult> Withdrawing(
        string departmentId, string fileName, string? reason, string? message, Visitor visitor, PublishedCatalogues catalogues,
        InboxFiles inbox, CancellationToken cancellation)
    {
        var departments = DepartmentDesk.Departments(visitor, await catalogues.Load(cancellation));
        if (departments.FirstOrDefault(each => each.Id.Text == departmentId) is not { } department
            || await inbox.ReadReceipt($"{departmentId}/{fileName}", cancellation) is not { IsAccepted: true } receipt)
            return PortalPages.NotFound;
        return PortalPages.Page<WithdrawPage>(new
        {
            Department = department,
            File = fileName,
            Receipt = receipt,
            Reason = reason,
            Message = message,
        });
    }

    // As a page, or with ?teil only the receipt, which the script puts in place.
    private static async Task<IResult> Receipt(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "datei")] string fileName,
        [FromQuery(Name = "teil")] string? part, InboxFiles inbox, CancellationToken cancellation)
    {
        if (!DepartmentId.TryParse(departmentId, out var department)
            || await inbox.ReadReceipt($"{departmentId}/{fileName}", cancellation) is not { } receipt)
            return PortalPages.NotFound;
        return part is not null
            ? PortalPages.Page<ReceiptArticle>(new { Receipt = receipt, Heading = 3, ShowsSourceLinks = true })
            : PortalPages.Page<ReceiptPage>(new { Department = department, Receipt = receipt });
    }
}
