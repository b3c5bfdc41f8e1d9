using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>Report jobs in Queue Storage, where any number of processes takes them from.</summary>
public sealed class QueueReportJobs : IReportJobs, IDisposable
{
    /// <summary>The queue's name, as in <c>RenderReport/function.json</c>.</summary>
    public const string QueueName = "berichte";

    /// <summary>The queue to which the host moves a message that failed <see cref="TriesBeforePoison"/> times.</summary>
    public const string PoisonQueueName = QueueName + "-poison";

    /// <summary>As <c>maxDequeueCount</c> in host.json.</summary>
    public const int TriesBeforePoison = 5;

    // Poison messages stay readable; a job never gets old: it says what to make, not of which figures.
    private static readonly TimeSpan NoEnd = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue;
    private readonly QueueClient poison;
    private readonly Preparation queues;

    /// <summary>The queue of an account, made where missing.</summary>
    public QueueReportJobs(StorageAccount account)
    {
        queue = account.Queues.GetQueueClient(QueueName);
        poison = account.Queues.GetQueueClient(PoisonQueueName);
        queues = new Preparation(cancellation => Task.WhenAll(
            queue.CreateIfNotExistsAsync(cancellationToken: cancellation), poison.CreateIfNotExistsAsync(cancellationToken: cancellation)));
    }

    /// <inheritdoc/>
    public async Task Enqueue(ReportJob job, CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        await queue.SendMessageAsync(ReportJobText.Write(job), timeToLive: NoEnd, cancellationToken: cancellation);
    }

    /// <summary>Takes up to <paramref name="count"/> jobs, hidden from others for <paramref name="hiddenFor"/>; empty when none waits.</summary>
    public async Task<IReadOnlyList<TakenJob>> Take(int count, TimeSpan hiddenFor, CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        var messages = (await queue.ReceiveMessagesAsync(count, hiddenFor, cancellation)).Value;
        return [.. messages.Select(message => new TakenJob(message))];
    }

    /// <summary>Removes a job that is done.</summary>
    public Task Done(TakenJob taken, CancellationToken cancellation = default) => Remove(taken.Message, cancellation);

    /// <summary>Gives a failed job back; after <see cref="TriesBeforePoison"/> tries it goes to the poison queue, as the host does it.</summary>
    public async Task Failed(TakenJob taken, CancellationToken cancellation = default)
    {
        if (taken.Message.DequeueCount < TriesBeforePoison && taken.Job is not null)
            return;
        await Refuse(taken.Message.Body.ToString(), cancellation);
        await Remove(taken.Message, cancellation);
    }

    /// <summary>Puts a message where failed ones are shown.</summary>
    public async Task Refuse(string message, CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        await poison.SendMessageAsync(message, timeToLive: NoEnd, cancellationToken: cancellation);
    }

    /// <summary>How many jobs wait, roughly.</summary>
    public async Task<int> Count(CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
    }

    /// <inheritdoc/>
    public void Dispose() => queues.Dispose();

    // No error where another process, to which the message was shown again meanwhile, has removed it.
    private async Task Remove(QueueMessage message, CancellationToken cancellation)
    {
        try
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
        }
        catch (global::Azure.RequestFailedException gone) when (gone.Status is 404 or 400)
        {
        }
    }
}

/// <summary>A job taken from the queue.</summary>
/// <param name="Message">The message.</param>
public sealed record TakenJob(QueueMessage Message)
{
    /// <summary>The job; null where the message is none.</summary>
    public ReportJob? Job { get; } = ReportJobText.Read(Message.Body.ToString());
}
