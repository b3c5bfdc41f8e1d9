using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Web.Api;

/// <summary>What the program gave up on (<c>/api/v1/stoerungen</c>): report jobs and uploads that failed five times.</summary>
public static class FaultsApi
{
    /// <summary>Adds the route.</summary>
    public static void MapFaults(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/stoerungen", List)
        .WithName("stoerungenAuflisten").WithTags("Betrieb")
        .WithSummary("Was das Programm nach fünf Versuchen aufgegeben hat")
        .ProducesProblem(401).ProducesProblem(403);

    // Without a queue nothing is given up: a failed report is tried again with every run.
    private static async Task<Ok<IReadOnlyList<GivenUp>>> List(IServiceProvider services, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<GivenUp>>(services.GetService<PoisonMessages>() is { } poison
            ? [.. (await poison.List(cancellation)).Select(message => new GivenUp(KindOf(message), message.Since, message.Text))]
            : []);

    private static string KindOf(PoisonMessage message) => message.Queue == QueueReportJobs.PoisonQueueName ? "bericht" : "eingang";
}

/// <summary>A report job or upload event the program gave up on.</summary>
/// <param name="Art"><c>bericht</c> or <c>eingang</c>.</param>
/// <param name="Seit">Since when.</param>
/// <param name="Nachricht">The job or event as it was sent.</param>
public sealed record GivenUp(string Art, DateTimeOffset? Seit, string Nachricht);
