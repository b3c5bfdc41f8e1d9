using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Formulas;

namespace Produktreport.Core.KeyFigures;

/// <summary>
/// Computes one formula of one figure from the values of its inputs. All inputs are looked at, so that all reasons for an
/// undefined result are found at once.
/// </summary>
/// <param name="definition">The figure the formula belongs to.</param>
/// <param name="end">The end of the span: which reference figures hold.</param>
/// <param name="valueOf">The value of another figure of the product for the same span.</param>
internal sealed class FormulaEvaluator(FigureDefinition definition, DateOnly end, Func<FigureAddress, CalculatedValue> valueOf)
{
    private readonly List<DerivedInput> inputs = [];
    private CalculatedValue.Undefined? divisionByZero;

    public CalculatedValue Evaluate(Formula formula)
    {
        if (Value(formula.Root) is { } known)
            return new CalculatedValue.Known(known, new Derivation.ByFormula(formula, [.. inputs]));
        DerivedInput[] undefined = [.. inputs.Where(input => input.Value is CalculatedValue.Undefined)];
        return undefined.Length > 0 ? Reasons.Inputs(undefined) : divisionByZero!;
    }

    private decimal? Value(Term term) => term switch
    {
        Term.Constant constant => constant.Value,
        Term.FigureValue figure => Input(AddressOf(figure.Level, figure.Figure)).Amount,
        Term.ReferenceValue reference => Reference(reference.ReferenceFigure),
        Term.ServiceSum sum => Sum(sum),
        Term.Negation negation => -Value(negation.Operand),
        Term.Operation operation => Result(operation, Value(operation.Left), Value(operation.Right)),
        Term.Call call => Result(call),
        _ => throw new InvalidOperationException($"No rule for {term.GetType().Name}."),
    };

    private decimal? Sum(Term.ServiceSum sum)
    {
        decimal? total = 0m;
        foreach (var service in sum.Services)
            total += Input(AddressOf(service, sum.Figure)).Amount;
        return total;
    }

    private decimal? Result(Term.Operation operation, decimal? left, decimal? right)
    {
        if (operation.Operator == Operator.DividedBy && right == 0)
        {
            divisionByZero ??= Reasons.ZeroDivisor(Words(operation.Right));
            return null;
        }

        return FormulaValue.Apply(operation.Operator, left, right);
    }

    private decimal? Result(Term.Call call) => FormulaValue.Apply(call.Function, [.. call.Arguments.Select(Value)]);

    private CalculatedValue Input(FigureAddress address)
    {
        foreach (var input in inputs)
        {
            if (input.Address == address)
                return input.Value;
        }

        var value = valueOf(address);
        inputs.Add(new DerivedInput(NameOf(address), address, value));
        return value;
    }

    private decimal? Reference(FigureId id)
    {
        var figure = ReferenceFigures.InForce(definition.Catalogue, id, end);
        if (figure is not null && inputs.TrueForAll(input => input.Address is not null || input.Name != figure.Name))
            inputs.Add(new DerivedInput(figure.Name, null, new CalculatedValue.Known(figure.Value, new Derivation.Reference(figure))));
        else if (figure is null)
            inputs.Add(new DerivedInput(id.Text, null, Reasons.NotInCatalogue(definition.Catalogue.Year)));
        return figure?.Value;
    }

    private FigureAddress AddressOf(LevelNumber level, FigureId figure) => new(definition.Address.Product, level, figure);

    private string NameOf(FigureAddress address) => definition.NameOfInput(address);

    private string Words(Term term) =>
        FormulaWords.Of(term, (level, figure) => NameOf(AddressOf(level, figure)), id => ReferenceFigures.InForce(definition.Catalogue, id, end)?.Name ?? id.Text);
}
