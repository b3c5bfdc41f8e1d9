using System.Text.Json;
using Produktreport.Core.German;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Work;

/// <summary>Repeats or dismisses what was given up on, with a line in the audit log. What is begun is finished, whether the caller waits or not.</summary>
public sealed class FaultDesk(
    IServiceProvider services, IReportJobs jobs, Ingestion ingestion, CataloguePublication publishCatalogue,
    AuditLog audit, TimeProvider clock)
{
    /// <summary>What was given up on, oldest first. Without a queue nothing is: a failed report is tried again with every run.</summary>
    public async Task<IReadOnlyList<PoisonMessage>> List(CancellationToken cancellation) => services.GetService<PoisonMessages>() is { } poison
        ? [.. (await poison.List(cancellation)).OrderBy(message => message.Since)]
        : [];

    /// <summary>What a message is about, in German: <c>Bericht 1111, 3. Quartal 2026</c>, <c>Datei amt/datei.csv</c>.</summary>
    public static string Describe(PoisonMessage message) =>
        ReportJobText.Read(message.Text) is { } job ? $"{(job.Product is { } product ? $"Bericht {product}" : "Gesamtbericht")}, {GermanFormat.Name(job.Period)}"
        : BlobOf(message.Text) is not { } blob ? "Eine Meldung, die das Programm nicht versteht"
        : blob.Container == Area.Catalogue.FolderName() ? $"Katalogdatei {blob.Name}"
        : $"Datei {blob.Name}";

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
        {
            await jobs.Enqueue(job);
            // It names the part as missing; it waits for the part by itself.
            if (job.Product is not null)
                await jobs.Enqueue(new ReportJob(job.Period, Product: null));
        }
        else if (BlobOf(message.Text) is not { } blob)
            return; // Nothing to be done again: it goes.
        else if (blob.Container == Area.Catalogue.FolderName())
            await publishCatalogue.Run();
        else
            await ingestion.Run(blob.Name);
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
