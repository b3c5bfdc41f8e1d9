using System.Collections.Immutable;

namespace Produktreport.Functions.Web.Audit;

/// <summary>The audit log as files that are appended to.</summary>
/// <param name="folder">The folder of the monthly files; made where missing.</param>
public sealed class FolderAuditLog(string folder) : IAuditLog, IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <inheritdoc/>
    public async Task Append(AuditEntry entry, CancellationToken cancellation = default)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            Directory.CreateDirectory(folder);
            await using var file = new FileStream(PathOf(entry.Month), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            await file.WriteAsync(entry.ToLine(), CancellationToken.None);
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

    private string PathOf(string month) => Path.Combine(folder, month + ".jsonl");
}
