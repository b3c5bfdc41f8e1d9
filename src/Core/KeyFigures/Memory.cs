using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Core.KeyFigures;

/// <summary>What was computed, product by product, so that a change forgets no more than it touches.</summary>
internal sealed class Memory
{
    private readonly Dictionary<ProductNumber, Dictionary<FigureYear, FigureMemory>> products;

    /// <summary>Asked for again most of the time: a figure's periods come one after the other.</summary>
    private FigureMemory? latest;

    public Memory()
        : this([])
    {
    }

    private Memory(Dictionary<ProductNumber, Dictionary<FigureYear, FigureMemory>> products) => this.products = products;

    /// <summary>How many values are remembered.</summary>
    public int Count => All.Sum(figure => figure.Count);

    /// <summary>The years anything is remembered of.</summary>
    public IReadOnlyCollection<int> Years => All.Select(figure => figure.Year).ToHashSet();

    private IEnumerable<FigureMemory> All => products.Values.SelectMany(figures => figures.Values);

    public FigureMemory Of(FigureAddress address, int year)
    {
        if (latest is not null && latest.Year == year && latest.Address == address)
            return latest;
        if (!products.TryGetValue(address.Product, out var figures))
            products[address.Product] = figures = new(FigureYearComparer.Instance);
        var key = new FigureYear(address, year);
        if (!figures.TryGetValue(key, out var figure))
            figures[key] = figure = new FigureMemory(address, year);
        return latest = figure;
    }

    /// <summary>The values without the definitions, which name their catalogue.</summary>
    public Memory WithoutDefinitions() =>
        new(products.ToDictionary(product => product.Key, product => product.Value.ToDictionary(figure => figure.Key, figure => figure.Value.WithoutDefinition(), FigureYearComparer.Instance)));

    /// <summary>
    /// The same memory but for some figures in some years; what is left is shared, not copied. Whatever is computed from a forgotten
    /// figure has to be forgotten with it: what is left knows its inputs.
    /// </summary>
    public Memory Without(IEnumerable<AffectedFigure> affected)
    {
        var copy = new Dictionary<ProductNumber, Dictionary<FigureYear, FigureMemory>>(products);
        foreach (var product in affected.GroupBy(figure => figure.Address.Product))
        {
            if (!copy.TryGetValue(product.Key, out var known))
                continue;
            var figures = new Dictionary<FigureYear, FigureMemory>(known, FigureYearComparer.Instance);
            foreach (var figure in product)
                figures.Remove(new FigureYear(figure.Address, figure.Year));
            copy[product.Key] = figures;
        }

        return new Memory(copy);
    }
}

/// <summary>A figure in one year.</summary>
internal readonly record struct FigureYear(FigureAddress Address, int Year);

/// <summary>Compares figures of one product, cheaply.</summary>
internal sealed class FigureYearComparer : IEqualityComparer<FigureYear>
{
    public static FigureYearComparer Instance { get; } = new();

    public bool Equals(FigureYear x, FigureYear y) => x.Year == y.Year && x.Address == y.Address;

    public int GetHashCode(FigureYear obj) => QuickHash.Of(obj.Address.Level, obj.Address.Figure, obj.Year);
}
