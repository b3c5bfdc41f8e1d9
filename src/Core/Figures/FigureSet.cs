using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Figures;

/// <summary>
/// The current values of all products: for each cell the value of the latest delivery that gave one. The same set whatever the
/// order in which deliveries are added; immutable.
/// </summary>
public sealed class FigureSet
{
    private readonly ImmutableDictionary<ProductNumber, ProductFigures> byProduct;

    private FigureSet(ImmutableDictionary<ProductNumber, ProductFigures> byProduct) => this.byProduct = byProduct;

    /// <summary>No values.</summary>
    public static FigureSet Empty { get; } = new(ImmutableDictionary<ProductNumber, ProductFigures>.Empty);

    /// <summary>The products that have any value, in order.</summary>
    public IEnumerable<ProductNumber> Products => byProduct.Keys.Order();

    /// <summary>All current values, product by product in no certain order.</summary>
    public IEnumerable<StoredValue> Values => byProduct.Values.SelectMany(product => product.Values);

    /// <summary>All current values of a product, of all years, in no certain order.</summary>
    public IEnumerable<StoredValue> Of(ProductNumber product) => Figures(product).Values;

    /// <summary>All current values of a figure, of all years, in no certain order.</summary>
    public IEnumerable<StoredValue> Of(FigureAddress address) => Figures(address.Product).Of(address.Level, address.Figure);

    /// <summary>The current value of one cell, or null.</summary>
    public StoredValue? Find(ValueKey key) => Series(key.Address, key.Period.Year, key.Scenario)?.At(key.Period);

    /// <summary>This set with another delivery's values, which win over those of earlier deliveries only.</summary>
    public FigureSet With(AcceptedDelivery delivery) =>
        With(delivery.Values.Select(value => new StoredValue(value, delivery.Stamp)));

    /// <summary>This set with further stored values; for each cell the latest delivery wins.</summary>
    public FigureSet With(IEnumerable<StoredValue> values)
    {
        var products = byProduct.ToBuilder();
        foreach (var group in values.GroupBy(value => value.Delivered.Address.Product))
            products[group.Key] = Figures(group.Key).With(group);
        return new FigureSet(products.ToImmutable());
    }

    /// <summary>All values of a figure in a year and scenario; null where there are none.</summary>
    internal YearSeries? Series(FigureAddress address, int year, Scenario scenario) =>
        Figures(address.Product).Find(address.Level, address.Figure, year, scenario);

    private ProductFigures Figures(ProductNumber product) => byProduct.GetValueOrDefault(product, ProductFigures.Empty);
}
