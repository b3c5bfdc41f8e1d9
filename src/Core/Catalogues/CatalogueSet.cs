using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues;

/// <summary>The catalogues of all years.</summary>
public sealed record CatalogueSet(ImmutableSortedDictionary<int, Catalogue> ByYear)
{
    /// <summary>No catalogue at all.</summary>
    public static CatalogueSet Empty { get; } = new(ImmutableSortedDictionary<int, Catalogue>.Empty);

    /// <summary>Catalogues of different years together.</summary>
    public static CatalogueSet Of(params IEnumerable<Catalogue> catalogues) =>
        new(catalogues.ToImmutableSortedDictionary(catalogue => catalogue.Year, catalogue => catalogue));

    /// <summary>
    /// The catalogue in force for a year: its own; else the next later one (values of past years that a later file brings);
    /// else the latest before; null where there is none.
    /// </summary>
    public Catalogue? For(int year) =>
        ByYear.GetValueOrDefault(year)
        ?? ByYear.Where(entry => entry.Key > year).Select(entry => entry.Value).FirstOrDefault()
        ?? ByYear.Values.LastOrDefault();

    /// <summary>These products and all whose figures they continue (<c>vorgaenger</c>), directly or in turn.</summary>
    public ImmutableHashSet<ProductNumber> WithFormer(IEnumerable<ProductNumber> products)
    {
        var all = ImmutableHashSet.CreateBuilder<ProductNumber>();
        var open = new Queue<ProductNumber>(products);
        while (open.TryDequeue(out var number))
        {
            if (!all.Add(number))
                continue;
            foreach (var former in ByYear.Values.SelectMany(catalogue => catalogue.Find(number)?.Predecessors ?? []))
                open.Enqueue(former.FormerProduct);
        }

        return all.ToImmutable();
    }
}
