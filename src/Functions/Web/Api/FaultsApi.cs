using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.IngestFigures;
using Produktreport.Functions.PublishCatalogue;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Api;

/// <summary>What the program gave up on (<c>/api/v1/stoerungen</c>): report jobs and uploads that failed five times.</summary>
public static class FaultsApi
{
    /// <summary>Adds the routes.</summary>
    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/stoerungen", List)
            .WithName("stoerungenAuflisten").WithTags("Betrieb")
            .WithSummary("Was das Programm nach fünf Versuchen aufgegeben hat")
            .ProducesProblem(401).ProducesProblem(403);
        routes.MapPost("/api/v1/stoerungen/{id}/wiederholen", Repeat)
            .WithName("stoerungWiederholen").WithTags("Betrieb")
            .WithSummary("Eine Störung noch einmal versuchen")
            .WithDescription("Ein Berichtsauftrag kommt wieder in die Warteschlange, eine Datei wird sofort noch einmal gelesen. Misslingt das, bleibt die Störung bestehen.")
            .Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        routes.MapDelete("/api/v1/stoerungen/{id}", Dismiss)
            .WithName("stoerungVerwerfen").WithTags("Betrieb")
            .WithSummary("Eine Störung verwerfen")
            .WithDescription("Die Meldung verschwindet. Fehlende Berichte und Lieferungen holt der nächste nächtliche Lauf trotzdem nach.")
            .Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
    }

    // Without a queue nothing is given up: a failed report is tried again with every run.
    private static async Task<Ok<IReadOnlyList<GivenUp>>> List(IServiceProvider services, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<GivenUp>>(services.GetService<PoisonMessages>() is { } poison
            ? [.. (await poison.List(cancellation)).Select(message => new GivenUp(message.Id, KindOf(message), message.Since, message.Text))]
            : []);

    private static Task<IResult> Repeat(string id, Visitor visitor, FaultDesk desk, HttpContext context) => Answer(desk.Repeat(visitor, id), context);

    private static Task<IResult> Dismiss(string id, Visitor visitor, FaultDesk desk, HttpContext context) => Answer(desk.Dismiss(visitor, id), context);

    private static async Task<IResult> Answer(Task<bool> isDone, HttpContext context) => await isDone ? TypedResults.NoContent() : Problem.Of(context, Faults.NotFound);

    private static string KindOf(PoisonMessage message) => message.Queue == QueueReportJobs.PoisonQueueName ? "bericht" : "eingang";
}

/// <summary>Repeats or dismisses what was given up on, with a line in the audit log. What is begun is finished, whether the caller waits or not.</summary>
public sealed class FaultDesk(
    IServiceProvider services, IReportJobs jobs, IngestFiguresFunction ingestFigures, UnnamableUploads unnamable, PublishCatalogueFunction publishCatalogue,
    AuditLog audit, TimeProvider clock)
{
    /// <summary>Tries again.</summary>
    /// <returns>False where there is no such fault.</returns>
    public Task<bool> Repeat(Visitor visitor, string id) => Take(visitor, id, "stoerung-wiederholt", Repeat);

    /// <summary>Forgets it.</summary>
    /// <returns>False where there is no such fault.</returns>
    public Task<bool> Dismiss(Visitor visitor, string id) => Take(visitor, id, "stoerung-verworfen", _ => Task.CompletedTask);

    private async Task<bool> Take(Visitor visitor, string id, string action, Func<PoisonMessage, Task> work)
    {
        if (services.GetService<PoisonMessages>() is not { } poison)
            return false;
        var taken = await poison.Take(id, async message =>
        {
            // First, so that nothing is done that stands nowhere.
            await audit.Append(AuditEntry.Now(clock, visitor, action, message.Queue, message.Text));
            await work(message);
        });
        return taken is not null;
    }

    private async Task Repeat(PoisonMessage message)
    {
        if (ReportJobText.Read(message.Text) is { } job)
            await jobs.Enqueue(job);
        else if (BlobOf(message.Text) is not { } blob)
            return; // Nothing to be done again: it goes.
        else if (blob.Container == Area.Catalogue.FolderName())
            await publishCatalogue.Run();
        else if (FilePath.TryParse(blob.Name, out var upload))
            await ingestFigures.Run(upload);
        else
            await unnamable.Run();
    }

    // As the host's blob extension writes it: {"ContainerName":"eingang","BlobName":"amt/datei.csv",…}.
    private static (string Container, string Name)? BlobOf(string text)
    {
        try
        {
            using var message = JsonDocument.Parse(text);
            return message.RootElement.TryGetProperty("ContainerName", out var container) && message.RootElement.TryGetProperty("BlobName", out var name)
                ? (container.GetString() ?? "", name.GetString() ?? "")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A report job or upload event the program gave up on.</summary>
/// <param name="Id">By which it is repeated or dismissed.</param>
/// <param name="Art"><c>bericht</c> or <c>eingang</c>.</param>
/// <param name="Seit">Since when.</param>
/// <param name="Nachricht">The job or event as it was sent.</param>
public sealed record GivenUp(string Id, string Art, DateTimeOffset? Seit, string Nachricht);
