using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures;

/// <summary>What was computed, product by product, so that a change forgets no more than it touches.</summary>
internal sealed class Memory
{
    private readonly Dictionary<ProductNumber, Dictionary<FigureAddress, FigureMemory>> products;

    /// <summary>Asked for again most of the time: a figure's periods come one after the other.</summary>
    private FigureMemory? latest;
    private FigureAddress latestAddress;

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
        if (latest is not null && latestAddress == address)
            return latest;
        if (!products.TryGetValue(address.Product, out var figures))
            products[address.Product] = figures = new(AddressComparer.Instance);
        if (!figures.TryGetValue(address, out var figure))
            figures[address] = figure = new FigureMemory();
        (latestAddress, latest) = (address, figure);
        return figure;
    }

    /// <summary>The values without the definitions, which name their catalogue.</summary>
    public Memory WithoutDefinitions() =>
        new(products.ToDictionary(product => product.Key, product => product.Value.ToDictionary(figure => figure.Key, figure => figure.Value.WithoutDefinitions(), AddressComparer.Instance)));

    /// <summary>The same memory but for some figures in some years; what is left is shared, not copied.</summary>
    public Memory Without(IEnumerable<AffectedFigure> affected)
    {
        var copy = new Dictionary<ProductNumber, Dictionary<FigureAddress, FigureMemory>>(products);
        foreach (var product in affected.GroupBy(figure => figure.Address.Product))
        {
            if (!copy.TryGetValue(product.Key, out var known))
                continue;
            var figures = new Dictionary<FigureAddress, FigureMemory>(known, AddressComparer.Instance);
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
    private const int UsualCount = 37;

    /// <summary>Values by <see cref="Span.Key"/>.</summary>
    public Dictionary<int, CalculatedValue> Values { get; private init; } = new(UsualCount);

    /// <summary>Definitions by year.</summary>
    public Dictionary<int, FigureDefinition?> Definitions { get; private init; } = [];

    /// <summary>Delivered values by year and scenario.</summary>
    public Dictionary<(int Year, Scenario Scenario), SeriesMemory> Series { get; } = [];

    public IEnumerable<int> Years => Values.Keys.Select(Span.YearOf).Concat(Definitions.Keys).Distinct();

    public FigureMemory WithoutDefinitions() => new() { Values = new Dictionary<int, CalculatedValue>(Values) };

    public FigureMemory Without(HashSet<int> years) => new()
    {
        Values = Values.Where(entry => !years.Contains(Span.YearOf(entry.Key))).ToDictionary(),
        Definitions = Definitions.Where(entry => !years.Contains(entry.Key)).ToDictionary(),
    };
}

/// <summary>The delivered values of one figure, year and scenario, each as a part of longer periods made once.</summary>
/// <param name="Values">The delivered values; null where there are none.</param>
internal sealed record SeriesMemory(YearSeries? Values)
{
    private readonly DerivedPart?[] parts = new DerivedPart?[YearSeries.SlotCount];

    /// <summary>The value in a slot that has one, as delivered.</summary>
    public DerivedPart Part(int slot) => parts[slot] ??= PartOf(Values![slot]!);

    /// <summary>A delivered value as it is, or that the department marked it unknown.</summary>
    public static CalculatedValue AsDelivered(StoredValue stored) =>
        stored.Delivered.Value is { } value
            ? new CalculatedValue.Known(value, new Derivation.Delivered(stored))
            : Reasons.MarkedUnknown(GermanFormat.Name(stored.Delivered.Period));

    private static DerivedPart PartOf(StoredValue stored)
    {
        var period = stored.Delivered.Period;
        return new DerivedPart(period.Year, period.FirstMonth, period.LastMonth, AsDelivered(stored));
    }
}

/// <summary>Compares addresses of one product, cheaply: keys of a catalogue need no protection against hostile collisions.</summary>
internal sealed class AddressComparer : IEqualityComparer<FigureAddress>
{
    public static AddressComparer Instance { get; } = new();

    public bool Equals(FigureAddress x, FigureAddress y) => x.Figure.Text == y.Figure.Text && x.Level.Text == y.Level.Text && x.Product.Text == y.Product.Text;

    public int GetHashCode(FigureAddress obj)
    {
        var hash = 17u;
        foreach (var letter in obj.Level.Text)
            hash = unchecked((hash * 31) + letter);
        foreach (var letter in obj.Figure.Text)
            hash = unchecked((hash * 31) + letter);
        return unchecked((int)hash);
    }
}
