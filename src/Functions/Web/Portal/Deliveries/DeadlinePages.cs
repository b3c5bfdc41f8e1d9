using Microsoft.AspNetCore.Mvc;
using Produktreport.Core.Periods;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Portal.Frame;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>Which figures are due, and which are there.</summary>
internal static class DeadlinePages
{
    /// <summary>Adds the route.</summary>
    public static void MapDeadlines(this IEndpointRouteBuilder routes) => routes.MapGet("/fristen", Deadlines);

    private static async Task<IResult> Deadlines(
        [FromQuery(Name = "zeitraum")] string? asked, Visitor visitor, PeriodStatusReader reader, HttpContext context)
    {
        var periods = await reader.Periods(context.RequestAborted);
        var chosen = asked is null
            ? await reader.Due(periods, visitor, context.RequestAborted)
            : periods.FirstOrDefault(info => info.Period == asked);
        return chosen is not null
            && await reader.Read(PeriodText.Parse(chosen.Period), visitor, context.RequestAborted) is { } status
            ? PortalPages.Page<DeadlinesPage>(new { Frame = PageFrame.Of(context), Status = status, Periods = periods })
            : PortalPages.NotFound(context);
    }
}
