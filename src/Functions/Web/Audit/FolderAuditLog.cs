using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Produktreport.Functions.Web.Audit;

/// <summary>The audit log as files that are appended to.</summary>
/// <param name="folder">The folder of the monthly files; made where missing.</param>
public sealed class FolderAuditLog(string folder) : IAuditLog, IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ConcurrentQueue<AuditEntry> waiting = new();

    /// <inheritdoc/>
    public async Task Append(AuditEntry entry, CancellationToken cancellation = default)
    {
        waiting.Enqueue(entry);
        await writing.WaitAsync(CancellationToken.None);
        try
        {
            // Lines that waited for each other are written together; whoever finds none left knows that its own is written.
            while (waiting.TryPeek(out var first))
                await Write(first.Month);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AuditEntry>> Read(string month, int most, CancellationToken cancellation = default) =>
        File.Exists(PathOf(month)) ? AuditEntry.Last(await File.ReadAllTextAsync(PathOf(month), cancellation), most) : [];

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    // Taken off the queue only when they are written: where that fails, the next one tries again.
    private async Task Write(string month)
    {
        Directory.CreateDirectory(folder);
        var lines = waiting.TakeWhile(entry => entry.Month == month).ToList();
        await using var file = new FileStream(PathOf(month), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await file.WriteAsync(lines.SelectMany(entry => entry.ToLine()).ToArray(), CancellationToken.None);
        for (var index = 0; index < lines.Count; index++)
            waiting.TryDequeue(out _);
    }

    private string PathOf(string month) => Path.Combine(folder, month + ".jsonl");
}
