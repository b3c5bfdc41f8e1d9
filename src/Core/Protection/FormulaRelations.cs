using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Protection;

/// <summary>What a formula of the catalogue, which everybody can read, says of the numbers of one column.</summary>
internal sealed class FormulaRelations(EditionWriter writer, Catalogue catalogue, PublicColumn column, int year)
{
    public void Write(PublicCell result, Formula formula, Func<LevelNumber, FigureId, PublicCell> cellOf)
    {
        var reading = new LinearReading(cellOf, Reference);
        if (reading.Form(formula.Root) is { } form)
            writer.Add(form.Plus(LinearForm.Of(result).Times(-1)));
        else if (reading.Quotient(formula.Root) is { } quotient)
            writer.Add(new Relation.Ratio(result, quotient.Numerator, quotient.Divisor));
        else
            writer.Add(
                new Relation.Other(
                    [.. formula.Root.Figures().Select(input => cellOf(input.Level, input.Figure)).Append(result).Distinct()]));
    }

    private decimal? Reference(FigureId id)
    {
        var month = column.Kind is PublicValueKind.YearForecast or PublicValueKind.Projection ? 12 : column.Last;
        return catalogue.ReferenceInForce(id, Periods.Period.OfMonth(year, month).End)?.Value;
    }
}
