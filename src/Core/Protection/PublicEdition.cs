using System.Collections.Immutable;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Protection;

/// <summary>
/// Everything the public edition of some periods' reports would say in numbers, what holds between these numbers, and which of
/// them rest on too small a count. Periods of earlier years belong in it where reports show them as the year before.
/// </summary>
public sealed class PublicEdition
{
    /// <summary>An annual report compares this many years.</summary>
    private const int YearsShown = 5;

    private readonly Dictionary<PublicCell, PublishedNumber> numbers = [];
    private readonly List<Relation> relations = [];
    private readonly SortedSet<PublicCell> sensitive = [];

    private PublicEdition()
    {
    }

    internal IReadOnlyDictionary<PublicCell, PublishedNumber> Numbers => numbers;
    internal IReadOnlyCollection<Relation> Relations => relations;

    /// <summary>The cells that rest on a count below the county's minimum.</summary>
    public IReadOnlyCollection<PublicCell> Sensitive => sensitive;

    /// <summary>What to leave out.</summary>
    public Suppression Suppression() => Protection.Suppression.Of(numbers, relations, sensitive);

    /// <summary>The public edition of reports.</summary>
    /// <param name="calculator">Computes the numbers.</param>
    /// <param name="periods">
    /// All periods that are or were reported, this edition's own and those of earlier editions, with the years before.
    /// </param>
    public static PublicEdition Of(FigureCalculator calculator, IEnumerable<Period> periods)
    {
        var edition = new PublicEdition();
        var years = periods.Distinct().GroupBy(period => period.Year)
            .ToDictionary(group => group.Key, group => group.Order().ToImmutableArray());
        foreach (var year in years.Keys.Order())
        {
            foreach (var reportYear in Enumerable.Range(year, YearsShown).Where(years.ContainsKey))
                edition.Write(calculator, new EditionView(calculator, year, reportYear), years[year]);
        }

        return edition;
    }

    private void Write(FigureCalculator calculator, EditionView view, ImmutableArray<Period> periods)
    {
        if (calculator.Catalogues.For(view.ReportYear) is { } catalogue)
            new EditionWriter(catalogue, view, periods, numbers, relations, sensitive).Write();
    }
}
