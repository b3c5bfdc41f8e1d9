using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>Computes and remembers the values of figures for spans. For one thread.</summary>
internal sealed class Calculation(CatalogueSet catalogues, FigureSet figures, Memory memory)
{
    public CatalogueSet Catalogues => catalogues;
    public Memory Memory => memory;

    /// <summary>The value of a figure for a span, or why there is none.</summary>
    public CalculatedValue Of(FigureAddress address, Span span) => Of(memory.Of(address, span.Year), span);

    /// <summary>The value of a figure for a span of its year, or why there is none.</summary>
    public CalculatedValue Of(FigureMemory figure, Span span)
    {
        if (figure.Find(span) is { } known)
            return known;
        figure.Remember(span, Reasons.Circular);
        var value = Compute(figure, span);
        figure.Remember(span, value);
        return value;
    }

    /// <summary>How the catalogue in force for a year defines a figure; null where it does not.</summary>
    public FigureDefinition? Define(FigureAddress address, int year) => Define(memory.Of(address, year));

    /// <summary>How the catalogue in force defines a figure; null where it does not.</summary>
    public FigureDefinition? Define(FigureMemory figure)
    {
        if (!figure.IsDefined)
            figure.Definition = FigureDefinition.Find(catalogues, figure.Address, figure.Year);
        return figure.Definition;
    }

    /// <summary>The delivered values of a figure on a basis.</summary>
    public YearSeries? Series(FigureAddress address, Span span) => SeriesOf(memory.Of(address, span.Year), span.Scenario).Values;

    /// <summary>The delivered values of a figure in a scenario.</summary>
    public DeliveredSeries SeriesOf(FigureMemory figure, Scenario scenario) =>
        figure.Series(scenario) ??= new DeliveredSeries(figures.Series(figure.Address, figure.Year, scenario));

    /// <summary>The value of a figure by its formula over the same span.</summary>
    public CalculatedValue Formula(FigureMemory figure, FigureDefinition definition, Span span)
    {
        var plan = definition.Plan;
        var inputs = figure.FormulaInputs ??= [
            .. plan.Leaves.Select(leaf => leaf.Figure is { } address ? memory.Of(address, figure.Year) : null)];
        var values = new CalculatedValue?[inputs.Length];
        for (var index = 0; index < values.Length; index++)
            values[index] = inputs[index] is { } input ? Of(input, span) : null;
        return new FormulaEvaluator(definition, span.End, values).Evaluate();
    }

    private CalculatedValue Compute(FigureMemory figure, Span span)
    {
        if (Define(figure) is not { } definition)
            return catalogues.For(span.Year) is null ? Reasons.NoCatalogue : Reasons.NotInCatalogue(span.Year);
        try
        {
            return definition.Figure is BaseFigure baseFigure
                ? new BaseFigureRules(this, figure, definition, baseFigure).Value(span)
                : Formula(figure, definition, span);
        }
        catch (OverflowException)
        {
            return Reasons.Overflow;
        }
    }
}
