using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Evaluating;

/// <summary>
/// Computes one formula of one figure from the values of its inputs. All inputs are looked at, so that all reasons for an
/// undefined result are found at once.
/// </summary>
/// <param name="definition">The figure the formula belongs to.</param>
/// <param name="end">The end of the span: which reference figures hold.</param>
/// <param name="values">
/// The values of the inputs by <see cref="FormulaPlan.Leaves"/>, those of reference figures null: they are filled in here. Not to
/// be changed afterwards, for the result's derivation rests on it.
/// </param>
internal sealed class FormulaEvaluator(FigureDefinition definition, DateOnly end, CalculatedValue?[] values)
{
    private readonly FormulaPlan plan = definition.Plan;
    private CalculatedValue.Undefined? divisionByZero;

    /// <summary>The same, with the values of the figures asked for one by one.</summary>
    public FormulaEvaluator(FigureDefinition definition, DateOnly end, Func<FigureAddress, CalculatedValue> valueOf)
        : this(definition, end, [.. definition.Plan.Leaves.Select(leaf => leaf.Figure is { } address ? valueOf(address) : null)])
    {
    }

    public CalculatedValue Evaluate()
    {
        for (var index = 0; index < values.Length; index++)
            values[index] ??= Reference(index, plan.Leaves[index].Reference!.Value);
        var formula = definition.Figure.Formula!;
        if (Value(formula.Root) is { } known)
            return new CalculatedValue.Known(
                known, new Derivation.ByFormula(formula, new LateInputs(definition.FormulaNames, values!)));
        DerivedInput[] undefined = [.. InputsOf(definition, values!).Where(input => input.Value is CalculatedValue.Undefined)];
        return undefined.Length > 0 ? Reasons.Inputs(undefined) : divisionByZero!;
    }

    /// <summary>The inputs with their names; two reference figures of the same name count as one.</summary>
    public static ImmutableArray<DerivedInput> InputsOf(FigureDefinition definition, CalculatedValue[] values)
    {
        var inputs = new List<DerivedInput>(values.Length);
        foreach (var (leaf, value) in definition.Plan.Leaves.Zip(values))
        {
            var name = leaf.Figure is { } address ? definition.NameOfInput(address)
                : value is CalculatedValue.Known { Origin: Derivation.Reference reference } ? reference.Figure.Name
                : leaf.Reference!.Value.Text;
            if (leaf.Figure is not null || value is not CalculatedValue.Known
                || inputs.TrueForAll(input => input.Address is not null || input.Name != name))
                inputs.Add(new DerivedInput(name, leaf.Figure, value));
        }

        return [.. inputs];
    }

    private decimal? Value(Term term) => term switch
    {
        Term.Constant constant => constant.Value,
        Term.FigureValue or Term.ReferenceValue => values[plan.IndicesOf(term)[0]]!.Amount,
        Term.ServiceSum => Sum(plan.IndicesOf(term)),
        Term.Negation negation => -Value(negation.Operand),
        Term.Operation operation => Result(operation, Value(operation.Left), Value(operation.Right)),
        Term.Call call => FormulaArithmetic.Apply(call.Function, [.. call.Arguments.Select(Value)]),
        _ => throw new InvalidOperationException($"No rule for {term.GetType().Name}."),
    };

    private decimal? Sum(int[] services)
    {
        decimal? total = 0m;
        foreach (var index in services)
            total += values[index]!.Amount;
        return total;
    }

    private decimal? Result(Term.Operation operation, decimal? left, decimal? right)
    {
        if (operation.Operator == Operator.DividedBy && right == 0)
        {
            divisionByZero ??= Reasons.ZeroDivisor(Words(operation.Right));
            return null;
        }

        return FormulaArithmetic.Apply(operation.Operator, left, right);
    }

    private CalculatedValue Reference(int index, FigureId id) =>
        definition.Catalogue.ReferenceInForce(id, end) is { } figure
            ? plan.ValueOf(index, figure)
            : Reasons.NotInCatalogue(definition.Catalogue.Year);

    private string Words(Term term) => FormulaWords.Of(
        term,
        (level, figure) => definition.NameOfInput(new FigureAddress(definition.Address.Product, level, figure)),
        id => definition.Catalogue.ReferenceInForce(id, end)?.Name ?? id.Text);
}
