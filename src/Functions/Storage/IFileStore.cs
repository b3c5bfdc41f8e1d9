namespace Produktreport.Functions.Storage;

/// <summary>
/// Files by area and path, each with its version. Two implementations: Blob Storage and a folder. Whole files are written
/// atomically: a reader sees the old bytes or the new ones, never a part.
/// </summary>
internal interface IFileStore
{
    /// <summary>
    /// Whether the store itself says when a file was written. Otherwise a file bears the time that whoever put it there gave it.
    /// </summary>
    bool SetsTimes { get; }

    /// <summary>All files of an area whose path begins with <paramref name="prefix"/>, ordered by path.</summary>
    IAsyncEnumerable<FileEntry> List(Area area, string prefix = "", CancellationToken cancellation = default);

    /// <summary>
    /// What <see cref="List"/> leaves out, because its name is no <see cref="FilePath"/> or it is no file; empty folders are not
    /// among it.
    /// </summary>
    IAsyncEnumerable<UnnamableFile> ListUnnamable(Area area, string prefix = "", CancellationToken cancellation = default);

    /// <summary>A file as a listing would show it; null where there is none.</summary>
    Task<FileEntry?> Find(Area area, FilePath path, CancellationToken cancellation = default);

    /// <summary>Opens a file for reading, with the entry its bytes belong to; null where there is none.</summary>
    /// <exception cref="UnreadableFileException">It is there, but cannot be read; that concerns no other file.</exception>
    Task<OpenFile?> Open(Area area, FilePath path, CancellationToken cancellation = default);

    /// <summary>Writes a whole file.</summary>
    /// <returns>Whether it was written: false where the condition did not hold.</returns>
    Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
        CancellationToken cancellation = default);

    /// <summary>
    /// Adds whole lines at a file's end, which is made where missing. Writers at the same time lose nothing, and each one's lines
    /// keep their order. A line that was cut off before does not take the next with it.
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
/// <param name="ModifiedAt">The time it bears, UTC: when it was last written, if nobody gave it another.</param>
/// <param name="Version">Changes with every write (the ETag of a blob). Opaque.</param>
internal sealed record FileEntry(FilePath Path, long Length, DateTimeOffset ModifiedAt, string Version);

/// <summary>Something that cannot be read as a file.</summary>
/// <param name="Name">Its path within the area, as it is.</param>
/// <param name="ModifiedAt">When it was last written, UTC; the beginning of 1970 where that cannot be told.</param>
/// <param name="Open">Opens its bytes; null where nothing can be read.</param>
/// <param name="Fault">Why it is no file that can be read.</param>
internal sealed record UnnamableFile(
    string Name,
    DateTimeOffset ModifiedAt,
    Func<CancellationToken, Task<Stream?>> Open,
    UnnamableFault Fault = UnnamableFault.Name);

/// <summary>Why something is no file that can be read.</summary>
internal enum UnnamableFault
{
    /// <summary>Its name is no <see cref="FilePath"/>.</summary>
    Name,

    /// <summary>It only points to something else.</summary>
    Link,

    /// <summary>It is a pipe, a socket or a device.</summary>
    Device,

    /// <summary>It is a folder that is called like a file.</summary>
    Folder,

    /// <summary>It is a folder that the program may not look into.</summary>
    ClosedFolder,
}

/// <summary>A file open for reading.</summary>
/// <param name="Entry">What the listing would show for exactly these bytes.</param>
/// <param name="Content">The bytes, seekable.</param>
internal sealed record OpenFile(FileEntry Entry, Stream Content) : IAsyncDisposable
{
    /// <summary>A small file's bytes.</summary>
    public async Task<byte[]> ReadAll(CancellationToken cancellation = default)
    {
        var bytes = new byte[Entry.Length];
        await Content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>
/// A file is there and cannot be read: a right is missing, another program holds it, it is damaged or archived.
/// </summary>
/// <param name="entry">The file; its version is empty where that cannot be told.</param>
/// <param name="inner">Why.</param>
internal sealed class UnreadableFileException(FileEntry entry, Exception inner) : IOException(inner.Message, inner)
{
    public FileEntry Entry => entry;
}

/// <summary>When a write may happen. Closed.</summary>
internal abstract record WriteCondition
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
