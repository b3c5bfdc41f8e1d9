using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Protection;

/// <summary>Reads a formula as linear forms over cells: a form, or a quotient of two.</summary>
/// <param name="cellOf">The cell of a figure.</param>
/// <param name="referenceOf">The value of a reference figure, which everybody knows.</param>
internal sealed class LinearReading(Func<LevelNumber, FigureId, PublicCell> cellOf, Func<FigureId, decimal?> referenceOf)
{
    /// <summary>Numerator and divisor; null for formulas of another kind.</summary>
    public (LinearForm Numerator, LinearForm Divisor)? Quotient(Term term) => term switch
    {
        Term.Operation { Operator: Operator.DividedBy } division when Form(division.Left) is { } left
            && Form(division.Right) is { } right => (left, right),
        Term.Operation { Operator: Operator.Times } product when Form(product.Right) is { Terms.Count: 0 } factor
            && Quotient(product.Left) is { } left => (left.Numerator.Times(factor.Constant), left.Divisor),
        Term.Operation { Operator: Operator.Times } product when Form(product.Left) is { Terms.Count: 0 } factor
            && Quotient(product.Right) is { } right => (right.Numerator.Times(factor.Constant), right.Divisor),
        Term.Operation { Operator: Operator.DividedBy } division when Form(
            division.Right) is { Terms.Count: 0, Constant: not 0 } divisor && Quotient(division.Left) is { } left =>
                (left.Numerator.Times(1 / divisor.Constant), left.Divisor),
        Term.Negation negation when Quotient(negation.Operand) is { } inner => (inner.Numerator.Times(-1), inner.Divisor),
        _ => null,
    };

    /// <summary>A linear form; null for formulas of another kind.</summary>
    public LinearForm? Form(Term term) => term switch
    {
        Term.Constant constant => LinearForm.Of(constant.Value),
        Term.FigureValue figure => LinearForm.Of(cellOf(figure.Level, figure.Figure)),
        Term.ReferenceValue reference => referenceOf(reference.ReferenceFigure) is { } value ? LinearForm.Of(value) : null,
        Term.ServiceSum sum =>
            sum.Services.Select(service => LinearForm.Of(cellOf(service, sum.Figure)))
                .Aggregate(LinearForm.Of(0), (total, each) => total.Plus(each)),
        Term.Negation negation => Form(negation.Operand)?.Times(-1),
        Term.Operation operation when Form(operation.Left) is { } left && Form(operation.Right) is { } right =>
            Combined(operation.Operator, left, right),
        _ => null,
    };

    private static LinearForm? Combined(Operator sign, LinearForm left, LinearForm right) => sign switch
    {
        Operator.Plus => left.Plus(right),
        Operator.Minus => left.Plus(right.Times(-1)),
        Operator.Times when right.Terms.Count == 0 => left.Times(right.Constant),
        Operator.Times when left.Terms.Count == 0 => right.Times(left.Constant),
        Operator.DividedBy when right is { Terms.Count: 0, Constant: not 0 } => left.Times(1 / right.Constant),
        _ => null,
    };
}
