using Produktreport.Functions.Storage;
using Produktreport.Functions.Tests.Storage;

namespace Produktreport.Functions.Tests.RenderReport;

/// <summary>A file store in which something happens just before a report's file is written, once.</summary>
internal sealed class InterruptedFiles(IFileStore inner) : DecoratedFiles(inner)
{
    private (string Path, Func<Task> Happens)? interruption;

    public void Before(string path, Func<Task> happens) => interruption = (path, happens);

    public override async Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
        CancellationToken cancellation = default)
    {
        if (area == Area.Reports && interruption is var (awaited, happens) && awaited == path.Text)
        {
            interruption = null;
            await happens();
        }

        return await base.Write(area, path, content, condition, cancellation);
    }
}
