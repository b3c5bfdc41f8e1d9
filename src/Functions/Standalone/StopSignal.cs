using System.Runtime.InteropServices;

namespace Produktreport.Functions.Standalone;

/// <summary>
/// Hears SIGTERM and Ctrl+C from the first moment on: the web host listens only once it has started, and the first run comes
/// before. What is being written is finished, what is not begun is left for the next start.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    /// <summary>How long running work and downloads may take to end; below the 30 s after which service managers kill.</summary>
    public static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration terminate;
    private readonly PosixSignalRegistration interrupt;

    /// <summary>Starts listening.</summary>
    public StopSignal()
    {
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    }

    /// <summary>Cancelled when the program is to stop.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        terminate.Dispose();
        interrupt.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true; // Not the runtime's way out, which would end the program in the middle of a write.
        source.Cancel();
    }
}
