using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Protection;

/// <summary>
/// Leaves out rows until no attack on a sensitive cell succeeds. Cell by cell, for leaving out more never makes a cell known that
/// was safe before; and each time only among what hangs together with the cell.
/// </summary>
internal sealed class SuppressionSearch(
    IReadOnlyDictionary<PublicCell, PublishedNumber> numbers, IReadOnlyCollection<Relation> relations,
        IReadOnlyCollection<PublicCell> sensitive)
{
    private readonly RelationGraph graph = new(relations);
    private readonly ILookup<(string Scope, FigureAddress Address, bool IsPlan), PublicCell> rows = numbers.Keys.ToLookup(RowOf);
    private readonly HashSet<PublicCell> hidden = [.. sensitive];
    private readonly HashSet<PublicCell> unprotected = [];

    /// <summary>Of the cells around the last one; null once a further row was left out.</summary>
    private Attack? latest;

    public IReadOnlySet<PublicCell> Hidden => hidden;

    /// <summary>The sensitive cells nothing protects.</summary>
    public IReadOnlySet<PublicCell> Unprotected => unprotected;

    public void Run()
    {
        foreach (var cell in sensitive)
            Protect(cell, attack => attack.WitnessesOf(cell));
        foreach (var cell in sensitive)
            Protect(cell, attack => Suppression.IsClose(attack.BoundsOf(cell), numbers[cell].Value) ? attack.Neighbours : null);
    }

    /// <summary>Leaves out the cheapest of the shown rows a success rests on, until there is no success.</summary>
    private void Protect(PublicCell cell, Func<Attack, IEnumerable<PublicCell>?> successOf)
    {
        while (!unprotected.Contains(cell) && successOf(AttackOn(cell)) is { } restsOn)
        {
            if (Cheapest(restsOn) is { } row)
                LeaveOut(row);
            else
                unprotected.Add(cell);
        }
    }

    private Attack AttackOn(PublicCell cell) =>
        latest is not null && latest.Covers(cell) ? latest : latest = new Attack(numbers, graph.Around(cell, hidden));

    private void LeaveOut(PublicCell cell)
    {
        hidden.UnionWith(rows[RowOf(cell)]);
        latest = null;
    }

    private static (string Scope, FigureAddress Address, bool IsPlan) RowOf(PublicCell cell) =>
        (cell.Scope, cell.Address, cell.Kind == PublicValueKind.Plan);

    /// <summary>The cheapest cell that can still be left out; null where all are left out already.</summary>
    private PublicCell? Cheapest(IEnumerable<PublicCell> cells)
    {
        PublicCell[] candidates = [.. cells.Where(cell => !hidden.Contains(cell))];
        return candidates.Length == 0 ? null : candidates.MinBy(cell => (numbers[cell].Cost, cell));
    }
}
