using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Outbox;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>An outbox and what sends from it, over any files, with a clock that tests move.</summary>
internal sealed class Post : IDisposable
{
    public Post(IFileStore files, MessageSettings settings, MovedClock? clock = null, IPAddress? target = null)
    {
        Clock = clock ?? new MovedClock(new DateTimeOffset(2026, 11, 23, 8, 0, 0, default));
        Outbox = new OutboxFiles(files, new Calendar(Clock, given: null), Clock, NullLogger<OutboxFiles>.Instance);
        Webhook = target is null ? new Webhook(settings, Clock) : new Webhook(settings, Clock)
        {
            LookUp = (_, _) => Task.FromResult<IPAddress[]>([target]),
        };
        Dispatch = new Dispatch(Outbox, settings, Webhook, Clock, NullLogger<Dispatch>.Instance);
    }

    public MovedClock Clock { get; }

    public OutboxFiles Outbox { get; }

    public Webhook Webhook { get; }

    public Dispatch Dispatch { get; }

    /// <summary>A mail to somebody; what it says is its key.</summary>
    public Outgoing.Mail Mail(string to, string key = "a", string? list = null) =>
        new($"id-{key}-{to.Split('@')[0]}", to, [$"{key} {to}"], Clock.GetUtcNow())
        {
            From = "berichte@kreis.example",
            AnswersTo = "controlling@kreis.example",
            List = list,
            Subject = $"Über „{key}“",
            Plain = "Grüße",
            Html = "<p>Grüße</p>",
            Enclosures = [new Enclosure("größe.txt", "text/plain", [1, 2, 3])],
        };

    public Task Put(Outgoing message) => Outbox.Put(message, Cancellation);

    public Task<IReadOnlyList<Dispatched>> Run() => Dispatch.Run(Cancellation);

    public Task<IReadOnlyList<StoredMessage>> Waiting() => Outbox.ListWaiting(Cancellation);

    public Task<IReadOnlyList<Outgoing>> GivenUp() => Outbox.ListGivenUp(Cancellation);

    public Task<HashSet<string>> Told() => Outbox.Told(Cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Webhook.Dispose();
}
