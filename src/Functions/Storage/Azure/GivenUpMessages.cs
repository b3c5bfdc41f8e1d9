using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>The queues to which the host moves what failed as often as it tries.</summary>
internal sealed class GivenUpMessages(StorageAccount account) : IGivenUpMessages
{
    /// <summary>Where the host puts blob events.</summary>
    public const string BlobQueueName = "webjobs-blobtrigger-poison";

    // What one look at a queue shows at most.
    private const int Most = 32;

    // Longer than looking through a queue; what is not given back, as the process died, is shown again then.
    private static readonly TimeSpan HiddenFor = TimeSpan.FromSeconds(30);

    public bool HasQueue => true;

    public async Task<int> Count(CancellationToken cancellation = default)
    {
        var counts = await Task.WhenAll(Queues().Select(queue => OrNothing(
            async () => (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount, 0)));
        Measures.GivenUp(counts.Sum());
        return counts.Sum();
    }

    public async Task<IReadOnlyList<GivenUpMessage>> List(CancellationToken cancellation = default)
    {
        await Count(cancellation);
        var all = await Task.WhenAll(Queues().Select(queue => OrNothing(
            async () => (await queue.PeekMessagesAsync(Most, cancellation)).Value
                .Select(message =>
                    new GivenUpMessage(message.MessageId, queue.Name, message.InsertedOn, message.Body.ToString())),
            [])));
        return [.. all.SelectMany(messages => messages)];
    }

    public async Task<GivenUpMessage?> Take(string id, Func<GivenUpMessage, Task> work, CancellationToken cancellation = default)
    {
        foreach (var queue in Queues())
        {
            if (await OrNothing(() => Take(queue, id, work, cancellation), null) is { } taken)
            {
                await Count(cancellation);
                return taken;
            }
        }

        return null;
    }

    private static async Task<GivenUpMessage?> Take(QueueClient queue, string id, Func<GivenUpMessage, Task> work,
        CancellationToken cancellation)
    {
        var others = new List<QueueMessage>();
        try
        {
            while ((await queue.ReceiveMessagesAsync(Most, HiddenFor, cancellation)).Value is { Length: > 0 } messages)
            {
                others.AddRange(messages);
                if (others.Find(message => message.MessageId == id) is not { } asked)
                    continue;
                var found = new GivenUpMessage(id, queue.Name, asked.InsertedOn, asked.Body.ToString());
                await work(found);
                await queue.DeleteMessageAsync(id, asked.PopReceipt, cancellation);
                others.Remove(asked);
                return found;
            }

            return null;
        }
        finally
        {
            foreach (var other in others)
                await queue.UpdateMessageAsync(other.MessageId, other.PopReceipt, visibilityTimeout: TimeSpan.Zero,
                    cancellationToken: CancellationToken.None);
        }
    }

    private IEnumerable<QueueClient> Queues() =>
        ((string[])[IReportJobs.GivenUpQueueName, BlobQueueName]).Select(account.Queues.GetQueueClient);

    // The host makes its queue when it first needs it.
    private static async Task<T> OrNothing<T>(Func<Task<T>> read, T nothing)
    {
        try
        {
            return await read();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return nothing;
        }
    }
}
