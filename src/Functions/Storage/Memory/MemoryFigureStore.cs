using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Functions.Storage.Memory;

/// <summary>Figures in memory, rebuilt from the inbox at every start. Safe for concurrent use.</summary>
public sealed class MemoryFigureStore : IFigureStore
{
    private readonly Lock gate = new();
    private ImmutableSortedDictionary<DeliveryStamp, AcceptedDelivery> deliveries = ImmutableSortedDictionary<DeliveryStamp, AcceptedDelivery>.Empty;
    private FigureSet current = FigureSet.Empty;

    /// <inheritdoc/>
    public Task Accept(AcceptedDelivery delivery, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            RemoveOthersOf(delivery.Stamp.File);
            deliveries = deliveries.Add(delivery.Stamp, delivery);
            current = current.With(delivery);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Withdraw(string file, CancellationToken cancellation = default)
    {
        lock (gate)
            RemoveOthersOf(file);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<FigureSet> Load(IReadOnlyCollection<ProductNumber> products, CancellationToken cancellation = default) => LoadAll(cancellation);

    /// <inheritdoc/>
    public Task<FigureSet> LoadAll(CancellationToken cancellation = default)
    {
        lock (gate)
            return Task.FromResult(current);
    }

    /// <inheritdoc/>
    public Task<FigureSet> LoadEarlierThan(DeliveryStamp stamp, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            var earlier = deliveries.Where(entry => entry.Key.CompareTo(stamp) < 0).ToList();
            return Task.FromResult(earlier.Count == deliveries.Count ? current : Sum(earlier.Select(entry => entry.Value)));
        }
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<DeliveryStamp>> Deliveries(CancellationToken cancellation = default)
    {
        lock (gate)
            return Task.FromResult(deliveries.Keys.Reverse().ToImmutableArray());
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ProductCreation>> CreatedProducts(CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return Task.FromResult(deliveries.Values
                .SelectMany(delivery => delivery.CreatedProducts.Select(created => new ProductCreation(delivery.Stamp, created)))
                .ToImmutableArray());
        }
    }

    private void RemoveOthersOf(string file)
    {
        var former = deliveries.Keys.Where(stamp => stamp.File == file).ToList();
        if (former.Count == 0)
            return;
        deliveries = deliveries.RemoveRange(former);
        current = Sum(deliveries.Values);
    }

    private static FigureSet Sum(IEnumerable<AcceptedDelivery> deliveries) =>
        deliveries.Aggregate(FigureSet.Empty, (set, delivery) => set.With(delivery));
}
