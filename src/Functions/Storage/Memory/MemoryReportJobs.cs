using System.Threading.Channels;

namespace Produktreport.Functions.Storage.Memory;

/// <summary>Jobs in the process itself. Lost with it, which loses nothing: the next start finds the same reports missing.</summary>
public sealed class MemoryReportJobs : IReportJobs
{
    private readonly Channel<ReportJob> jobs = Channel.CreateUnbounded<ReportJob>();

    /// <inheritdoc/>
    public Task Enqueue(ReportJob job, CancellationToken cancellation = default) => jobs.Writer.WriteAsync(job, cancellation).AsTask();

    /// <summary>All jobs that wait now.</summary>
    public Task<IReadOnlyList<TakenJob>> Take(CancellationToken cancellation = default)
    {
        var waiting = new List<TakenJob>();
        while (jobs.Reader.TryRead(out var job))
            waiting.Add(new TakenJob(job));
        return Task.FromResult<IReadOnlyList<TakenJob>>(waiting);
    }

    /// <inheritdoc/>
    public Task Done(TakenJob taken, CancellationToken cancellation = default) => Task.CompletedTask;

    /// <summary>Nothing: the next run finds the same report missing.</summary>
    public Task Failed(TakenJob taken, CancellationToken cancellation = default) => Task.CompletedTask;
}
