using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.RenderReport;

/// <summary>A file store in which something happens just before a report's file is written, once.</summary>
internal sealed class InterruptedFiles(IFileStore inner) : IFileStore
{
    private (string Path, Func<Task> Happens)? interruption;

    public void Before(string path, Func<Task> happens) => interruption = (path, happens);

    public IAsyncEnumerable<FileEntry> List(Area area, string prefix = "", CancellationToken cancellation = default) => inner.List(area, prefix, cancellation);

    public IAsyncEnumerable<UnnamableFile> ListUnnamable(Area area, string prefix = "", CancellationToken cancellation = default) => inner.ListUnnamable(area, prefix, cancellation);

    public Task<FileEntry?> Find(Area area, FilePath path, CancellationToken cancellation = default) => inner.Find(area, path, cancellation);

    public Task<OpenFile?> Open(Area area, FilePath path, CancellationToken cancellation = default) => inner.Open(area, path, cancellation);

    public async Task<bool> Write(Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation = default)
    {
        if (area == Area.Reports && interruption is var (awaited, happens) && awaited == path.Text)
        {
            interruption = null;
            await happens();
        }

        return await inner.Write(area, path, content, condition, cancellation);
    }

    public Task Delete(Area area, FilePath path, CancellationToken cancellation = default) => inner.Delete(area, path, cancellation);
}
