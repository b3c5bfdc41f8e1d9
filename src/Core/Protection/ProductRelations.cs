using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Evaluating;

namespace Produktreport.Core.Protection;

/// <summary>
/// What holds between the numbers of one product and year: services and product, formulas, periods, plan and forecast.
/// </summary>
internal sealed class ProductRelations(EditionWriter writer, Catalogue catalogue, Product product)
{
    private readonly List<PublicColumn> columns = [.. writer.Columns];

    public void Write()
    {
        foreach (var level in product.Levels)
        {
            foreach (var figure in level.Figures)
            {
                var definition = new FigureDefinition(
                    new FigureAddress(product.Number, level.LevelNumber, figure.Id), catalogue, product, level, figure);
                foreach (var column in columns)
                    WriteColumn(definition, column);
                if (figure is BaseFigure baseFigure)
                    WritePeriods(definition, baseFigure);
            }
        }
    }

    private void WriteColumn(FigureDefinition definition, PublicColumn column)
    {
        var cell = writer.Cell(definition.Address, column);
        if (definition.AddedServices.Count > 0)
        {
            writer.Add(definition.AddedServices
                .Select(service => LinearForm.Of(writer.Cell(definition.Address with { Level = service.LevelNumber }, column)))
                .Aggregate(LinearForm.Of(cell).Times(-1), (sum, each) => sum.Plus(each)));
        }

        if (definition.Figure.Formula is { } formula)
        {
            new FormulaRelations(writer, catalogue, column, cell.Year)
                .Write(cell, formula, (level, figure) => writer.Cell(new FigureAddress(product.Number, level, figure), column));
        }
    }

    private void WritePeriods(FigureDefinition definition, BaseFigure figure)
    {
        foreach (var whole in columns)
        {
            foreach (
                var first in columns.Where(
                    each => each.Kind == whole.Kind && each.First == whole.First && each.Last < whole.Last))
                WriteParts(definition, figure, whole, first, new PublicColumn(first.Last + 1, whole.Last, whole.Kind));
            foreach (var other in columns.Where(each => each != whole && each.Last == whole.Last && each.Kind == whole.Kind))
                Same(definition.Address, whole, other, figure.RollUp == RollUpRule.PointInTime);
        }

        foreach (
            var part in columns.Where(
                each => each.Kind == PublicValueKind.Plan && each != new PublicColumn(1, 12, PublicValueKind.Plan)))
            WriteShare(definition.Address, figure, part);
        foreach (var forecast in columns.Where(each => each.Kind is PublicValueKind.YearForecast or PublicValueKind.Projection))
            WriteForecast(definition.Address, figure, forecast);
    }

    /// <summary>
    /// Two parts make the whole; for a mean by their months, for a grade by weights everybody is taken to know.
    /// </summary>
    private void WriteParts(
        FigureDefinition definition,
        BaseFigure figure,
        PublicColumn whole,
        PublicColumn first,
        PublicColumn second)
    {
        if (!columns.Contains(second))
            return;
        decimal? Weight(PublicColumn column) => figure.RollUp switch
        {
            RollUpRule.Sum => 1,
            RollUpRule.Mean => column.Last - column.First + 1,
            RollUpRule.Weighted =>
                writer.ValueOf(writer.Cell(definition.Address with { Figure = figure.WeightedBy!.Value }, column)),
            _ => null,
        };
        if (Weight(first) is not { } a || Weight(second) is not { } b || Weight(whole) is not { } all)
            return;
        writer.Add(
            Form(definition.Address, first, a).Plus(Form(definition.Address, second, b))
                .Plus(Form(definition.Address, whole, -all)));
    }

    private void Same(FigureAddress address, PublicColumn one, PublicColumn other, bool holds)
    {
        if (holds && one.First < other.First)
            writer.Add(Form(address, one, 1).Plus(Form(address, other, -1)));
    }

    /// <summary>
    /// A plan that is a twelfth a month of the year's (or the same for every month) tells the year's and is told by it.
    /// </summary>
    private void WriteShare(FigureAddress address, BaseFigure figure, PublicColumn part)
    {
        var months = figure.RollUp == RollUpRule.Sum ? part.Last - part.First + 1 : 12;
        writer.Add(Form(address, part, 12).Plus(Form(address, new PublicColumn(1, 12, PublicValueKind.Plan), -months)));
    }

    private void WriteForecast(FigureAddress address, BaseFigure figure, PublicColumn forecast)
    {
        var actual = new PublicColumn(1, forecast.Last, PublicValueKind.Actual);
        var (whole, soFar) = (writer.ValueOf(writer.Cell(address, forecast)), writer.ValueOf(writer.Cell(address, actual)));
        if (figure.RollUp != RollUpRule.Sum || whole is not { } year || soFar is not { } now)
            return;
        writer.Add(forecast.Kind == PublicValueKind.Projection
            ? Form(address, forecast, forecast.Last).Plus(Form(address, actual, -12))
            : Form(address, forecast, 1).Plus(Form(address, actual, -1)).Plus(LinearForm.Of(now - year)));
    }

    private LinearForm Form(FigureAddress address, PublicColumn column, decimal factor) =>
        LinearForm.Of(writer.Cell(address, column)).Times(factor);
}
