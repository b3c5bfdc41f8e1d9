using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Threading.Channels;

namespace Produktreport.Functions.Storage.Local;

/// <summary>
/// Jobs in the process itself. Lost with it, which loses nothing: the next start finds the same reports missing.
/// </summary>
internal sealed class MemoryReportJobs : IReportJobs
{
    private readonly Channel<ReportJob> jobs = Channel.CreateUnbounded<ReportJob>();
    private readonly ConcurrentDictionary<ReportJob, bool> givenUp = new();

    public Task Enqueue(ReportJob job, CancellationToken cancellation = default) => jobs.Writer.WriteAsync(job, cancellation)
        .AsTask();

    /// <summary>All jobs that wait now.</summary>
    public Task<IReadOnlyList<TakenJob>> Take(CancellationToken cancellation = default)
    {
        var waiting = new List<TakenJob>();
        while (jobs.Reader.TryRead(out var job))
            waiting.Add(new TakenJob(job));
        return Task.FromResult<IReadOnlyList<TakenJob>>(waiting);
    }

    public Task Done(TakenJob taken, CancellationToken cancellation = default)
    {
        givenUp.TryRemove(taken.Job, out _);
        return Task.CompletedTask;
    }

    /// <summary>Given up at once: the next run finds the same report missing.</summary>
    public Task Failed(TakenJob taken, string reason, CancellationToken cancellation = default)
    {
        givenUp[taken.Job] = true;
        return Task.CompletedTask;
    }

    /// <summary>Nothing: only jobs come in.</summary>
    public Task Refuse(string message, CancellationToken cancellation = default) => Task.CompletedTask;

    /// <summary>Nothing, as nobody else works on what it waits for: the next run finds all of it.</summary>
    public Task<bool> PutBack(TakenJob taken, CancellationToken cancellation = default) => Task.FromResult(true);

    public Task<FrozenSet<ReportJob>> GivenUp(CancellationToken cancellation = default) =>
        Task.FromResult(givenUp.Keys.ToFrozenSet());
}
