using Produktreport.Functions.Storage;
using Produktreport.Functions.Tests.Storage;

namespace Produktreport.Functions.Tests.RenderReport;

/// <summary>
/// A file store in which something happens just before a report's file is written, once; or that fails from a write of a report
/// on.
/// </summary>
internal sealed class InterruptedFiles(IFileStore inner) : DecoratedFiles(inner)
{
    private (string Path, Func<Task> Happens)? interruption;
    private int? writesLeft;

    public void Before(string path, Func<Task> happens) => interruption = (path, happens);

    /// <summary>Whether it has failed since <see cref="FailAfter"/>.</summary>
    public bool HasFailed => writesLeft < 0;

    /// <summary>So many writes of reports succeed; null for all.</summary>
    public void FailAfter(int? writes) => writesLeft = writes;

    public override async Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
        CancellationToken cancellation = default)
    {
        if (area == Area.Reports && interruption is var (awaited, happens) && awaited == path.Text)
        {
            interruption = null;
            await happens();
        }

        if (area == Area.Reports && --writesLeft < 0)
            throw new IOException("The process is gone.");
        return await base.Write(area, path, content, condition, cancellation);
    }
}
