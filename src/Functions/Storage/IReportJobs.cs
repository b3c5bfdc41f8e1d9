using System.Collections.Frozen;

namespace Produktreport.Functions.Storage;

/// <summary>One report to be made: of a product, or the combined one.</summary>
/// <param name="Period">The period reported.</param>
/// <param name="Product">The product; null for the combined report (Gesamtbericht).</param>
public sealed record ReportJob(Period Period, ProductNumber? Product)
{
    /// <summary>The name of the combined report.</summary>
    public const string Combined = "gesamt";

    /// <summary>The file name without ending: the product's number, or <c>gesamt</c>.</summary>
    public string Name => Product?.Text ?? Combined;

    /// <summary>The path of its files without ending: <c>2026-Q3/1111</c>.</summary>
    public string Stem => $"{Period}/{Name}";
}

/// <summary>
/// Where jobs wait. Two implementations: Queue Storage and memory. A job can come twice; rendering it again changes nothing.
/// </summary>
internal interface IReportJobs
{
    /// <summary>The queue's name, to which the function <c>RenderReport</c> is bound.</summary>
    const string QueueName = "berichte";

    /// <summary>The queue to which the host moves a message that failed too often.</summary>
    const string GivenUpQueueName = QueueName + "-poison";

    /// <summary>Adds a job.</summary>
    Task Enqueue(ReportJob job, CancellationToken cancellation = default);

    /// <summary>Takes jobs, which nobody else gets meanwhile; empty when none waits.</summary>
    Task<IReadOnlyList<TakenJob>> Take(CancellationToken cancellation = default);

    /// <summary>Removes a job that is done.</summary>
    Task Done(TakenJob taken, CancellationToken cancellation = default);

    /// <summary>
    /// Gives back a job that failed, to be tried again later; too often failed, it is put where somebody looks after it.
    /// </summary>
    /// <param name="taken">The job.</param>
    /// <param name="reason">Why it failed.</param>
    /// <param name="cancellation">Stops before anything is done.</param>
    /// <exception cref="ReportFailedException">The Functions host took the job, and is told so: it counts the tries.</exception>
    Task Failed(TakenJob taken, string reason, CancellationToken cancellation = default);

    /// <summary>Puts a message that is no job where somebody looks after it.</summary>
    Task Refuse(string message, CancellationToken cancellation = default);

    /// <summary>Puts back a job that waits for others.</summary>
    /// <returns>False where it has waited often enough: it is then to be taken as failed.</returns>
    Task<bool> PutBack(TakenJob taken, CancellationToken cancellation = default);

    /// <summary>The jobs that failed too often and that nobody has looked after yet.</summary>
    Task<FrozenSet<ReportJob>> GivenUp(CancellationToken cancellation = default);
}

/// <summary>A job that was taken.</summary>
/// <param name="Job">The job.</param>
/// <param name="Tries">How often it was taken so far.</param>
/// <param name="Waits">How often it was put back.</param>
/// <param name="SentAt">When it was enqueued; null where that is not known.</param>
/// <param name="Ticket">By which its queue knows it. Opaque. Null where the Functions host took it, which removes it
/// itself.</param>
internal sealed record TakenJob(
    ReportJob Job, long Tries = 1, int Waits = 0, DateTimeOffset? SentAt = null, object? Ticket = null);

/// <summary>A report could not be made; the Functions host is to try again.</summary>
internal sealed class ReportFailedException(string message) : Exception(message);
