namespace Produktreport.Core.Protection;

/// <summary>
/// One linear equation: what is left out and what is shown, each cell with its factor, and the shown cells the factors themselves
/// come from.
/// </summary>
internal sealed record Row(
    Dictionary<PublicCell, decimal> Unknown, Dictionary<PublicCell, decimal> Known, IReadOnlySet<PublicCell> Factors)
{
    /// <summary>The shown cells the equation really uses.</summary>
    public IEnumerable<PublicCell> Witnesses => Known.Keys.Union(Factors);

    /// <summary>This equation with a multiple of another taken away.</summary>
    public Row Less(Row other, decimal factor, decimal nothing) =>
        new(Less(Unknown, other.Unknown, factor, nothing), Less(Known, other.Known, factor, nothing), Factors.Union(other.Factors)
            .ToHashSet());

    private static Dictionary<PublicCell, decimal> Less(
        Dictionary<PublicCell, decimal> from, Dictionary<PublicCell, decimal> other, decimal factor, decimal nothing)
    {
        var left = new Dictionary<PublicCell, decimal>(from);
        foreach (var (cell, value) in other)
        {
            var difference = left.GetValueOrDefault(cell) - value * factor;
            if (Math.Abs(difference) < nothing)
                left.Remove(cell);
            else
                left[cell] = difference;
        }

        return left;
    }
}

/// <summary>Gauß–Jordan elimination of the left-out cells.</summary>
internal static class Elimination
{
    /// <summary>The solved equations: those with exactly one left-out cell, which therefore is no secret.</summary>
    public static IEnumerable<Row> Solve(List<Row> rows, decimal nothing)
    {
        var solved = new List<Row>();
        while (rows.Count > 0)
        {
            var pivotRow = rows[^1];
            rows.RemoveAt(rows.Count - 1);
            if (pivotRow.Unknown.Count == 0)
                continue;
            var (pivot, factor) = pivotRow.Unknown.MaxBy(term => (Math.Abs(term.Value), term.Key));
            Clear(rows, pivotRow, pivot, factor, nothing);
            Clear(solved, pivotRow, pivot, factor, nothing);
            solved.Add(pivotRow);
        }

        return solved.Where(row => row.Unknown.Count == 1);
    }

    private static void Clear(List<Row> rows, Row pivotRow, PublicCell pivot, decimal factor, decimal nothing)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Unknown.TryGetValue(pivot, out var value))
                rows[index] = rows[index].Less(pivotRow, value / factor, nothing);
        }
    }
}
