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

    /// <summary>The delivered cells, in the order of the derivation, each once.</summary>
    public IReadOnlyList<StoredValue> Cells => cells;

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

    public ImmutableArray<CellOrigin> Origins() =>
    [
        .. cells.Select(cell => new CellOrigin(
            cell.Delivery.File,
            cell.Delivery.Sha256,
            cell.Delivered.Cell.Line,
            cell.Delivered.Cell.Column,
            cell.Delivered.Cell.Text,
            cell.Delivered.Cell.Rule,
            cell.Delivered.Cell.Sheet,
            cell.Delivered.Reason)),
    ];

    private void Visit(CalculatedValue? value)
    {
        if (value is CalculatedValue.Known found)
            Visit(found.Origin);
    }

    private void Visit(Derivation origin)
    {
        switch (origin)
        {
            case Derivation.Delivered delivered:
                Add(delivered.Source);
                break;
            case Derivation.FromCumulative cumulative:
                Add(cumulative.Until);
                Visit(cumulative.Before);
                break;
            case Derivation.RolledUp rolledUp:
                IsUnweighted |= rolledUp.WeightsMissing;
                Visit(rolledUp.Parts.Select(part => part.Value));
                break;
            case Derivation.SumOfServices sum:
                Visit(sum.Services.Select(service => service.Value));
                break;
            case Derivation.SumOfProducts sum:
                Visit(sum.Products.Select(product => product.Value));
                break;
            case Derivation.ByFormula formula:
                Visit(formula.Inputs.Select(input => input.Value));
                break;
            case Derivation.ShareOfYearPlan share:
                IsShareOfPlan = true;
                Visit(share.YearPlan);
                break;
            case Derivation.ActualPlusPlan forecast:
                IsCompletedByPlan = true;
                Visit([forecast.Actual, forecast.RestOfPlan]);
                break;
            case Derivation.LinearProjection projection:
                Visit(projection.Actual);
                break;
            case Derivation.FromPredecessors former:
                IsFromPredecessors = true;
                Visit(former.Former.Select(each => each.Value));
                break;
        }
    }

    private void Visit(IEnumerable<CalculatedValue> values)
    {
        foreach (var value in values)
            Visit(value);
    }

    private void Add(StoredValue cell)
    {
        if (known.Add(cell))
            cells.Add(cell);
    }
}
