using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Core.KeyFigures;

/// <summary>Computes and remembers the values of figures for spans. For one thread.</summary>
internal sealed class Calculation(CatalogueSet catalogues, FigureSet figures, Memory memory)
{
    public CatalogueSet Catalogues => catalogues;

    public Memory Memory => memory;

    /// <summary>The value of a figure for a span, or why there is none.</summary>
    public CalculatedValue Of(FigureAddress address, Span span)
    {
        var node = memory.Of(address);
        if (node.Values.TryGetValue(span.Key, out var known))
            return known;
        node.Values[span.Key] = Reasons.Circular;
        return node.Values[span.Key] = Compute(node, address, span);
    }

    /// <summary>How the catalogue in force for a year defines a figure; null where it does not.</summary>
    public FigureDefinition? Define(FigureAddress address, int year) => Define(memory.Of(address), address, year);

    /// <summary>The delivered values of a figure on a basis.</summary>
    public YearSeries? Series(FigureAddress address, Span span) => SeriesOf(address, span).Values;

    /// <summary>The same, with the parts made from them.</summary>
    public SeriesMemory SeriesOf(FigureAddress address, Span span)
    {
        var series = memory.Of(address).Series;
        if (!series.TryGetValue((span.Year, span.Scenario), out var known))
            series[(span.Year, span.Scenario)] = known = new SeriesMemory(figures.Series(address, span.Year, span.Scenario));
        return known;
    }

    /// <summary>The value of a figure by its formula over the same span.</summary>
    public CalculatedValue Formula(FigureDefinition definition, Span span) =>
        new FormulaEvaluator(definition, span.End, input => Of(input, span)).Evaluate(definition.Figure.Formula!);

    private FigureDefinition? Define(FigureMemory node, FigureAddress address, int year)
    {
        if (!node.Definitions.TryGetValue(year, out var definition))
            node.Definitions[year] = definition = FigureDefinition.Find(catalogues, address, year);
        return definition;
    }

    private CalculatedValue Compute(FigureMemory node, FigureAddress address, Span span)
    {
        if (Define(node, address, span.Year) is not { } definition)
            return catalogues.For(span.Year) is null ? Reasons.NoCatalogue : Reasons.NotInCatalogue(span.Year);
        try
        {
            return definition.Figure is BaseFigure figure
                ? new BaseFigureRules(this, definition, figure).Value(span)
                : Formula(definition, span);
        }
        catch (OverflowException)
        {
            return Reasons.Overflow;
        }
    }
}
