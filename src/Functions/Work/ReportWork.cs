namespace Produktreport.Functions.Work;

/// <summary>Makes the reports of jobs, and decides what becomes of a job then, whoever took it from the queue.</summary>
internal sealed partial class ReportWork(ReportRendering rendering, IReportJobs jobs, TimeProvider clock, ILogger<ReportWork> log)
{
    /// <summary>Works on a message that the Functions host took from the queue.</summary>
    /// <param name="message">The message, whatever it is.</param>
    /// <param name="sentAt">When it was put there; null where that is not known.</param>
    /// <param name="cancellation">Stops the work; the job is not done then.</param>
    /// <exception cref="ReportFailedException">The report could not be made; the host is to try again.</exception>
    public async Task Run(string message, DateTimeOffset? sentAt, CancellationToken cancellation = default)
    {
        if (sentAt is { } sent)
            Measures.Waited(clock.GetUtcNow() - sent);
        if (ReportJobText.Taken(message) is { } taken)
        {
            await Run(taken, cancellation);
            return;
        }

        // No repetition makes it a job: it is put where somebody sees it.
        NotUnderstood(log);
        await jobs.Refuse(message, cancellation);
    }

    /// <summary>Works on a job.</summary>
    public async Task<ReportOutcome> Run(TakenJob taken, CancellationToken cancellation = default)
    {
        var outcome = await rendering.Run(taken.Job, cancellation);
        if (outcome is ReportOutcome.Waiting && await jobs.PutBack(taken, cancellation))
            return outcome;
        await (ReasonOfFailure(outcome) is { } reason
            ? jobs.Failed(taken, reason, cancellation)
            : jobs.Done(taken, cancellation));
        return outcome;
    }

    private static string? ReasonOfFailure(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Failed failed => failed.Reason,
        ReportOutcome.Waiting waiting => $"not made yet are {string.Join(", ", waiting.Parts)}.",
        _ => null,
    };

    [LoggerMessage(3002, LogLevel.Warning, "A message of the queue is no report job; it is put where it is shown.")]
    private static partial void NotUnderstood(ILogger log);
}
