using Azure;
using Azure.Storage.Queues;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>What was given up on: report jobs and blob events that failed as often as the host tries.</summary>
public sealed class PoisonMessages(StorageAccount account)
{
    /// <summary>Where the host puts blob events.</summary>
    public const string BlobQueueName = "webjobs-blobtrigger-poison";

    // What one look at a queue shows at most.
    private const int Most = 32;

    /// <summary>How many there are, roughly.</summary>
    public async Task<int> Count(CancellationToken cancellation = default)
    {
        var counts = await Task.WhenAll(Queues().Select(queue => OrNothing(
            async () => (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount, 0)));
        return counts.Sum();
    }

    /// <summary>Up to 32 of each kind; they stay where they are.</summary>
    public async Task<IReadOnlyList<PoisonMessage>> List(CancellationToken cancellation = default)
    {
        var all = await Task.WhenAll(Queues().Select(queue => OrNothing(
            async () => (await queue.PeekMessagesAsync(Most, cancellation)).Value
                .Select(message => new PoisonMessage(queue.Name, message.InsertedOn, message.Body.ToString())),
            [])));
        return [.. all.SelectMany(messages => messages)];
    }

    private IEnumerable<QueueClient> Queues() =>
        ((string[])[QueueReportJobs.PoisonQueueName, BlobQueueName]).Select(account.Queues.GetQueueClient);

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

/// <summary>An event or job given up on.</summary>
/// <param name="Queue">The queue it lies in.</param>
/// <param name="Since">When it was put there.</param>
/// <param name="Text">The message as it was.</param>
public sealed record PoisonMessage(string Queue, DateTimeOffset? Since, string Text);
