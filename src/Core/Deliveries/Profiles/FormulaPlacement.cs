using System.Collections.Immutable;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Deliveries.Profiles;

/// <summary>Gives standard figures a level: names in their formulas that stand for the level itself get its number.</summary>
internal static class FormulaPlacement
{
    /// <summary>The figures with formulas that speak of <paramref name="level"/>.</summary>
    public static ImmutableArray<T> At<T>(ImmutableArray<T> figures, LevelNumber level)
        where T : Figure =>
        [.. figures.Select(figure => figure.Formula is { } formula ? figure with { Formula = formula with { Root = At(formula.Root, level) } } : figure)];

    private static Term At(Term term, LevelNumber level) => term switch
    {
        Term.FigureValue value when value.Level == default => value with { Level = level },
        Term.Negation negation => new Term.Negation(At(negation.Operand, level)),
        Term.Operation operation => operation with { Left = At(operation.Left, level), Right = At(operation.Right, level) },
        Term.Call call => call with { Arguments = [.. call.Arguments.Select(argument => At(argument, level))] },
        _ => term,
    };
}
