using Produktreport.Functions.Storage;
using Produktreport.Functions.Tests.Storage;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>Files of a process that dies at the n-th change, before or after it is done; nothing works after that.</summary>
/// <param name="inner">The files.</param>
/// <param name="diesAt">At which change, from 1; 0 = never.</param>
/// <param name="isDone">Whether that change is done all the same.</param>
internal sealed class DeadlyFiles(IFileStore inner, int diesAt, bool isDone) : DecoratedFiles(inner)
{
    private int changes;

    /// <summary>How many changes there were.</summary>
    public int Changes => changes;

    public bool IsDead { get; private set; }

    public override Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
        CancellationToken cancellation = default) =>
        Change(() => base.Write(area, path, content, condition, cancellation));

    public override Task<bool> AppendLines(
        Area area, FilePath path, ReadOnlyMemory<byte> lines, CancellationToken cancellation = default) =>
        Change(() => base.AppendLines(area, path, lines, cancellation));

    public override async Task Delete(Area area, FilePath path, CancellationToken cancellation = default) =>
        await Change(async () =>
        {
            await base.Delete(area, path, cancellation);
            return true;
        });

    private async Task<bool> Change(Func<Task<bool>> change)
    {
        if (IsDead)
            throw new KilledException();
        if (Interlocked.Increment(ref changes) != diesAt)
            return await change();
        IsDead = true;
        if (isDone)
            await change();
        throw new KilledException();
    }
}

/// <summary>The process is dead.</summary>
internal sealed class KilledException : Exception;
