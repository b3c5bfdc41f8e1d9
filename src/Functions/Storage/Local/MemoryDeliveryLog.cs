using System.Collections.Concurrent;

namespace Produktreport.Functions.Storage.Local;

/// <summary>The delivery log in memory, made anew at every start together with the figures.</summary>
internal sealed class MemoryDeliveryLog : IDeliveryLog
{
    private readonly ConcurrentDictionary<string, Judgement> byFile = new(StringComparer.Ordinal);

    public Task Enter(Judgement judgement, CancellationToken cancellation = default)
    {
        byFile[judgement.Stamp.File] = judgement;
        return Task.CompletedTask;
    }

    public Task Remove(string file, CancellationToken cancellation = default)
    {
        byFile.TryRemove(file, out _);
        return Task.CompletedTask;
    }

    public Task<Judgement?> Find(string file, CancellationToken cancellation = default) =>
        Task.FromResult(byFile.GetValueOrDefault(file));

    public Task<ImmutableArray<Judgement>> List(CancellationToken cancellation = default) =>
        Task.FromResult(byFile.Values.ToImmutableArray());
}
