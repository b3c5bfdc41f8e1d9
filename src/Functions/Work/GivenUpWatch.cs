namespace Produktreport.Functions.Work;

/// <summary>
/// Counts what was given up on every minute while the process lives, so that the metric is not only as new as the last night.
/// </summary>
internal sealed partial class GivenUpWatch(IGivenUpMessages givenUp, TimeProvider clock, ILogger<GivenUpWatch> log)
    : LastingWork
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task Work(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await givenUp.Count(stopping);
            }
            // A request that took too long is canceled as well, and no reason to stop.
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                NotCounted(log, failure);
            }
        }
    }

    [LoggerMessage(3201, LogLevel.Warning, "What was given up on could not be counted; it is tried again in a minute.")]
    private static partial void NotCounted(ILogger log, Exception failure);
}
