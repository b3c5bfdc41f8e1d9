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
    /// The catalogue in force for a year. A year without one of its own has the next later one, since a later file may bring
    /// values of past years. Without a later one the latest before counts. Null where there is none.
    /// </summary>
    public Catalogue? For(int year) =>
        ByYear.GetValueOrDefault(year)
        ?? ByYear.Where(entry => entry.Key > year).Select(entry => entry.Value).FirstOrDefault()
        ?? ByYear.Values.LastOrDefault();

    /// <summary>
    /// The departments of a catalogue for which a department delivers. These are itself and those it went on with in a later
    /// year. Where the catalogue has none of them any more, they are the ones that went on with it. None for a department
    /// nobody knows.
    /// </summary>
    public IEnumerable<Department> ActingFor(Catalogue catalogue, DepartmentId id)
    {
        var former = Closure(id, each => ByYear.Values.Where(later => later.Year > catalogue.Year)
            .SelectMany(later => later.Find(each)?.Predecessors ?? []));
        var own = catalogue.Departments.Where(department => former.Contains(department.Id)).ToList();
        if (own.Count > 0)
            return own.OrderByDescending(department => department.Id == id);
        var successors = Closure(id, each => ByYear.Values.Where(other => other.Year <= catalogue.Year)
            .SelectMany(other => other.Departments).Where(department => department.Predecessors.Contains(each))
            .Select(department => department.Id));
        return catalogue.Departments.Where(department => successors.Contains(department.Id));
    }

    /// <summary>
    /// Whether a product's reports may show values of a department: in any year it may deliver for the product, or for one whose
    /// figures the product continues.
    /// </summary>
    public bool MayBeOf(DepartmentId id, ProductNumber product)
    {
        var shown = WithFormer([product]);
        return ByYear.Values.Any(catalogue => ActingFor(catalogue, id).ToList() is var acting && catalogue.Products.Any(each =>
            shown.Contains(each.Number) && acting.Any(department => department.MayDeliver(each))));
    }

    private static HashSet<DepartmentId> Closure(DepartmentId start, Func<DepartmentId, IEnumerable<DepartmentId>> next)
    {
        var all = new HashSet<DepartmentId>();
        var open = new Queue<DepartmentId>([start]);
        while (open.TryDequeue(out var id))
        {
            if (!all.Add(id))
                continue;
            foreach (var other in next(id))
                open.Enqueue(other);
        }

        return all;
    }

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
