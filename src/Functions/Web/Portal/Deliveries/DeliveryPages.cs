using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Web.Answers;
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
        routes.MapGet("/lieferungen/{amt}/zurueckziehen/{**datei}", AskToWithdraw);
        routes.MapPost("/lieferungen/{amt}/zurueckziehen/{**datei}", Withdraw).RequireRateLimiting(RateLimits.Uploads);
        routes.MapGet("/quittungen/{amt}/{**datei}", Receipt);
    }

    private static async Task<IResult> First(Visitor visitor, PublishedCatalogues catalogues, HttpContext context) =>
        DepartmentDesk.Departments(visitor, await catalogues.Load(context.RequestAborted)) is [var first, ..]
            ? TypedResults.LocalRedirect($"/lieferungen/{first.Id}")
            : PortalPages.NotFound(context);

    // As a page, or with ?teil=liste only what was sent, which the script asks for until all is done.
    private static async Task<IResult> OfDepartment(
        string amt,
        [FromQuery(Name = "quittung")] string? receipt,
        [FromQuery(Name = "teil")] string? part,
        Visitor visitor,
        DepartmentDesk desk,
        InboxFiles inbox,
        HttpContext context)
    {
        if (await desk.Load(visitor, amt, context.RequestAborted) is not { } shown)
            return PortalPages.NotFound(context);
        return part is not null
            ? PortalPages.Page<DeliveryList>(new { shown.Deliveries, shown.IsPending })
            : Page(shown with
            {
                Receipt = receipt is null ? null : await inbox.ReadReceipt($"{amt}/{receipt}", context.RequestAborted),
            }, context);
    }

    [SteadyBody]
    private static async Task<IResult> Send(
        string amt,
        [FromForm(Name = "datei")] IFormFile file,
        [FromForm(Name = "formular")] string? token,
        [FromForm(Name = "aktion")] string? action,
        [FromQuery(Name = "teil")] string? part,
        Visitor visitor,
        Upload upload,
        DeliveryEffects effects,
        DepartmentDesk desk,
        HttpContext context)
    {
        if (!DepartmentId.TryParse(amt, out var department))
            return PortalPages.NotFound(context);
        await using var content = file.OpenReadStream();
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        var outcome = action == "pruefen"
            ? await upload.Check(department, name, content, context.RequestAborted)
            : await upload.Run(visitor, department, name, content, context.RequestAborted);
        if (outcome is UploadOutcome.Stored stored)
            return TypedResults.LocalRedirect($"/lieferungen/{amt}?quittung={Uri.EscapeDataString(stored.Path.Name)}#quittung");
        (ReceiptView Receipt, IReadOnlyList<ReportEffect> Effects)? check = outcome is UploadOutcome.Checked judged
            ? (ReceiptView.Of(judged.Result.Receipt), await effects.Of(judged.Result.Delivery, context.RequestAborted))
            : null;
        if (check is { } found && part is not null)
            return PortalPages.Page<CheckArticle>(new { found.Receipt, found.Effects });
        if (part is not null)
            return ProblemAnswer.Of(context, DeliveriesApi.ProblemOf(outcome));
        if (await desk.Load(visitor, amt, context.RequestAborted) is not { } shown)
            return PortalPages.NotFound(context);
        return Page(check is not null
            ? shown with { Check = check }
            : shown with { Message = DeliveriesApi.ProblemOf(outcome).German.Detail }, context);
    }

    private static RazorComponentResult<DeliveriesPage> Page(DepartmentView shown, HttpContext context) =>
        PortalPages.Page<DeliveriesPage>(new
        {
            Frame = PageFrame.Of(context),
            shown.Department,
            shown.Departments,
            shown.Tasks,
            shown.Periods,
            shown.Previews,
            shown.Deliveries,
            shown.IsPending,
            shown.Receipt,
            shown.Check,
            shown.Message,
        });

    private static Task<IResult> AskToWithdraw(
        string amt, string datei, Visitor visitor, PublishedCatalogues catalogues, InboxFiles inbox, HttpContext context) =>
        Withdrawing(amt, datei, reason: null, message: null, visitor, catalogues, inbox, context);

    [SteadyBody]
    private static async Task<IResult> Withdraw(
        string amt,
        string datei,
        [FromForm(Name = "grund")] string? reason,
        [FromForm(Name = "formular")] string? token,
        Visitor visitor,
        DeliveryWithdrawal withdrawal,
        PublishedCatalogues catalogues,
        InboxFiles inbox,
        HttpContext context) =>
        await withdrawal.Run(visitor, $"{amt}/{datei}", reason, context.RequestAborted) switch
        {
            DeliveryWithdrawalOutcome.Done => TypedResults.LocalRedirect(
                $"/lieferungen/{amt}?quittung={Uri.EscapeDataString(datei)}#quittung"),
            DeliveryWithdrawalOutcome.NoDelivery => PortalPages.NotFound(context),
            var other => await Withdrawing(
                amt, datei, reason, DeliveriesApi.ProblemOf(other).German.Detail, visitor, catalogues, inbox, context),
        };

    private static async Task<IResult> Withdrawing(
        string amt, string datei, string? reason, string? message, Visitor visitor, PublishedCatalogues catalogues,
        InboxFiles inbox, HttpContext context)
    {
        var departments = DepartmentDesk.Departments(visitor, await catalogues.Load(context.RequestAborted));
        if (departments.FirstOrDefault(each => each.Id.Text == amt) is not { } department
            || await inbox.ReadReceipt($"{amt}/{datei}", context.RequestAborted) is not { IsAccepted: true } receipt)
            return PortalPages.NotFound(context);
        return PortalPages.Page<WithdrawPage>(new
        {
            Frame = PageFrame.Of(context),
            Department = department,
            File = datei,
            Receipt = receipt,
            Reason = reason,
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
}
