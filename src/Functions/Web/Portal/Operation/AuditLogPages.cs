using Microsoft.AspNetCore.Mvc;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Functions.Web.Answers;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Portal.Frame;

namespace Produktreport.Functions.Web.Portal.Operation;

/// <summary>The audit log of a month.</summary>
internal static class AuditLogPages
{
    /// <summary>Adds the route.</summary>
    public static void MapAuditLogPages(this IEndpointRouteBuilder routes) => routes.MapGet("/protokoll", Log);

    private static async Task<IResult> Log(
        [FromQuery(Name = "monat")] string? monthText,
        [FromQuery(Name = "was")] string? action,
        [FromQuery(Name = "wer")] string? by,
        [FromQuery(Name = "seite")] int? number,
        AuditLog audit,
        TimeProvider clock,
        HttpContext context)
    {
        if (!Paging.IsValid(number, size: null))
            return PortalPages.NotFound(context);
        var newest = Period.Containing(BerlinTime.Day(clock.GetUtcNow()), PeriodKind.Month);
        var month = PeriodText.TryParse(monthText, out var asked) && asked.Kind == PeriodKind.Month ? asked : newest;
        var entries = await audit.Read(month.ToString(), int.MaxValue, context.RequestAborted);
        // A form sends what was not chosen as nothing.
        var filter = new AuditFilter(action is "" ? null : action, by is "" ? null : by);
        return PortalPages.Page<AuditLogPage>(new
        {
            Frame = PageFrame.Of(context),
            Month = month,
            Newest = newest,
            Shown = AuditPage.Of(entries, filter, number ?? 1),
        });
    }
}
