using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Formulas;

namespace Produktreport.Core.KeyFigures.Protection;

/// <summary>What a formula of the catalogue, which everybody can read, says of the numbers of one column.</summary>
internal sealed class FormulaRelations(EditionWriter writer, Catalogue catalogue, (int First, int Last, CellKind Kind) column, int year)
{
    public void Write(PublicCell result, Formula formula, Func<LevelNumber, FigureId, PublicCell> cellOf)
    {
        var reading = new LinearReading(cellOf, Reference);
        if (reading.Form(formula.Root) is { } form)
            writer.Add(form.Plus(LinearForm.Of(result).Times(-1)));
        else if (reading.Quotient(formula.Root) is { } quotient)
            writer.Add(new Relation.Ratio(result, quotient.Numerator, quotient.Divisor));
        else
            writer.Add(new Relation.Other([.. Inputs(formula, cellOf).Append(result).Distinct()]));
    }

    private static HashSet<PublicCell> Inputs(Formula formula, Func<LevelNumber, FigureId, PublicCell> cellOf)
    {
        var inputs = new HashSet<PublicCell>();
        FormulaInputs.Visit(formula.Root, (level, figure) => inputs.Add(cellOf(level, figure)));
        return inputs;
    }

    private decimal? Reference(FigureId id)
    {
        var month = column.Kind is CellKind.YearForecast or CellKind.Projection ? 12 : column.Last;
        return ReferenceFigures.InForce(catalogue, id, Periods.Period.OfMonth(year, month).End)?.Value;
    }
}
