using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading.FormulaSyntax;

/// <summary>
/// Whether a formula adds like to like, and whether its result can have the unit it is printed with. Multiplying and dividing
/// make new units; a written number fits every sum and may carry a unit of its own (35 €/h), so that a product with one is not
/// judged.
/// </summary>
internal sealed class UnitCheck
{
    private readonly FormulaSite site;
    private readonly FormulaScope scope;
    private Finding? fault;

    private UnitCheck(FormulaSite site, FormulaScope scope) => (this.site, this.scope) = (site, scope);

    /// <summary>The first fault, or null.</summary>
    public static Finding? Fault(Term root, FormulaSite site, FormulaScope scope)
    {
        var check = new UnitCheck(site, scope);
        var result = check.Of(root);
        return check.fault ?? check.Contradiction(result);
    }

    private Quantity Of(Term term) => term switch
    {
        Term.Constant => Quantity.Constant,
        Term.FigureValue figure => Quantity.Of(scope.UnitOf(figure.Level, figure.Figure) ?? ""),
        Term.ReferenceValue reference => Quantity.Of(scope.Reference(reference.ReferenceFigure)?.Unit ?? ""),
        Term.ServiceSum sum =>
            Alike("summe", [.. sum.Services.Select(service => Quantity.Of(scope.UnitOf(service, sum.Figure) ?? ""))]),
        Term.Negation negation => Of(negation.Operand),
        Term.Operation { Operator: Operator.Times } times => Of(times.Left).Times(Of(times.Right)),
        Term.Operation { Operator: Operator.DividedBy } over => Of(over.Left).Over(Of(over.Right)),
        Term.Operation sum => Alike(sum.Operator == Operator.Plus ? "+" : "-", [Of(sum.Left), Of(sum.Right)]),
        Term.Call { Function: Function.Absolute } call => Of(call.Arguments[0]),
        Term.Call call => Alike(call.Function == Function.Minimum ? "min" : "max", [.. call.Arguments.Select(Of)]),
        _ => throw new InvalidOperationException($"Unknown term {term}."),
    };

    private Quantity Alike(string operation, ImmutableArray<Quantity> operands)
    {
        var first = operands.FirstOrDefault(operand => !operand.IsConstant) ?? operands[0];
        if (operands.FirstOrDefault(operand => !operand.FitsWith(first)) is { } other)
            fault ??= CatalogueFindings.FormulaUnits(site, operation, first.ToString(), other.ToString());
        return first;
    }

    /// <summary>
    /// A result of another kind than declared, as hours declared in €; ratios and products with numbers are given the benefit of
    /// the doubt.
    /// </summary>
    private Finding? Contradiction(Quantity result)
    {
        var unit = scope.UnitOf(site.Level, site.Figure) ?? "";
        var declared = Quantity.Of(unit);
        var clear = !declared.IsPlain && result is { IsPlain: false, Scale: not null }
            && result.Exponents.Any(pair => pair.Value > 0)
            && !result.Exponents.Any(pair => pair.Value > 0 && declared.Exponents.ContainsKey(pair.Key));
        var scaled = result.Scale is { } scale && !declared.IsPlain && declared.Exponents.SequenceEqual(result.Exponents)
            && declared.Scale != scale;
        return clear || scaled ? CatalogueFindings.FormulaResultUnit(site, unit, result.ToString()) : null;
    }
}
