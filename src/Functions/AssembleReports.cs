using Microsoft.Azure.Functions.Worker;
using Produktreport.Functions.Work;

namespace Produktreport;

/// <summary>Every night: makes up for missed events and enqueues the reports that are due and missing or out of date.</summary>
internal sealed class AssembleReports(Reconciliation reconciliation)
{
    /// <summary>At 3:00 UTC, which is before office hours in Germany all year round.</summary>
    [Function(nameof(AssembleReports))]
    [FixedDelayRetry(3, "00:05:00")]
    public Task Run([TimerTrigger("0 0 3 * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation) =>
        reconciliation.Run(timer.IsPastDue, cancellation);
}
