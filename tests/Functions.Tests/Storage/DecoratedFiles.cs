using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.Storage;

/// <summary>A file store that does what another does, but for what subclasses have happen.</summary>
internal abstract class DecoratedFiles(IFileStore inner) : IFileStore
{
    public bool SetsTimes => inner.SetsTimes;

    public IAsyncEnumerable<FileEntry> List(Area area, string prefix = "", CancellationToken cancellation = default) =>
        inner.List(area, prefix, cancellation);

    public IAsyncEnumerable<UnnamableFile> ListUnnamable(Area area, string prefix = "",
        CancellationToken cancellation = default) =>
        inner.ListUnnamable(area, prefix, cancellation);

    public Task<FileEntry?> Find(Area area, FilePath path, CancellationToken cancellation = default) =>
        inner.Find(area, path, cancellation);

    public virtual Task<OpenFile?> Open(Area area, FilePath path, CancellationToken cancellation = default) =>
        inner.Open(area, path, cancellation);

    public virtual Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
        CancellationToken cancellation = default) =>
        inner.Write(area, path, content, condition, cancellation);

    public virtual Task<bool> AppendLines(
        Area area, FilePath path, ReadOnlyMemory<byte> lines, CancellationToken cancellation = default) =>
        inner.AppendLines(area, path, lines, cancellation);

    public virtual Task Delete(Area area, FilePath path, CancellationToken cancellation = default) =>
        inner.Delete(area, path, cancellation);
}
