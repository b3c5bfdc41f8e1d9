using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading.FormulaSyntax;

/// <summary>
/// Gives the names of a formula their meaning. Every name that has none is a finding; a formula with any has no tree.
/// </summary>
internal sealed class FormulaResolver
{
    private readonly FormulaSite site;
    private readonly FormulaScope scope;
    private readonly FindingList findings;

    private FormulaResolver(FormulaSite site, FormulaScope scope, FindingList findings) =>
        (this.site, this.scope, this.findings) = (site, scope, findings);

    /// <summary>The formula with its tree; null where anything is wrong with it, with the findings added.</summary>
    public static Formula? Resolve(FormulaSite site, FormulaScope scope, FindingList findings)
    {
        var before = findings.Total;
        var (expression, fault) = FormulaParser.Parse(site);
        if (fault is not null)
            findings.Add(fault);
        if (expression is null || new FormulaResolver(site, scope, findings).Term(expression) is not { } root
            || findings.Total > before)
            return null;
        if (UnitCheck.Fault(root, site, scope) is not { } unit)
            return new Formula(site.Text, root);
        findings.Add(unit);
        return null;
    }

    private Term? Term(Expression expression) => expression switch
    {
        Expression.Number number => new Term.Constant(number.Value),
        Expression.Name name => Name(name),
        Expression.Negation negation => Term(negation.Operand) is { } operand ? new Term.Negation(operand) : null,
        Expression.Operation operation => Operation(operation),
        Expression.Call call => Call(call),
        _ => throw new InvalidOperationException($"Unknown expression {expression}."),
    };

    private Term.Operation? Operation(Expression.Operation operation)
    {
        var (left, right) = (Term(operation.Left), Term(operation.Right));
        if (operation.Operator == Operator.DividedBy && right is Term.Constant { Value: 0 })
            return Fault<Term.Operation>(CatalogueFindings.FormulaDividesByZero(site));
        return left is null || right is null ? null : new Term.Operation(operation.Operator, left, right);
    }

    private Term? Name(Expression.Name name) => name.Qualifier switch
    {
        null => Plain(name.Text),
        "produkt" => At(scope.Product, name),
        "leistungen" => Fault<Term>(CatalogueFindings.FormulaServicesOutsideSum(site, name.Full)),
        var number =>
            LevelNumber.TryParse(number, out var level) && scope.Product.FindLevel(level) is { } found && level != default
            ? At(found, name)
            : Fault<Term>(
                CatalogueFindings.FormulaUnknownService(
                    site, number, [.. scope.Product.Levels.Select(known => known.LevelNumber.Text)])),
    };

    private Term? Plain(string name)
    {
        if (!FigureId.TryParse(name, out var id))
            return Fault<Term>(CatalogueFindings.FormulaUnknownName(site, name, [.. scope.PlainNames]));
        if (scope.Level.Find(id) is not null)
            return new Term.FigureValue(scope.Level.LevelNumber, id);
        if (scope.Reference(id) is not null)
            return new Term.ReferenceValue(id);
        return Fault<Term>(CatalogueFindings.FormulaUnknownName(site, name, [.. scope.PlainNames]));
    }

    private Term? At(Level level, Expression.Name name) =>
        FigureId.TryParse(name.Text, out var id) && level.Find(id) is not null
            ? new Term.FigureValue(level.LevelNumber, id)
            : Fault<Term>(CatalogueFindings.FormulaUnknownName(
                site, name.Full, [.. level.Figures.Select(figure => $"{name.Qualifier}.{figure.Id}")]));

    private Term? Call(Expression.Call call)
    {
        if (call.Function == "summe")
            return Sum(call);
        if (Known(call.Function) is not { } function)
            return Fault<Term>(CatalogueFindings.FormulaUnknownFunction(site, call.Function));
        var arguments = call.Arguments.Select(Term).ToList();
        if (function == Function.Absolute ? arguments.Count != 1 : arguments.Count < 2)
            return Fault<Term>(
                CatalogueFindings.FormulaArguments(
                    site, call.Function, function == Function.Absolute ? "genau einen Wert" : "mindestens zwei Werte"));
        return arguments.Contains(null) ? null : new Term.Call(function, [.. arguments.Select(argument => argument!)]);
    }

    private static Function? Known(string name) => name switch
    {
        "min" => Function.Minimum,
        "max" => Function.Maximum,
        "abs" => Function.Absolute,
        _ => null,
    };

    private Term? Sum(Expression.Call call)
    {
        if (call.Arguments is not [Expression.Name { Qualifier: "leistungen" } name])
            return Fault<Term>(
                CatalogueFindings.FormulaArguments(site, "summe", "genau einen Wert der Form leistungen.kurzname"));
        if (scope.Product.LevelNumber == default)
            return Fault<Term>(CatalogueFindings.FormulaServicesInStandard(site));
        var services = scope.Product.Services
            .Where(service => FigureId.TryParse(name.Text, out var id) && service.Find(id) is not null)
            .Select(service => service.Number).ToImmutableArray();
        return services.IsEmpty
            ? Fault<Term>(CatalogueFindings.FormulaUnknownName(
                site, name.Full,
                    [.. scope.Product.Services.SelectMany(service => service.Figures).Select(figure => $"leistungen.{figure.Id}")
                        .Distinct()]))
            : new Term.ServiceSum(FigureId.Of(name.Text), services);
    }

    private T? Fault<T>(Finding finding)
        where T : Term
    {
        findings.Add(finding);
        return null;
    }
}
