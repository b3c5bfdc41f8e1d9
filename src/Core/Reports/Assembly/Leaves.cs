using System.Collections.Immutable;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>What stands at the ends of a value's derivation, and which rules were used on the way.</summary>
internal sealed class Leaves
{
    private readonly List<StoredValue> cells = [];
    private readonly HashSet<StoredValue> known = new(ReferenceEqualityComparer.Instance);

    private Leaves()
    {
    }

    /// <summary>Whether a weighted mean had to be taken plainly.</summary>
    public bool IsUnweighted { get; private set; }

    /// <summary>Whether a part of a longer period's plan was taken.</summary>
    public bool IsShareOfPlan { get; private set; }

    /// <summary>Whether a forecast was completed from actuals and plan.</summary>
    public bool IsCompletedByPlan { get; private set; }

    /// <summary>Whether it comes from predecessors of an earlier catalogue.</summary>
    public bool IsFromPredecessors { get; private set; }

    public static Leaves Of(CalculatedValue value)
    {
        var leaves = new Leaves();
        leaves.Visit(value);
        return leaves;
    }

    /// <summary>The delivered cells, in the order of the derivation, each once.</summary>
    public ImmutableArray<CellOrigin> Origins() => [.. cells.Select(Origin)];

    private static CellOrigin Origin(StoredValue stored)
    {
        var cell = stored.Delivered.Cell;
        return new CellOrigin(
            stored.Delivery.File, stored.Delivery.Sha256, cell.Line, cell.Column, cell.Text, cell.Rule, cell.Sheet,
            stored.Delivered.Reason);
    }

    private void Visit(CalculatedValue value)
    {
        if (value is not CalculatedValue.Known { Origin: var origin })
            return;
        if (origin is Derivation.Delivered { Source: var source })
            Add(source);
        if (origin is Derivation.FromCumulative { Until: var until })
            Add(until);
        IsUnweighted |= origin is Derivation.RolledUp { WeightsMissing: true };
        IsShareOfPlan |= origin is Derivation.ShareOfYearPlan;
        IsCompletedByPlan |= origin is Derivation.ActualPlusPlan;
        IsFromPredecessors |= origin is Derivation.FromPredecessors;
        foreach (var each in origin.Values())
            Visit(each);
    }

    private void Add(StoredValue cell)
    {
        if (known.Add(cell))
            cells.Add(cell);
    }
}
