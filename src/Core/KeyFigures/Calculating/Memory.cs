using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Core.KeyFigures.Calculating;

internal sealed class Memory
{
    private readonly Dictionary<ProductNumber, Dictionary<FigureYear, FigureMemory>> products = [];

    /// <summary>Asked for again most of the time: a figure's periods come one after the other.</summary>
    private FigureMemory? latest;

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
}

internal readonly record struct FigureYear(FigureAddress Address, int Year);

/// <summary>Compares figures of one product, cheaply.</summary>
internal sealed class FigureYearComparer : IEqualityComparer<FigureYear>
{
    public static FigureYearComparer Instance { get; } = new();

    public bool Equals(FigureYear x, FigureYear y) => x.Year == y.Year && x.Address == y.Address;

    public int GetHashCode(FigureYear obj) => QuickHash.Of(obj.Address.Level, obj.Address.Figure, obj.Year);
}
