using Microsoft.AspNetCore.Mvc;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Portal.Frame;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal.Search;

/// <summary>The search, as a page and as the part of it that a script shows while somebody types.</summary>
internal static class SearchPages
{
    /// <summary>Adds the route.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/suche", Search);

    private static async Task<IResult> Search([FromQuery(Name = "q")] string? asked, Visitor visitor, ReportSearch search,
        HttpContext context)
    {
        var text = (asked ?? "").Trim();
        if (text.Length > ReportSearch.LongestQuery)
            text = text[..ReportSearch.LongestQuery];
        var answer = await search.Find(visitor, text, context.RequestAborted);
        return context.Request.Query.ContainsKey("teil")
            ? PortalPages.Page<SearchHits>(new { Text = text, Answer = answer })
            : PortalPages.Page<SearchPage>(
                new { Frame = PageFrame.Of(context) with { Search = text }, Text = text, Answer = answer });
    }
}
