namespace Produktreport.Functions.Web.Portal.Search;

/// <summary>The search, as a page and as the part of it that a script shows while somebody types.</summary>
internal static class SearchPages
{
    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/suche", Search);

    private static async Task<IResult> Search(
        [FromQuery(Name = "q")] string? asked, [FromQuery(Name = "teil")] string? part, Visitor visitor, ContentSearch search,
        CancellationToken cancellation)
    {
        var text = (asked ?? "").Trim();
        if (text.Length > ContentSearch.LongestQuery)
            text = text[..ContentSearch.LongestQuery];
        var answer = await search.Find(visitor, text, cancellation);
        return part is not null
            ? PortalPages.Page<SearchHits>(new { Text = text, Answer = answer })
            : PortalPages.Page<SearchPage>(new { Text = text, Answer = answer });
    }
}
