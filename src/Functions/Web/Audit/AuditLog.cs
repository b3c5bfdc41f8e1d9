namespace Produktreport.Functions.Web.Audit;

/// <summary>
/// Who did what, in <c>protokoll/{jahr}-{monat}.jsonl</c>: uploads, releases, downloads of drafts, sign-ins. Lines are only ever
/// added, in the order in which they came; those that wait for each other are written together.
/// </summary>
internal sealed partial class AuditLog(IFileStore files, TimeProvider clock, ILogger<AuditLog> log) : IAsyncDisposable
{
    /// <summary>How long a noted line may wait for others.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    /// <summary>How many lines may wait.</summary>
    public const int MostWaiting = 1_000;

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock gate = new();
    private readonly Queue<AuditEntry> waiting = new();
    private readonly CancellationTokenSource stopping = new();
    private Task later = Task.CompletedTask;
    private bool isGathering;
    private volatile bool isFailing;

    /// <summary>Adds a line; when it returns, the line is written.</summary>
    /// <exception cref="IOException">It could not be written; it stays in line and is tried again.</exception>
    public Task Append(AuditEntry entry)
    {
        lock (gate)
            waiting.Enqueue(entry);
        return Flush();
    }

    /// <summary>Adds the line that somebody decides about what was given up on.</summary>
    public Task Append(Visitor visitor, string action, GivenUpMessage message) =>
        Append(AuditEntry.Now(clock, visitor, action, message.Queue, message.Text));

    /// <summary>
    /// Adds a line that is written soon: together with others, within <see cref="Gathering"/>, at the latest when the program
    /// stops. Where the log cannot be written, or too many lines wait, as <see cref="Append(AuditEntry)"/>: nothing goes on
    /// without its line.
    /// </summary>
    public Task Note(AuditEntry entry)
    {
        lock (gate)
        {
            waiting.Enqueue(entry);
            if (!isFailing && waiting.Count <= MostWaiting)
            {
                if (!isGathering)
                    (later, isGathering) = (FlushLater(), true);
                return Task.CompletedTask;
            }
        }

        return Flush();
    }

    /// <summary>The lines of a month, latest first, with those that still waited.</summary>
    /// <param name="month">The month's name, <c>2026-11</c>.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ImmutableArray<AuditEntry>> Read(string month, CancellationToken cancellation = default)
    {
        await Flush();
        return [.. StoredJson.ReadLines<AuditEntry>(await files.ReadLines(Area.AuditLog, month, cancellation)).Reverse()];
    }

    /// <summary>Writes what still waits.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await later;
        await Flush();
        writing.Dispose();
        stopping.Dispose();
    }

    private async Task FlushLater()
    {
        await Task.Delay(Gathering, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
            isGathering = false;
        try
        {
            await Flush();
        }
        catch (Exception failure)
        {
            // The lines stay; from now on whoever adds one waits for it, and is told.
            NotWritten(log, failure);
        }
    }

    private async Task Flush()
    {
        await writing.WaitAsync();
        try
        {
            // Whoever finds none left knows that its own is written.
            while (Next() is { Count: > 0 } lines)
                await Write(lines);
            isFailing = false;
        }
        catch (Exception)
        {
            isFailing = true;
            throw;
        }
        finally
        {
            writing.Release();
        }
    }

    // Those of one month, which share a file.
    private List<AuditEntry> Next()
    {
        lock (gate)
            return [.. waiting.TakeWhile(entry => entry.Month == waiting.Peek().Month)];
    }

    // Taken off the queue only when they are written: where that fails, the next one tries again.
    private async Task Write(List<AuditEntry> lines)
    {
        using var bytes = new MemoryStream();
        lines.ForEach(entry => bytes.Write(entry.ToLine()));
        await files.AppendTo(Area.AuditLog, lines[0].Month, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        lock (gate)
        {
            foreach (var _ in lines)
                waiting.Dequeue();
        }
    }

    [LoggerMessage(4004, LogLevel.Error, "The audit log cannot be written.")]
    private static partial void NotWritten(ILogger log, Exception failure);
}
