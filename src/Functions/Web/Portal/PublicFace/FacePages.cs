using Microsoft.Net.Http.Headers;
using Produktreport.Core.Catalogues;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Web.Portal.Frame;

namespace Produktreport.Functions.Web.Portal.PublicFace;

/// <summary>What the county says of itself: its texts and its arms.</summary>
internal static class FacePages
{
    /// <summary>Adds the routes.</summary>
    public static void MapFace(this IEndpointRouteBuilder routes)
    {
        foreach (var page in FaceLinks.All)
            routes.MapGet(page.Address, (CountyInForce county, HttpContext context) => Text(page, county, context));
        routes.MapGet(Arms.Address, ShowArms);
    }

    private static async Task<IResult> Text(FaceLink page, CountyInForce county, HttpContext context) =>
        await county.Find() is { } catalogue && page.Text(catalogue.Face) is { } text
            ? PortalPages.Page<FacePage>(new { Frame = PageFrame.Of(context), page.Title, Parts = FaceText.Of(text).ToList() })
            : PortalPages.NotFound(context);

    private static async Task<IResult> ShowArms(CountyInForce county, HttpContext context)
    {
        if ((await county.Find())?.Logo is not { } logo)
            return PortalPages.NotFound(context);
        var (content, type) = Arms.File(logo);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{logo.Sha256[..16]}\""));
    }
}
