namespace Produktreport.Core.Protection;

/// <summary>
/// Left-out cells that hang together by relations, and these relations. Others say nothing of them: between two components there
/// are only shown numbers.
/// </summary>
internal sealed record Component(IReadOnlySet<PublicCell> Hidden, IReadOnlyList<Relation> Relations);

/// <summary>Which relations speak of which cells.</summary>
internal sealed class RelationGraph
{
    private readonly IReadOnlyList<Relation> relations;
    private readonly ILookup<PublicCell, int> byCell;

    public RelationGraph(IEnumerable<Relation> relations)
    {
        this.relations = [.. relations];
        byCell = this.relations.SelectMany((relation, index) => relation.Cells.Distinct().Select(cell => (cell, index)))
            .ToLookup(each => each.cell, each => each.index);
    }

    /// <summary>Everything that hangs together with a left-out cell; the relations in their order.</summary>
    public Component Around(PublicCell cell, IReadOnlySet<PublicCell> hidden)
    {
        var (found, near) = (new HashSet<PublicCell> { cell }, new SortedSet<int>());
        var open = new Queue<PublicCell>(found);
        while (open.TryDequeue(out var each))
        {
            foreach (
                var other in byCell[each].Where(near.Add).SelectMany(index => relations[index].Cells).Where(hidden.Contains)
                    .Where(found.Add))
                open.Enqueue(other);
        }

        return new Component(found, [.. near.Select(index => relations[index])]);
    }
}
