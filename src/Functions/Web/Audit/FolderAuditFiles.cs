namespace Produktreport.Functions.Web.Audit;

/// <summary>The audit log's files in a folder, appended to.</summary>
/// <param name="folder">Where they lie; made where missing.</param>
public sealed class FolderAuditFiles(string folder) : IAuditFiles
{
    /// <inheritdoc/>
    public async Task Append(string month, ReadOnlyMemory<byte> lines)
    {
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(PathOf(month), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await file.WriteAsync(lines);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> Read(string month, CancellationToken cancellation = default) =>
        File.Exists(PathOf(month)) ? await File.ReadAllBytesAsync(PathOf(month), cancellation) : null;

    private string PathOf(string month) => Path.Combine(folder, month + ".jsonl");
}
