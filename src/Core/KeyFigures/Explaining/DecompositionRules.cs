using System.Collections.Immutable;
using System.Numerics;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Evaluating;

namespace Produktreport.Core.KeyFigures.Explaining;

/// <summary>The values of figures at one of the two sides of a comparison.</summary>
/// <param name="ValueOf">The value of a figure.</param>
/// <param name="ReferenceOf">The value of a reference figure.</param>
internal sealed record Side(Func<FigureAddress, decimal?> ValueOf, Func<FigureId, decimal?> ReferenceOf);

/// <summary>
/// Finds the inputs of a figure and what each contributed to a change. A formula's inputs are followed down through formulas of
/// base figures. A product's sum is parted by service.
/// </summary>
internal sealed class DecompositionRules(FigureDefinition definition, Side before, Side after)
{
    /// <summary>Ten places leave room to add parts without loss; reports show at most six.</summary>
    private const int ExactDecimals = 10;

    private readonly List<Variable> variables = [];
    private readonly Dictionary<FigureAddress, FigureDefinition> followed = [];

    /// <summary>The decomposition; null where a value is undefined or there is nothing to take apart.</summary>
    public Decomposition? Decompose()
    {
        if (before.ValueOf(definition.Address) is not { } former || after.ValueOf(definition.Address) is not { } now)
            return null;
        try
        {
            Expand(definition, former, now);
            var change = Exact(now) - Exact(former);
            return variables.Count == 0 || Shapley.Contributions(variables.Count, Mixed) is not { } amounts
                || !AddUp(amounts, change)
                ? null
                : new Decomposition(definition.Figure.Name, Exact(former), Exact(now), Parts(amounts));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>
    /// Rounds all contributions so far that they can add up exactly; the biggest takes what is left. False where even that fails.
    /// </summary>
    private static bool AddUp(decimal[] amounts, decimal change)
    {
        var biggest = Array.IndexOf(amounts, amounts.MaxBy(Math.Abs));
        for (var index = 0; index < amounts.Length; index++)
            amounts[index] = index == biggest ? 0 : Exact(amounts[index]);
        amounts[biggest] = change - amounts.Sum();
        return amounts.Sum() == change;
    }

    private static decimal Exact(decimal value) => GermanFormat.Round(value, ExactDecimals);

    private ImmutableArray<Contribution> Parts(decimal[] amounts) =>
    [
        .. variables.Zip(amounts, (variable, amount) =>
                new Contribution(variable.Name, variable.Unit, variable.IsService, variable.Before, variable.After, amount))
            .Where(part => part.InputBefore != part.InputAfter || part.Amount != 0)
            .OrderByDescending(part => Math.Abs(part.Amount)).ThenBy(part => part.Input, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Takes a figure's formula for granted where it gives the figure's value on both sides, otherwise the figure is an input.
    /// </summary>
    private bool Expand(FigureDefinition each, decimal former, decimal now)
    {
        if (each.Figure.Formula is { } formula && Follows(each, before, former) && Follows(each, after, now))
        {
            followed[each.Address] = each;
            foreach (var input in each.FormulaInputs)
                Add(input);
            foreach (var reference in formula.Root.References())
                AddReference(reference);
            return true;
        }

        return each == definition && AddServices(former, now);
    }

    private static bool Follows(FigureDefinition each, Side side, decimal value) =>
        FormulaArithmetic.Of(
            each.Figure.Formula!.Root, (level, figure) =>
                side.ValueOf(each.Address with { Level = level, Figure = figure }), side.ReferenceOf) == value;

    private void Add(FigureAddress input)
    {
        if (variables.Exists(variable => variable.Address == input) || followed.ContainsKey(input))
            return;
        var (former, now) = (before.ValueOf(input)!.Value, after.ValueOf(input)!.Value);
        var inner = definition.Product.FindLevel(input.Level) is { } level && level.Find(input.Figure) is { } figure
            ? new FigureDefinition(input, definition.Catalogue, definition.Product, level, figure)
            : null;
        if (inner is not null && inner.Figure.Formula is not null && Expand(inner, former, now))
            return;
        variables.Add(
            new Variable(
                input, null, inner?.NameFrom(definition.Address.Level) ?? input.ToString(), inner?.Figure.Unit ?? "", false,
                    former, now));
    }

    private void AddReference(FigureId id)
    {
        if (variables.Exists(variable => variable.Reference == id))
            return;
        var figure = definition.Catalogue.ReferenceFigures.FirstOrDefault(each => each.Id == id);
        variables.Add(new Variable(
            null, id, figure?.Name ?? id.Text, figure?.Unit ?? "", false, before.ReferenceOf(id)!.Value,
                after.ReferenceOf(id)!.Value));
    }

    private bool AddServices(decimal former, decimal now)
    {
        foreach (var service in definition.AddedServices)
        {
            var address = definition.Address with { Level = service.LevelNumber };
            if (before.ValueOf(address) is not { } old || after.ValueOf(address) is not { } current)
                return false;
            variables.Add(
                new Variable(address, null, $"{service.LevelNumber} {service.Name}", definition.Figure.Unit, true, old, current));
        }

        return variables.Sum(variable => variable.Before) == former && variables.Sum(variable => variable.After) == now;
    }

    private decimal? Mixed(BigInteger isNew)
    {
        if (!followed.ContainsKey(definition.Address))
            return variables.Select((variable, index) => variable.Value(isNew, index)).Sum();
        return ValueOf(definition.Address);

        decimal? ValueOf(FigureAddress address)
        {
            if (followed.TryGetValue(address, out var each))
                return FormulaArithmetic.Of(
                    each.Figure.Formula!.Root, (level, figure) =>
                        ValueOf(address with { Level = level, Figure = figure }), Reference);
            var index = variables.FindIndex(variable => variable.Address == address);
            return variables[index].Value(isNew, index);
        }

        decimal? Reference(FigureId id)
        {
            var index = variables.FindIndex(variable => variable.Reference == id);
            return variables[index].Value(isNew, index);
        }
    }

    private sealed record Variable(
        FigureAddress? Address, FigureId? Reference, string Name, string Unit, bool IsService, decimal Before, decimal After)
    {
        public decimal Value(BigInteger isNew, int index) => (isNew >> index & 1) == 1 ? After : Before;
    }
}
