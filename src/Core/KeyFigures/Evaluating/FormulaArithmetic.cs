using Produktreport.Core.Catalogues;

namespace Produktreport.Core.KeyFigures.Evaluating;

/// <summary>The bare value of a formula's tree for given inputs, without reasons or derivation.</summary>
internal static class FormulaArithmetic
{
    /// <summary>The value; null where an input is null or a divisor is zero.</summary>
    public static decimal? Of(Term term, Func<LevelNumber, FigureId, decimal?> figure, Func<FigureId, decimal?> reference)
    {
        return Value(term);

        decimal? Value(Term each) => each switch
        {
            Term.Constant constant => constant.Value,
            Term.FigureValue value => figure(value.Level, value.Figure),
            Term.ReferenceValue value => reference(value.ReferenceFigure),
            Term.ServiceSum sum =>
                sum.Services.Select(service => figure(service, sum.Figure))
                    .Aggregate((decimal?)0m, (total, next) => total + next),
            Term.Negation negation => -Value(negation.Operand),
            Term.Operation operation => Apply(operation.Operator, Value(operation.Left), Value(operation.Right)),
            Term.Call call => Apply(call.Function, [.. call.Arguments.Select(Value)]),
            _ => throw new InvalidOperationException($"No rule for {each.GetType().Name}."),
        };
    }

    public static decimal? Apply(Operator sign, decimal? left, decimal? right) => sign switch
    {
        Operator.Plus => left + right,
        Operator.Minus => left - right,
        Operator.Times => left * right,
        _ => right == 0 ? null : left / right,
    };

    public static decimal? Apply(Function function, decimal?[] arguments) =>
        Array.Exists(arguments, argument => argument is null) ? null : function switch
        {
            Function.Minimum => arguments.Min(),
            Function.Maximum => arguments.Max(),
            Function.Absolute => Math.Abs(arguments[0]!.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(function)),
        };
}
