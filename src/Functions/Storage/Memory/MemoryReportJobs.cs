using System.Threading.Channels;

namespace Produktreport.Functions.Storage.Memory;

/// <summary>Jobs in the process itself. Lost with it, which loses nothing: the next start finds the same reports missing.</summary>
public sealed class MemoryReportJobs : IReportJobs
{
    private readonly Channel<ReportJob> jobs = Channel.CreateUnbounded<ReportJob>();

    /// <inheritdoc/>
    public Task Enqueue(ReportJob job, CancellationToken cancellation = default) => jobs.Writer.WriteAsync(job, cancellation).AsTask();

    /// <summary>Takes all jobs that wait now.</summary>
    public IReadOnlyList<ReportJob> Drain()
    {
        var waiting = new List<ReportJob>();
        while (jobs.Reader.TryRead(out var job))
            waiting.Add(job);
        return waiting;
    }
}
