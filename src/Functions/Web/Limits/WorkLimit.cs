using System.Threading.RateLimiting;

namespace Produktreport.Functions.Web.Limits;

/// <summary>
/// Room for work that takes a core or much memory: so much at a time, so much in line, and nobody in line longer than a while.
/// </summary>
/// <param name="count">How much at a time.</param>
/// <param name="mostWaiting">How much in line.</param>
/// <param name="patience">How long one waits.</param>
internal sealed class WorkLimit(int count, int mostWaiting, TimeSpan patience) : IDisposable
{
    /// <summary>After which time whoever found no place may try again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly ConcurrencyLimiter limiter =
        new(new ConcurrencyLimiterOptions
        {
            PermitLimit = count,
            QueueLimit = mostWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });

    /// <summary>A place until it is disposed; null where none became free.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IDisposable?> Take(CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        try
        {
            var lease = await limiter.AcquireAsync(1, waiting.Token);
            return lease.IsAcquired ? lease : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => limiter.Dispose();
}
