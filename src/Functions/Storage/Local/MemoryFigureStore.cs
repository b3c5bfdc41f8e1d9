using System.Collections.Frozen;

namespace Produktreport.Functions.Storage.Local;

/// <summary>Figures in memory, rebuilt from the inbox at every start. Safe for concurrent use.</summary>
internal sealed class MemoryFigureStore : IFigureStore
{
    private readonly Lock gate = new();
    private ImmutableSortedDictionary<DeliveryStamp, AcceptedDelivery> deliveries =
        ImmutableSortedDictionary<DeliveryStamp, AcceptedDelivery>.Empty;
    private readonly Dictionary<DeliveryStamp, AcceptedContent> contents = [];
    private ImmutableArray<AcceptedContent>? listed;
    private FigureSet current = FigureSet.Empty;

    public Task Accept(AcceptedDelivery delivery, CancellationToken cancellation = default)
    {
        var content = Content(delivery);
        lock (gate)
        {
            RemoveOthersOf(delivery.Stamp.File);
            deliveries = deliveries.Add(delivery.Stamp, delivery);
            contents[delivery.Stamp] = content;
            listed = null;
            current = current.With(delivery);
        }

        return Task.CompletedTask;
    }

    public Task Withdraw(string file, CancellationToken cancellation = default)
    {
        lock (gate)
            RemoveOthersOf(file);
        return Task.CompletedTask;
    }

    public Task<FigureSet> Load(IReadOnlyCollection<ProductNumber> products, CancellationToken cancellation = default) =>
        LoadAll(cancellation);

    public Task<FigureSet> LoadAll(CancellationToken cancellation = default)
    {
        lock (gate)
            return Task.FromResult(current);
    }

    public Task<FigureSet> LoadEarlierThan(
        DeliveryStamp stamp, IReadOnlyCollection<ProductNumber> products, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            var earlier = deliveries.Where(entry => stamp.IsAfter(entry.Key)).ToList();
            return Task.FromResult(earlier.Count == deliveries.Count ? current : Sum(earlier.Select(entry => entry.Value)));
        }
    }

    public Task<ImmutableArray<StoredValue>> History(ValueKey cell, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return Task.FromResult(deliveries.Values.Reverse()
                .SelectMany(delivery => delivery.Values.Select(value => new StoredValue(value, delivery.Stamp)))
                .Where(value => ValueKey.Of(value) == cell)
                .ToImmutableArray());
        }
    }

    public Task<ImmutableArray<AcceptedContent>> Contents(CancellationToken cancellation = default)
    {
        lock (gate)
            return Task.FromResult(listed ??= [.. deliveries.Keys.Reverse().Select(stamp => contents[stamp])]);
    }

    private static AcceptedContent Content(AcceptedDelivery delivery) => new(
        delivery.Stamp,
        ContentFingerprint.Of(delivery),
        delivery.Values.Select(value => value.Address.Product).ToFrozenSet(),
        delivery.CreatedProducts);

    private void RemoveOthersOf(string file)
    {
        var former = deliveries.Keys.Where(stamp => stamp.File == file).ToList();
        if (former.Count == 0)
            return;
        deliveries = deliveries.RemoveRange(former);
        foreach (var stamp in former)
            contents.Remove(stamp);
        listed = null;
        current = Sum(deliveries.Values);
    }

    private static FigureSet Sum(IEnumerable<AcceptedDelivery> deliveries) =>
        deliveries.Aggregate(FigureSet.Empty, (set, delivery) => set.With(delivery));
}
