namespace Produktreport.Functions.Operation;

/// <summary>Work that lasts as long as the process, and ends quietly with it.</summary>
internal abstract class LastingWork : BackgroundService
{
    /// <summary>Works until it is told to stop.</summary>
    protected abstract Task Work(CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Work(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is let go without being stopped would take it for a failure.
        }
    }
}
