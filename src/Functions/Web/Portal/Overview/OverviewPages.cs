using Microsoft.AspNetCore.Mvc;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Portal.Frame;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal.Overview;

/// <summary>The first page.</summary>
internal static class OverviewPages
{
    /// <summary>Adds the route.</summary>
    public static void MapOverview(this IEndpointRouteBuilder routes) => routes.MapGet("/", Overview);

    private static async Task<IResult> Overview([FromQuery(Name = "jahr")] int? asked, Visitor visitor, ReportShelf shelf,
        Calendar calendar, HttpContext context)
    {
        var reports = await shelf.List(visitor, cancellation: context.RequestAborted);
        var years = reports.Select(report => report.Summary.Period.Year).ToHashSet();
        var year = asked is { } known && years.Contains(known) ? known : years.DefaultIfEmpty(calendar.Today.Year).Max();
        return PortalPages.Page<OverviewPage>(new { Frame = PageFrame.Of(context), Reports = reports, Year = year });
    }
}
