using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Formulas;

namespace Produktreport.Core.KeyFigures;

/// <summary>Which figures a formula names.</summary>
internal static class FormulaInputs
{
    /// <summary>The addresses the figure's formula reads, each once; empty where it has none.</summary>
    public static IReadOnlyCollection<FigureAddress> Of(FigureDefinition definition)
    {
        var found = new HashSet<FigureAddress>();
        if (definition.Figure.Formula is { } formula)
            Collect(formula.Root, (level, figure) => found.Add(new FigureAddress(definition.Address.Product, level, figure)));
        return found;
    }

    private static void Collect(Term term, Action<LevelNumber, FigureId> found)
    {
        switch (term)
        {
            case Term.FigureValue value:
                found(value.Level, value.Figure);
                break;
            case Term.ServiceSum sum:
                foreach (var service in sum.Services)
                    found(service, sum.Figure);
                break;
            case Term.Negation negation:
                Collect(negation.Operand, found);
                break;
            case Term.Operation operation:
                Collect(operation.Left, found);
                Collect(operation.Right, found);
                break;
            case Term.Call call:
                foreach (var argument in call.Arguments)
                    Collect(argument, found);
                break;
        }
    }
}
