using Produktreport.Functions.Web.Audit;

namespace Produktreport.Functions.Web.Portal.Operation;

/// <summary>The audit log of a month.</summary>
internal static class AuditLogPages
{
    public static void MapAuditLogPages(this IEndpointRouteBuilder routes) => routes.MapGet("/protokoll", Log);

    private static async Task<IResult> Log(
        [FromQuery(Name = "monat")] string? monthText,
        [FromQuery(Name = "was")] string? action,
        [FromQuery(Name = "wer")] string? by,
        [FromQuery(Name = "seite")] int? number,
        AuditLog audit,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (!Paging.IsValid(number, size: null))
            return PortalPages.NotFound;
        var newest = Period.Containing(BerlinTime.Day(clock.GetUtcNow()), PeriodKind.Month);
        var month = PeriodText.TryParse(monthText, out var asked) && asked.Kind == PeriodKind.Month ? asked : newest;
        var entries = await audit.Read(month.ToString(), cancellation);
        // A form sends what was not chosen as nothing.
        var filter = new AuditFilter(action is "" ? null : action, by is "" ? null : by);
        return PortalPages.Page<AuditLogPage>(new
        {
            Month = month,
            Newest = newest,
            Shown = AuditPage.Of(entries, filter, number ?? 1),
        });
    }
}
