namespace Produktreport.Functions.Web.Audit;

/// <summary>The audit log's files in a folder, appended to.</summary>
/// <param name="folder">Where they lie; made where missing.</param>
public sealed class FolderAuditFiles(string folder) : IAuditFiles
{
    private const int Tries = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <inheritdoc/>
    /// <exception cref="IOException">Somebody else has been writing for five seconds.</exception>
    public async Task Append(string month, ReadOnlyMemory<byte> lines)
    {
        Directory.CreateDirectory(folder);
        await using var turn = await Turn();
        await using var file = new FileStream(PathOf(month), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await file.WriteAsync(lines);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> Read(string month, CancellationToken cancellation = default) =>
        File.Exists(PathOf(month)) ? await File.ReadAllBytesAsync(PathOf(month), cancellation) : null;

    // A file opened for appending is written at the end it had when it was opened: two writers at once would overwrite each other.
    // The lock has a file of its own, because a file that is locked cannot be read.
    private async Task<FileStream> Turn()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(folder, ".sperre"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (attempt < Tries)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private string PathOf(string month) => Path.Combine(folder, month + ".jsonl");
}
