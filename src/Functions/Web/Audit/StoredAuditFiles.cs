using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web.Audit;

/// <summary>
/// The audit log's files in a file store. A file is written whole, over exactly the version that was read, so that instances beside each
/// other lose no line.
/// </summary>
public sealed class StoredAuditFiles(IFileStore files) : IAuditFiles
{
    private const int MostAttempts = 20;

    /// <inheritdoc/>
    public async Task Append(string month, ReadOnlyMemory<byte> lines)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            // A line that was cut off must not take the next with it.
            await using var file = await files.Open(Area.AuditLog, PathOf(month));
            var before = file is null ? [] : await file.ReadAll();
            var condition = file is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(file.Entry.Version);
            if (await files.Write(Area.AuditLog, PathOf(month), (byte[])[.. before, .. before is [.., not (byte)'\n'] ? "\n"u8 : [], .. lines.Span], condition))
                return;
        }

        throw new IOException("The audit log could not be written: others kept writing it.");
    }

    /// <inheritdoc/>
    public Task<byte[]?> Read(string month, CancellationToken cancellation = default) => files.ReadAll(Area.AuditLog, PathOf(month), cancellation);

    private static FilePath PathOf(string month) => FilePath.Of(month + ".jsonl");
}
