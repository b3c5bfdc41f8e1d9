using Produktreport.Functions.Storage;
using Produktreport.Functions.Tests.Storage;

namespace Produktreport.Functions.Tests.RenderReport;

/// <summary>
/// A file store in which something happens just before a report's or a receipt's file is written, once; or that fails from a
/// write of a report on; or in which an upload cannot be opened.
/// </summary>
internal sealed class InterruptedFiles(IFileStore inner) : DecoratedFiles(inner)
{
    private (string Path, Func<Task> Happens)? interruption;
    private int? writesLeft;

    public void Before(string path, Func<Task> happens) => interruption = (path, happens);

    /// <summary>An upload that cannot be opened; null for none.</summary>
    public FilePath? Closed { get; set; }

    /// <summary>Whether it has failed since <see cref="FailAfter"/>.</summary>
    public bool HasFailed => writesLeft < 0;

    /// <summary>So many writes of reports succeed; null for all.</summary>
    public void FailAfter(int? writes) => writesLeft = writes;

    public override async Task<OpenFile?> Open(Area area, FilePath path, CancellationToken cancellation = default) =>
        area == Area.Inbox && path == Closed && await Find(area, path, cancellation) is { } entry
            ? throw new UnreadableFileException(entry, new UnauthorizedAccessException("Access is denied."))
            : await base.Open(area, path, cancellation);

    public override async Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
        CancellationToken cancellation = default)
    {
        if (area is Area.Reports or Area.Receipts && interruption is var (awaited, happens) && awaited == path.Text)
        {
            interruption = null;
            await happens();
        }

        if (area == Area.Reports && --writesLeft < 0)
            throw new IOException("The process is gone.");
        return await base.Write(area, path, content, condition, cancellation);
    }
}
