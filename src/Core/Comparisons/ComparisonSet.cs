using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Comparisons;

/// <summary>Everything other counties and the statistical offices publish, as it lies in <c>vergleich/</c>.</summary>
public sealed class ComparisonSet
{
    /// <summary>The shared id under which the population of counties comes, in whichever product.</summary>
    public static readonly FigureId Population = FigureId.Of("einwohner");

    private readonly Dictionary<(ProductNumber Product, FigureId Figure, int Year), List<OpenFigure>> figures = [];
    private readonly Dictionary<RegionKey, SortedList<int, int>> population = [];

    private ComparisonSet()
    {
    }

    /// <summary>Nothing to compare with.</summary>
    public static ComparisonSet Empty { get; } = new();

    /// <summary>Whether there is nothing to compare with.</summary>
    public bool IsEmpty => figures.Count == 0;

    /// <summary>The set of these figures; of several for one body, year, product and id the first counts.</summary>
    public static ComparisonSet Of(IEnumerable<OpenFigure> all)
    {
        var set = new ComparisonSet();
        foreach (var figure in all)
            set.Add(figure);
        return set;
    }

    /// <summary>The figures of all bodies, at most one of each.</summary>
    /// <param name="product">Number in the Produktrahmen.</param>
    /// <param name="figure">The shared id.</param>
    /// <param name="year">The year.</param>
    public IEnumerable<OpenFigure> Find(ProductNumber product, FigureId figure, int year) =>
        figures.TryGetValue((product, figure, year), out var found) ? found.DistinctBy(each => each.Region) : [];

    /// <summary>The years there are figures of, ascending.</summary>
    /// <param name="product">Number in the Produktrahmen.</param>
    /// <param name="figure">The shared id.</param>
    public IEnumerable<int> Years(ProductNumber product, FigureId figure) =>
        figures.Keys.Where(key => key.Product == product && key.Figure == figure).Select(key => key.Year).Order();

    /// <summary>Einwohner of a body: those of the year, else of the last year before, else of the first after; null = unknown.
    /// </summary>
    public int? PopulationOf(RegionKey region, int year) =>
        !population.TryGetValue(region, out var years) ? null
        : years.LastOrDefault(entry => entry.Key <= year) is { Value: > 0 } before ? before.Value
        : years.Values[0];

    private void Add(OpenFigure figure)
    {
        if (figure.Population is { } people)
            AddPopulation(figure.Region, figure.Year, people);
        if (figure.Figure == Population)
        {
            if (figure.Value is > 0 and <= int.MaxValue)
                AddPopulation(figure.Region, figure.Year, (int)figure.Value);
            return;
        }

        var key = (figure.Product, figure.Figure, figure.Year);
        if (!figures.TryGetValue(key, out var known))
            figures[key] = known = [];
        known.Add(figure);
    }

    private void AddPopulation(RegionKey region, int year, int people)
    {
        if (!population.TryGetValue(region, out var years))
            population[region] = years = [];
        years.TryAdd(year, people);
    }
}
