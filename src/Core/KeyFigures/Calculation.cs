using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Core.KeyFigures;

/// <summary>Computes and remembers the values of figures for spans. For one thread.</summary>
internal sealed class Calculation(CatalogueSet catalogues, FigureSet figures)
{
    private readonly Dictionary<FigureAddress, FigureNode> nodes = [];

    public CatalogueSet Catalogues => catalogues;

    /// <summary>The value of a figure for a span, or why there is none.</summary>
    public CalculatedValue Of(FigureAddress address, Span span)
    {
        var node = NodeOf(address);
        if (node.Values.TryGetValue(span.Key, out var known))
            return known;
        node.Values[span.Key] = Reasons.Circular;
        return node.Values[span.Key] = Compute(address, span);
    }

    /// <summary>How the catalogue in force for a year defines a figure; null where it does not.</summary>
    public FigureDefinition? Define(FigureAddress address, int year)
    {
        var definitions = NodeOf(address).Definitions;
        if (!definitions.TryGetValue(year, out var definition))
            definitions[year] = definition = FigureDefinition.Find(catalogues, address, year);
        return definition;
    }

    /// <summary>The delivered values of a figure on a basis.</summary>
    public YearSeries? Series(FigureAddress address, Span span) => figures.Series(address, span.Year, span.Scenario);

    private CalculatedValue Compute(FigureAddress address, Span span)
    {
        if (catalogues.For(span.Year) is null)
            return Reasons.NoCatalogue;
        if (Define(address, span.Year) is not { } definition)
            return Reasons.NotInCatalogue(span.Year);
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

    /// <summary>The value of a figure by its formula over the same span.</summary>
    public CalculatedValue Formula(FigureDefinition definition, Span span) =>
        new FormulaEvaluator(definition, span.End, input => Of(input, span)).Evaluate(definition.Figure.Formula!);

    private FigureNode NodeOf(FigureAddress address)
    {
        if (!nodes.TryGetValue(address, out var node))
            nodes[address] = node = new FigureNode();
        return node;
    }

    private sealed class FigureNode
    {
        public Dictionary<int, CalculatedValue> Values { get; } = [];

        public Dictionary<int, FigureDefinition?> Definitions { get; } = [];
    }
}
