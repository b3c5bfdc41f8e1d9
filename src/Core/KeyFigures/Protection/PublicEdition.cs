using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Protection;

/// <summary>
/// Everything the public edition of some periods' reports would say in numbers, what holds between these numbers, and which of them
/// rest on too small a count. Periods of earlier years belong in it where reports show them as the year before.
/// </summary>
public sealed class PublicEdition
{
    private readonly Dictionary<PublicCell, PublishedNumber> numbers = [];
    private readonly List<Relation> relations = [];
    private readonly SortedSet<PublicCell> sensitive = [];

    private PublicEdition()
    {
    }

    /// <summary>All numbers, by cell.</summary>
    public IReadOnlyDictionary<PublicCell, PublishedNumber> Numbers => numbers;

    /// <summary>All relations between them that a reader can know.</summary>
    public IReadOnlyCollection<Relation> Relations => relations;

    /// <summary>The cells that rest on a count below the county's minimum.</summary>
    public IReadOnlyCollection<PublicCell> Sensitive => sensitive;

    /// <summary>What to leave out.</summary>
    public Suppression Suppression() => Protection.Suppression.Of(numbers, relations, sensitive);

    /// <summary>The public edition of reports.</summary>
    /// <param name="calculator">Computes the numbers.</param>
    /// <param name="periods">All periods that are or were reported, this edition's own and those of earlier editions, with the years before.</param>
    /// <param name="isOut">Whether an earlier edition already published a cell; such a cell cannot be taken back.</param>
    public static PublicEdition Of(FigureCalculator calculator, IEnumerable<Period> periods, Func<PublicCell, bool> isOut)
    {
        var edition = new PublicEdition();
        foreach (var year in periods.Distinct().GroupBy(period => period.Year).OrderBy(group => group.Key))
        {
            if (calculator.Catalogues.For(year.Key) is not { } catalogue)
                continue;
            var writer = new EditionWriter(calculator, catalogue, [.. year.Order()], isOut, edition.numbers, edition.relations, edition.sensitive);
            writer.Write();
        }

        return edition;
    }
}
