using Microsoft.Net.Http.Headers;

namespace Produktreport.Functions.Web.Portal.PublicFace;

/// <summary>What the county says of itself: its texts and its arms.</summary>
internal static class FacePages
{
    public static void MapFace(this IEndpointRouteBuilder routes)
    {
        foreach (var page in FaceLinks.All)
            routes.MapGet(page.Address, (CountyInForce county) => Text(page, county));
        routes.MapGet(Arms.Address, ShowArms);
    }

    private static async Task<IResult> Text(FaceLink page, CountyInForce county) =>
        await county.Find() is { } catalogue && page.Text(catalogue.Face) is { } text
            ? PortalPages.Page<FacePage>(new { page.Title, Parts = FaceText.Of(text).ToList() })
            : PortalPages.NotFound;

    private static async Task<IResult> ShowArms(CountyInForce county, HttpContext context)
    {
        if ((await county.Find())?.Logo is not { } logo)
            return PortalPages.NotFound;
        var (content, type) = Arms.File(logo);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{logo.Sha256[..16]}\""));
    }
}
