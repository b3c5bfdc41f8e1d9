using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Web.Api;

/// <summary>What the program gave up on (<c>/api/v1/stoerungen</c>): report jobs and uploads that failed five times.</summary>
internal static class GivenUpApi
{
    public static void MapGivenUp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/stoerungen", List)
            .Named("stoerungenAuflisten", "Betrieb", "Was das Programm nach fünf Versuchen aufgegeben hat")
            .ProducesProblems(401, 403);
        routes.MapPost("/api/v1/stoerungen/{id}/wiederholen", Repeat)
            .Named("stoerungWiederholen", "Betrieb", "Eine Störung noch einmal versuchen")
            .WithDescription(
                "Ein Berichtsauftrag kommt wieder in die Warteschlange, eine Datei wird sofort noch einmal gelesen. Misslingt "
                + "das, bleibt die Störung bestehen.")
            .Produces(204).ProducesProblems(401, 403, 404);
        routes.MapDelete("/api/v1/stoerungen/{id}", Dismiss)
            .Named("stoerungVerwerfen", "Betrieb", "Eine Störung verwerfen")
            .WithDescription(
                "Die Meldung verschwindet. Fehlende Berichte und Lieferungen holt der nächste nächtliche Lauf trotzdem nach.")
            .Produces(204).ProducesProblems(401, 403, 404);
    }

    private static async Task<Ok<IReadOnlyList<GivenUp>>> List(GivenUpWork givenUp, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<GivenUp>>(
            [.. (await givenUp.List(cancellation))
            .Select(message => new GivenUp(message.Id, KindOf(message), message.Since, message.Text))]);

    private static Task<IResult> Repeat(string id, Visitor visitor, GivenUpWork givenUp, AuditLog audit, HttpContext context) =>
        Answer(givenUp.Repeat(id, message => audit.Append(visitor, AuditEntry.Repeated, message)), context);

    private static Task<IResult> Dismiss(string id, Visitor visitor, GivenUpWork givenUp, AuditLog audit, HttpContext context) =>
        Answer(givenUp.Dismiss(id, message => audit.Append(visitor, AuditEntry.Dismissed, message)), context);

    private static async Task<IResult> Answer(Task<bool> isDone, HttpContext context) =>
        await isDone ? TypedResults.NoContent() : ProblemAnswer.Of(context, Problems.NotFound);

    private static string KindOf(GivenUpMessage message) =>
        message.Queue == IReportJobs.GivenUpQueueName ? "bericht" : message.Queue == GivenUpWork.Unsent
            ? "nachricht" : "eingang";
}

/// <summary>A report job or upload event the program gave up on.</summary>
/// <param name="Id">By which it is repeated or dismissed.</param>
/// <param name="Kind"><c>bericht</c>, <c>eingang</c> or <c>nachricht</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Message">The job or event as it was sent.</param>
internal sealed record GivenUp(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("art")] string Kind,
    [property: JsonPropertyName("seit")] DateTimeOffset? Since,
    [property: JsonPropertyName("nachricht")] string Message);
