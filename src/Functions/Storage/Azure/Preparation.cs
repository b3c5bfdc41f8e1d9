using Azure;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>Something done once before the first use of a store, and again where it failed.</summary>
/// <remarks>Where the program may use containers and tables but not make them, they were made with the account.</remarks>
internal sealed class Preparation(Func<CancellationToken, Task> prepare) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile bool isDone;

    public async ValueTask Ensure(CancellationToken cancellation)
    {
        if (isDone)
            return;
        await gate.WaitAsync(cancellation);
        try
        {
            if (!isDone)
                await prepare(cancellation);
            isDone = true;
        }
        catch (RequestFailedException forbidden) when (forbidden.Status == 403)
        {
            isDone = true;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
