using System.Collections.Immutable;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Figures;

/// <summary>
/// The current values of all products: for each cell the value of the latest delivery that gave one. The same set whatever the
/// order in which deliveries are added; immutable.
/// </summary>
public sealed class FigureSet
{
    private readonly ImmutableDictionary<ProductNumber, ImmutableDictionary<ValueKey, StoredValue>> byProduct;

    private FigureSet(ImmutableDictionary<ProductNumber, ImmutableDictionary<ValueKey, StoredValue>> byProduct) =>
        this.byProduct = byProduct;

    /// <summary>No values.</summary>
    public static FigureSet Empty { get; } = new(ImmutableDictionary<ProductNumber, ImmutableDictionary<ValueKey, StoredValue>>.Empty);

    /// <summary>The products that have any value, in order.</summary>
    public IEnumerable<ProductNumber> Products => byProduct.Keys.Order();

    /// <summary>All current values of a product, of all years, by key.</summary>
    public ImmutableDictionary<ValueKey, StoredValue> Of(ProductNumber product) =>
        byProduct.GetValueOrDefault(product, ImmutableDictionary<ValueKey, StoredValue>.Empty);

    /// <summary>The current value of one cell, or null.</summary>
    public StoredValue? Find(ValueKey key) => Of(key.Address.Product).GetValueOrDefault(key);

    /// <summary>This set with another delivery's values, which win over those of earlier deliveries only.</summary>
    public FigureSet With(AcceptedDelivery delivery) =>
        With(delivery.Values.Select(value => new StoredValue(value, delivery.Stamp)));

    /// <summary>This set with further stored values; for each cell the latest delivery wins.</summary>
    public FigureSet With(IEnumerable<StoredValue> values)
    {
        var products = byProduct.ToBuilder();
        foreach (var group in values.GroupBy(value => value.Delivered.Address.Product))
            products[group.Key] = Latest(Of(group.Key), group);
        return new FigureSet(products.ToImmutable());
    }

    private static ImmutableDictionary<ValueKey, StoredValue> Latest(
        ImmutableDictionary<ValueKey, StoredValue> known, IEnumerable<StoredValue> added)
    {
        var cells = known.ToBuilder();
        foreach (var value in added)
        {
            var key = new ValueKey(value.Delivered.Address, value.Delivered.Period, value.Delivered.Scenario);
            if (!cells.TryGetValue(key, out var present) || present.Delivery.CompareTo(value.Delivery) < 0)
                cells[key] = value;
        }

        return cells.ToImmutable();
    }
}
