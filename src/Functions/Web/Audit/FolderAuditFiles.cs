namespace Produktreport.Functions.Web.Audit;

/// <summary>The audit log's files in a folder, appended to.</summary>
/// <param name="folder">Where they lie; made where missing.</param>
public sealed class FolderAuditFiles(string folder) : IAuditFiles
{
    private const int Tries = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <inheritdoc/>
    /// <exception cref="IOException">Others have been writing for five seconds.</exception>
    public async Task Append(string month, ReadOnlyMemory<byte> lines)
    {
        Directory.CreateDirectory(folder);
        // A file is written from where its end was when it was opened: of two writers at once one would overwrite the other.
        await using var file = await Open(month, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var end = file.Length;
        await AfterWholeLine(file);
        try
        {
            await file.WriteAsync(lines);
        }
        catch
        {
            // Half a line, as on a full disk, would stand before the next.
            file.SetLength(end);
            throw;
        }
    }

    // A line that was cut off, as by a loss of power, must not take the next with it.
    private static async Task AfterWholeLine(FileStream file)
    {
        var last = new byte[1];
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            await file.ReadExactlyAsync(last);
        }

        if (file.Length > 0 && last[0] != '\n')
            file.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public async Task<byte[]?> Read(string month, CancellationToken cancellation = default)
    {
        if (!File.Exists(PathOf(month)))
            return null;
        await using var file = await Open(month, FileMode.Open, FileAccess.Read, FileShare.Read);
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancellation);
        return content;
    }

    private async Task<FileStream> Open(string month, FileMode mode, FileAccess access, FileShare share)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(PathOf(month), mode, access, share, bufferSize: 0);
            }
            catch (IOException) when (attempt < Tries && File.Exists(PathOf(month)))
            {
                await Task.Delay(Pause);
            }
        }
    }

    private string PathOf(string month) => Path.Combine(folder, month + ".jsonl");
}
