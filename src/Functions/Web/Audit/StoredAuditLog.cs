using System.Collections.Immutable;
using System.Text;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web.Audit;

/// <summary>
/// The audit log in a file store. A file is written whole, over exactly the version that was read, so that instances beside each
/// other lose no line; lines that wait for each other are written together.
/// </summary>
public sealed class StoredAuditLog(IFileStore files) : IAuditLog, IDisposable
{
    private const int MostAttempts = 20;

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock gate = new();
    private List<AuditEntry> waiting = [];

    /// <inheritdoc/>
    public async Task Append(AuditEntry entry, CancellationToken cancellation = default)
    {
        lock (gate)
            waiting.Add(entry);
        await writing.WaitAsync(CancellationToken.None);
        try
        {
            await WriteWaiting();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AuditEntry>> Read(string month, int most, CancellationToken cancellation = default) =>
        await files.ReadAll(Area.AuditLog, PathOf(month), cancellation) is { } content ? AuditEntry.Last(Encoding.UTF8.GetString(content), most) : [];

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    private async Task WriteWaiting()
    {
        List<AuditEntry> entries;
        lock (gate)
            (entries, waiting) = (waiting, []);
        try
        {
            foreach (var month in entries.GroupBy(entry => entry.Month))
                await Write(PathOf(month.Key), [.. month.SelectMany(entry => entry.ToLine())]);
        }
        catch (Exception)
        {
            // Those whose lines these are still wait for their turn, and try again.
            lock (gate)
                waiting.InsertRange(0, entries);
            throw;
        }
    }

    private async Task Write(FilePath path, byte[] lines)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            await using var file = await files.Open(Area.AuditLog, path);
            var before = file is null ? [] : new byte[file.Entry.Length];
            if (file is not null)
                await file.Content.ReadExactlyAsync(before);
            var condition = file is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(file.Entry.Version);
            if (await files.Write(Area.AuditLog, path, (byte[])[.. before, .. lines], condition))
                return;
        }

        throw new IOException("The audit log could not be written: others kept writing it.");
    }

    private static FilePath PathOf(string month) => FilePath.Of(month + ".jsonl");
}
