using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Web.Portal;

namespace Produktreport.Functions.Web;

/// <summary>The pages people open in a browser.</summary>
public static class PortalRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapPortal(this IEndpointRouteBuilder routes) => routes.MapGet("/", Overview);

    private static async Task<RazorComponentResult<Uebersicht>> Overview(ReportIndex index, CancellationToken cancellation) =>
        new(new { Reports = await index.List(cancellation) });
}
