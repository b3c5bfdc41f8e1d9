namespace Produktreport.Functions.Storage;

/// <summary>
/// Files by area and path, each with its version. Two implementations: Blob Storage and a folder. Whole files are written
/// atomically: a reader sees the old bytes or the new ones, never a part.
/// </summary>
public interface IFileStore
{
    /// <summary>All files of an area whose path begins with <paramref name="prefix"/>, ordered by path.</summary>
    IAsyncEnumerable<FileEntry> List(Area area, string prefix = "", CancellationToken cancellation = default);

    /// <summary>
    /// What lies in an area under names that are no <see cref="FilePath"/>, and which <see cref="List"/> therefore leaves out.
    /// </summary>
    IAsyncEnumerable<UnnamableFile> ListUnnamable(Area area, string prefix = "", CancellationToken cancellation = default);

    /// <summary>A file as a listing would show it; null where there is none.</summary>
    Task<FileEntry?> Find(Area area, FilePath path, CancellationToken cancellation = default);

    /// <summary>Opens a file for reading, with the entry its bytes belong to; null where there is none.</summary>
    Task<OpenFile?> Open(Area area, FilePath path, CancellationToken cancellation = default);

    /// <summary>Writes a whole file.</summary>
    /// <returns>Whether it was written: false where the condition did not hold.</returns>
    Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation = default);

    /// <summary>
    /// Adds whole lines at a file's end, which is made where missing. Writers at the same time lose nothing, and each one's lines keep
    /// their order. A line that was cut off before does not take the next with it.
    /// </summary>
    /// <returns>Whether they were added: false where this file takes no more, and another one has to go on.</returns>
    /// <exception cref="IOException">Others kept writing it.</exception>
    Task<bool> AppendLines(Area area, FilePath path, ReadOnlyMemory<byte> lines, CancellationToken cancellation = default);

    /// <summary>Deletes a file of a projection; no error where there is none.</summary>
    Task Delete(Area area, FilePath path, CancellationToken cancellation = default);
}

/// <summary>A file as a listing shows it.</summary>
/// <param name="Path">Within its area.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ModifiedAt">When it was last written, UTC, whole seconds: for an upload, when it arrived.</param>
/// <param name="Version">Changes with every write (the ETag of a blob). Opaque.</param>
public sealed record FileEntry(FilePath Path, long Length, DateTimeOffset ModifiedAt, string Version);

/// <summary>A file whose name is no <see cref="FilePath"/>.</summary>
/// <param name="Name">Its path within the area, as it is.</param>
/// <param name="ModifiedAt">When it was last written, UTC, whole seconds.</param>
/// <param name="Open">Opens its bytes.</param>
public sealed record UnnamableFile(string Name, DateTimeOffset ModifiedAt, Func<CancellationToken, Task<Stream>> Open);

/// <summary>A file open for reading.</summary>
/// <param name="Entry">What the listing would show for exactly these bytes.</param>
/// <param name="Content">The bytes, seekable.</param>
public sealed record OpenFile(FileEntry Entry, Stream Content) : IAsyncDisposable
{
    /// <summary>A small file's bytes.</summary>
    public async Task<byte[]> ReadAll(CancellationToken cancellation = default)
    {
        var bytes = new byte[Entry.Length];
        await Content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>When a write may happen. Closed.</summary>
public abstract record WriteCondition
{
    private WriteCondition()
    {
    }

    /// <summary>Whatever is there.</summary>
    public static WriteCondition Always { get; } = new Unconditional();

    /// <summary>Only where there is no such file yet.</summary>
    public static WriteCondition IfAbsent { get; } = new OnlyIfAbsent();

    /// <summary>Only over exactly this version.</summary>
    public static WriteCondition IfVersion(string version) => new OnlyIfVersion(version);

    /// <summary>See <see cref="Always"/>.</summary>
    public sealed record Unconditional : WriteCondition;

    /// <summary>See <see cref="IfAbsent"/>.</summary>
    public sealed record OnlyIfAbsent : WriteCondition;

    /// <summary>See <see cref="IfVersion"/>.</summary>
    public sealed record OnlyIfVersion(string Version) : WriteCondition;
}
