using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Work;

/// <summary>Repeats or dismisses what was given up on. What is begun is finished, whether the caller waits or not.</summary>
internal sealed class GivenUpWork(
    IGivenUpMessages givenUp, IReportJobs jobs, Ingestion ingestion, UploadJudging judging, ReadingAttempts attempts,
    MissingDeliveries missing, CataloguePublication publication, CatalogueDecisions decisions, OutboxFiles outbox)
{
    /// <summary>Where messages lie that could not be sent.</summary>
    public static readonly string Unsent = Area.Outbox.FolderName();

    private static readonly string Inbox = Area.Inbox.FolderName();

    /// <summary>Whether reports and files wait in queues, so that their messages can be given up on.</summary>
    public bool HasQueue => givenUp.HasQueue;

    /// <summary>
    /// What was given up on, oldest first: messages, uploads whose reading ended the program, deliveries that counted and cannot
    /// be read any more, and what could not be sent. Without a queue there are no messages: a failed report is tried again with
    /// every run.
    /// </summary>
    public async Task<IReadOnlyList<GivenUpMessage>> List(CancellationToken cancellation)
    {
        var messages = await givenUp.List(cancellation);
        var setAside = (await attempts.List(cancellation)).Select(MessageOf);
        var unsent = (await outbox.ListGivenUp(cancellation)).Select(MessageOf);
        var waiting = await decisions.Read(cancellation) is { IsConfirmed: false } decision ? MessageOf(decision) : null;
        return
        [
            .. messages.Concat(setAside).Concat(missing.List().Select(MessageOf)).Concat(unsent).Append(waiting)
                .OfType<GivenUpMessage>().OrderBy(message => message.Since),
        ];
    }

    /// <summary>What a message is about, in German: <c>Bericht 1111, 3. Quartal 2026</c>, <c>Datei amt/datei.csv</c>.</summary>
    public static string Describe(GivenUpMessage message) =>
        message.IsSentence ? message.Text
        : ReportJobText.Read(message.Text) is { } job
            ? $"{(job.Product is { } product ? $"Bericht {product}" : "Gesamtbericht")}, {GermanFormat.Name(job.Period)}"
        : BlobOf(message.Text) is not { } blob ? "Eine Meldung, die das Programm nicht versteht"
        : blob.Container == Area.Catalogue.FolderName() ? $"Katalogdatei {blob.Name}"
        : $"Datei {blob.Name}";

    /// <summary>Tries again.</summary>
    /// <param name="id">Which message.</param>
    /// <param name="record">Called first, so that nothing is done that stands nowhere.</param>
    /// <returns>False where there is no such message.</returns>
    public Task<bool> Repeat(string id, Func<GivenUpMessage, Task> record) =>
        Take(id, record, found => found.Repeat(), Repeat);

    /// <summary>Forgets it.</summary>
    /// <param name="id">Which message.</param>
    /// <param name="record">Called first, so that nothing is done that stands nowhere.</param>
    /// <returns>False where there is no such message.</returns>
    public Task<bool> Dismiss(string id, Func<GivenUpMessage, Task> record) =>
        Take(id, record, found => found.Dismiss(), _ => Task.CompletedTask);

    private async Task<bool> Take(
        string id, Func<GivenUpMessage, Task> record, Func<Waiting, Task> work, Func<GivenUpMessage, Task> workOnMessage)
    {
        if (await Find(id) is { } found)
        {
            await record(found.Message);
            await work(found);
            return true;
        }

        var taken = await givenUp.Take(id, async message =>
        {
            await record(message);
            await workOnMessage(message);
        });
        return taken is not null;
    }

    /// <summary>What lies in no queue; null where there is no such thing.</summary>
    private async Task<Waiting?> Find(string id)
    {
        if (await attempts.SetAside(id) is { } attempt)
            return new Waiting(MessageOf(attempt), () => Repeat(attempt), () => attempts.Dismiss(attempt));
        if ((await outbox.ListGivenUp()).FirstOrDefault(message => message.Id == id) is { } unsent)
            return new Waiting(MessageOf(unsent), () => outbox.Repeat(unsent), () => outbox.Dismiss(unsent));
        if (await decisions.Read() is { IsConfirmed: false } decision && decision.Version == id)
            return new Waiting(MessageOf(decision), PublishAllTheSame, () => Task.CompletedTask);
        return missing.Find(id) is { } stamp
            ? new Waiting(MessageOf(stamp), () => ingestion.RunOutdated(_ => { }), () => judging.GoOnWithout(stamp))
            : null;
    }

    private static GivenUpMessage MessageOf(Outgoing message) =>
        Told(message.Id, Unsent, message.CreatedAt, $"{message.Title}: {message.Fault}");

    // As an event of this file, so that it is described and logged as one.
    private static GivenUpMessage MessageOf(Attempt attempt) => new(
        attempt.Sha256,
        Inbox,
        attempt.Since,
        JsonSerializer.Serialize(new { ContainerName = Inbox, BlobName = attempt.File }, StoredJson.Readable));

    private static GivenUpMessage MessageOf(DeliveryStamp stamp) => Told(
        MissingDeliveries.IdOf(stamp), Inbox, since: null,
        $"Datei {stamp.File} – {MissingDeliveries.Fault}. „Wiederholen“ liest sie noch einmal, „Verwerfen“ fährt ohne ihre Werte "
            + "fort.");

    private static GivenUpMessage MessageOf(CatalogueDecision decision) => Told(
        decision.Version, Area.Catalogue.FolderName(), decision.Since,
        $"Katalogdatei – der geänderte Katalog nähme {decision.Deliveries} angenommenen Lieferungen Werte (siehe Quittung des "
            + "Katalogs) und gilt noch nicht. „Wiederholen“ setzt ihn in Kraft.");

    private static GivenUpMessage Told(string id, string queue, DateTimeOffset? since, string sentence) =>
        new(id, queue, since, sentence) { IsSentence = true };

    private async Task Repeat(Attempt attempt)
    {
        await attempts.Allow(attempt);
        await ingestion.Run(attempt.File);
    }

    private async Task PublishAllTheSame()
    {
        await decisions.Confirm();
        await publication.Run();
    }

    private async Task Repeat(GivenUpMessage message)
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
            await publication.Run();
        else
            await ingestion.Run(blob.Name);
    }

    // As the host's blob extension writes it: {"ContainerName":"eingang","BlobName":"amt/datei.csv",…}.
    private static (string Container, string Name)? BlobOf(string text)
    {
        try
        {
            using var message = JsonDocument.Parse(text);
            return message.RootElement.TryGetProperty("ContainerName", out var container)
                && message.RootElement.TryGetProperty("BlobName", out var name)
                ? (container.GetString() ?? "", name.GetString() ?? "")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Something given up on that lies in no queue.</summary>
    /// <param name="Message">As it is listed.</param>
    /// <param name="Repeat">Tries again.</param>
    /// <param name="Dismiss">Forgets it.</param>
    private sealed record Waiting(GivenUpMessage Message, Func<Task> Repeat, Func<Task> Dismiss);
}
