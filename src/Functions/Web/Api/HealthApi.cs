namespace Produktreport.Functions.Web.Api;

/// <summary>
/// For load balancers and monitoring. Says nothing about what is wrong, only that something is; the log has the rest.
/// </summary>
internal static partial class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new HealthState("lebt")))
            .Named("lebt", "Betrieb", "Ob das Programm läuft").Produces<HealthState>();
        routes.MapGet("/health/ready", Ready)
            .Named("bereit", "Betrieb", "Ob Speicher und Katalog erreichbar sind")
            .Produces<HealthState>().Produces<HealthState>(503);
    }

    private static async Task<IResult> Ready(IFileStore files, PublishedCatalogues catalogues, ILogger<HealthState> log,
        HttpContext context)
    {
        try
        {
            await files.Open(Area.Reports, FilePath.Of("bereit"), context.RequestAborted);
            var isReady = (await catalogues.Years(context.RequestAborted)).Count > 0;
            return isReady ? TypedResults.Ok(new HealthState("bereit")) : NotReady();
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            StorageFailed(log, failure);
            return NotReady();
        }
    }

    private static Microsoft.AspNetCore.Http.HttpResults.JsonHttpResult<HealthState> NotReady() =>
        TypedResults.Json(new HealthState("nicht bereit"), statusCode: StatusCodes.Status503ServiceUnavailable);

    [LoggerMessage(4002, LogLevel.Error, "The storage cannot be read.")]
    private static partial void StorageFailed(ILogger log, Exception failure);
}

/// <summary>How the program is.</summary>
/// <param name="Status"><c>lebt</c>, <c>bereit</c> or <c>nicht bereit</c>.</param>
internal sealed record HealthState(string Status);
