using Produktreport.Core.Catalogues;

namespace Produktreport.Core.KeyFigures;

/// <summary>What was computed, product by product, so that a change forgets no more than it touches.</summary>
internal sealed class Memory
{
    private readonly Dictionary<ProductNumber, Dictionary<FigureAddress, FigureMemory>> products;

    public Memory()
        : this([])
    {
    }

    private Memory(Dictionary<ProductNumber, Dictionary<FigureAddress, FigureMemory>> products) => this.products = products;

    /// <summary>How many values are remembered.</summary>
    public int Count => products.Values.Sum(figures => figures.Values.Sum(figure => figure.Values.Count));

    /// <summary>The years anything is remembered of.</summary>
    public IReadOnlyCollection<int> Years =>
        products.Values.SelectMany(figures => figures.Values).SelectMany(figure => figure.Years).ToHashSet();

    public FigureMemory Of(FigureAddress address)
    {
        if (!products.TryGetValue(address.Product, out var figures))
            products[address.Product] = figures = [];
        if (!figures.TryGetValue(address, out var figure))
            figures[address] = figure = new FigureMemory();
        return figure;
    }

    /// <summary>The values without the definitions, which name their catalogue.</summary>
    public Memory WithoutDefinitions() =>
        new(products.ToDictionary(product => product.Key, product => product.Value.ToDictionary(figure => figure.Key, figure => figure.Value.WithoutDefinitions())));

    /// <summary>The same memory but for some figures in some years; what is left is shared, not copied.</summary>
    public Memory Without(IEnumerable<AffectedFigure> affected)
    {
        var copy = new Dictionary<ProductNumber, Dictionary<FigureAddress, FigureMemory>>(products);
        foreach (var product in affected.GroupBy(figure => figure.Address.Product))
        {
            if (!copy.TryGetValue(product.Key, out var known))
                continue;
            var figures = new Dictionary<FigureAddress, FigureMemory>(known);
            foreach (var figure in product.GroupBy(each => each.Address))
            {
                if (figures.TryGetValue(figure.Key, out var memory))
                    figures[figure.Key] = memory.Without(figure.Select(each => each.Year).ToHashSet());
            }

            copy[product.Key] = figures;
        }

        return new Memory(copy);
    }
}

/// <summary>What was computed for one figure.</summary>
internal sealed class FigureMemory
{
    /// <summary>Values by <see cref="Span.Key"/>.</summary>
    public Dictionary<int, CalculatedValue> Values { get; private init; } = [];

    /// <summary>Definitions by year.</summary>
    public Dictionary<int, FigureDefinition?> Definitions { get; private init; } = [];

    public IEnumerable<int> Years => Values.Keys.Select(Span.YearOf).Concat(Definitions.Keys).Distinct();

    public FigureMemory WithoutDefinitions() => new() { Values = new Dictionary<int, CalculatedValue>(Values) };

    public FigureMemory Without(HashSet<int> years) => new()
    {
        Values = Values.Where(entry => !years.Contains(Span.YearOf(entry.Key))).ToDictionary(),
        Definitions = Definitions.Where(entry => !years.Contains(entry.Key)).ToDictionary(),
    };
}
