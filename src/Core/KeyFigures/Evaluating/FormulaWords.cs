using Produktreport.Core.Catalogues;
using Produktreport.Core.German;

namespace Produktreport.Core.KeyFigures.Evaluating;

/// <summary>A formula as a reader reads it: full names instead of ids, German numbers, <c>×</c> and <c>÷</c>.</summary>
internal static class FormulaWords
{
    public static string Of(Term term, Func<LevelNumber, FigureId, string> figure, Func<FigureId, string> reference)
    {
        return Words(term);

        string Words(Term each) => each switch
        {
            Term.Constant constant => GermanFormat.Exact(constant.Value),
            Term.FigureValue value => figure(value.Level, value.Figure),
            Term.ReferenceValue value => reference(value.ReferenceFigure),
            Term.ServiceSum sum =>
                $"Summe der Leistungen ({string.Join(", ", sum.Services.Select(service => figure(service, sum.Figure)))})",
            Term.Negation negation => "−" + Bound(negation.Operand, 3),
            Term.Operation operation => Joined(operation),
            Term.Call call => $"{Name(call.Function)}({string.Join("; ", call.Arguments.Select(Words))})",
            _ => throw new InvalidOperationException($"No words for {each.GetType().Name}."),
        };

        string Joined(Term.Operation operation)
        {
            var strength = Strength(operation);
            var stricter = operation.Operator is Operator.Minus or Operator.DividedBy ? 1 : 0;
            return $"{Bound(operation.Left, strength)} {Sign(operation.Operator)} {Bound(operation.Right, strength + stricter)}";
        }

        string Bound(Term inner, int strength) => Strength(inner) < strength ? $"({Words(inner)})" : Words(inner);
    }

    private static int Strength(Term term) => term switch
    {
        Term.Operation { Operator: Operator.Plus or Operator.Minus } => 1,
        Term.Operation => 2,
        _ => 3,
    };

    private static string Sign(Operator sign) => sign switch
    {
        Operator.Plus => "+",
        Operator.Minus => "−",
        Operator.Times => "×",
        _ => "÷",
    };

    private static string Name(Function function) => function switch
    {
        Function.Minimum => "Minimum",
        Function.Maximum => "Maximum",
        Function.Absolute => "Betrag",
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };
}
