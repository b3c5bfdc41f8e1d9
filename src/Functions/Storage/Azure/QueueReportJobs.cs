using System.Collections.Frozen;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>Report jobs in Queue Storage, where any number of processes takes them from.</summary>
internal sealed class QueueReportJobs : IReportJobs, IDisposable
{
    /// <summary>As <c>maxDequeueCount</c> in host.json.</summary>
    public const int TriesBeforeGivingUp = 5;

    // Messages given up on stay readable; a job never gets old: it says what to make, not of which figures.
    private static readonly TimeSpan NoEnd = TimeSpan.FromSeconds(-1);

    private const int MostAtOnce = 32;

    // Longer than rendering all that was taken; shown to others again where the process died.
    private static readonly TimeSpan HiddenFor = TimeSpan.FromMinutes(5);

    // About half an hour: 1, 2, 4 … 64 seconds, then a minute and four seconds each.
    private const int MostWaits = 30;
    private const int LongestDelaySeconds = 64;

    private readonly QueueClient queue;
    private readonly QueueClient givenUp;
    private readonly Preparation queues;

    /// <summary>The queue of an account, made where missing.</summary>
    public QueueReportJobs(StorageAccount account)
    {
        queue = account.Queues.GetQueueClient(IReportJobs.QueueName);
        givenUp = account.Queues.GetQueueClient(IReportJobs.GivenUpQueueName);
        queues = new Preparation(cancellation => Task.WhenAll(
            queue.CreateIfNotExistsAsync(cancellationToken: cancellation),
            givenUp.CreateIfNotExistsAsync(cancellationToken: cancellation)));
    }

    public async Task Enqueue(ReportJob job, CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        await queue.SendMessageAsync(ReportJobText.Write(job), timeToLive: NoEnd, cancellationToken: cancellation);
    }

    /// <summary>Up to 32 jobs, hidden from others for a while. What is no job goes where jobs given up on lie at once.</summary>
    public async Task<IReadOnlyList<TakenJob>> Take(CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        var taken = new List<TakenJob>();
        foreach (var message in (await queue.ReceiveMessagesAsync(MostAtOnce, HiddenFor, cancellation)).Value)
        {
            if (ReportJobText.Taken(message.Body.ToString()) is { } job)
                taken.Add(job with { Tries = message.DequeueCount, SentAt = message.InsertedOn, Ticket = message });
            else
                await GiveUp(message, cancellation);
        }

        return taken;
    }

    public Task Done(TakenJob taken, CancellationToken cancellation = default) =>
        taken.Ticket is QueueMessage message ? Remove(message, cancellation) : Task.CompletedTask;

    /// <summary>
    /// The job is shown again after a while; after <see cref="TriesBeforeGivingUp"/> tries it goes where jobs given up on lie, as
    /// the host does it.
    /// </summary>
    public Task Failed(TakenJob taken, string reason, CancellationToken cancellation = default) =>
        taken.Ticket is not QueueMessage message
            ? throw new ReportFailedException($"{taken.Job.Stem}: {reason}")
        : taken.Tries < TriesBeforeGivingUp ? Task.CompletedTask
        : GiveUp(message, cancellation);

    public async Task<bool> PutBack(TakenJob taken, CancellationToken cancellation = default)
    {
        if (taken.Waits >= MostWaits)
            return false;
        await queues.Ensure(cancellation);
        await queue.SendMessageAsync(ReportJobText.Write(taken.Job, taken.Waits + 1), DelayAfter(taken.Waits), NoEnd,
            cancellation);
        await Done(taken, cancellation);
        return true;
    }

    /// <summary>The jobs given up on, of which one look shows 32.</summary>
    public async Task<FrozenSet<ReportJob>> GivenUp(CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        var messages = (await givenUp.PeekMessagesAsync(MostAtOnce, cancellation)).Value;
        return messages.Select(message => ReportJobText.Read(message.Body.ToString())).OfType<ReportJob>().ToFrozenSet();
    }

    public async Task Refuse(string message, CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        await givenUp.SendMessageAsync(message, timeToLive: NoEnd, cancellationToken: cancellation);
    }

    /// <summary>How many jobs wait, roughly.</summary>
    public async Task<int> Count(CancellationToken cancellation = default)
    {
        await queues.Ensure(cancellation);
        return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
    }

    public void Dispose() => queues.Dispose();

    private static TimeSpan DelayAfter(int waits) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, waits), LongestDelaySeconds));

    private async Task GiveUp(QueueMessage message, CancellationToken cancellation)
    {
        await Refuse(message.Body.ToString(), cancellation);
        await Remove(message, cancellation);
    }

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
