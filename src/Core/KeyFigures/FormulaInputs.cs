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
            Collect(formula.Root, (level, figure) => found.Add(new FigureAddress(definition.Address.Product, level, figure)), _ => { });
        return found;
    }

    /// <summary>The reference figures a formula reads, each once.</summary>
    public static IReadOnlyCollection<FigureId> ReferencesOf(Formula formula)
    {
        var found = new HashSet<FigureId>();
        Collect(formula.Root, (_, _) => { }, id => found.Add(id));
        return found;
    }

    /// <summary>Calls back for every figure a term reads.</summary>
    public static void Visit(Term term, Action<LevelNumber, FigureId> found) => Collect(term, found, _ => { });

    private static void Collect(Term term, Action<LevelNumber, FigureId> found, Action<FigureId> reference)
    {
        switch (term)
        {
            case Term.FigureValue value:
                found(value.Level, value.Figure);
                break;
            case Term.ReferenceValue value:
                reference(value.ReferenceFigure);
                break;
            case Term.ServiceSum sum:
                foreach (var service in sum.Services)
                    found(service, sum.Figure);
                break;
            case Term.Negation negation:
                Collect(negation.Operand, found, reference);
                break;
            case Term.Operation operation:
                Collect(operation.Left, found, reference);
                Collect(operation.Right, found, reference);
                break;
            case Term.Call call:
                foreach (var argument in call.Arguments)
                    Collect(argument, found, reference);
                break;
        }
    }
}
