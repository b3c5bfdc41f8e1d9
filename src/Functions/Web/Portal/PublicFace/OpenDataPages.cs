namespace Produktreport.Functions.Web.Portal.PublicFace;

/// <summary>The open data, for people and for harvesters.</summary>
internal static class OpenDataPages
{
    public const string Page = "/offene-daten";

    /// <summary>The description for programs.</summary>
    public const string Description = "/offene-daten.jsonld";

    public static void MapOpenData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Show);
        routes.MapGet(Description, Describe);
    }

    /// <summary>Where a report's figures are downloaded.</summary>
    public static string Download(VisibleReport report, string ending) =>
        $"/api/v1/berichte/{report.Summary.Job.Stem}{ending}";

    private static async Task<IResult> Show(OpenDatasets datasets, CountyInForce county, HttpContext context) =>
        PortalPages.Page<OpenDataPage>(new
        {
            Datasets = await datasets.List(context.RequestAborted),
            Catalogue = await county.Find(),
            Base = BaseOf(context, null),
        });

    private static async Task<IResult> Describe(OpenDatasets datasets, CountyInForce county, HttpContext context)
    {
        var found = await datasets.List(context.RequestAborted);
        if (found.Count == 0 || await county.Find() is not { } catalogue
            || OpenLicence.Of(catalogue.Peers.Licence) is not { } licence)
            return ProblemAnswer.Of(context, Problems.NotFound);
        var description = new OpenDataDescription(BaseOf(context, catalogue), catalogue, licence).Of(found);
        return TypedResults.Text(description.ToJsonString(StoredJson.Indented), "application/ld+json; charset=utf-8");
    }

    // The address the catalogue gives is the one that stays; else the one that was asked.
    private static string BaseOf(HttpContext context, Catalogue? catalogue) =>
        (catalogue?.Notifications?.Portal?.ToString() ?? $"{context.Request.Scheme}://{context.Request.Host}").TrimEnd('/');
}
