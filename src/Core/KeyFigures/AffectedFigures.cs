using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Core.KeyFigures;

/// <summary>A figure whose values of a year may have changed.</summary>
public readonly record struct AffectedFigure(FigureAddress Address, int Year);

/// <summary>
/// Which figures a change touches: those that were delivered or defined anew, and all that are computed from them, also in other
/// scenarios. Figures of one product depend on that product only.
/// </summary>
public static class AffectedFigures
{
    /// <summary>What newly delivered cells touch.</summary>
    public static ImmutableHashSet<AffectedFigure> ByDelivery(CatalogueSet catalogues, IEnumerable<ValueKey> changed) =>
        [.. changed.Select(key => new AffectedFigure(key.Address, key.Period.Year))
            .Distinct()
            .GroupBy(figure => (figure.Address.Product, figure.Year))
            .SelectMany(group => With(catalogues, group.Key.Product, group.Key.Year, group.Select(figure => figure.Address)))];

    /// <summary>What a change of catalogues touches in the given years.</summary>
    public static ImmutableHashSet<AffectedFigure> ByCatalogue(CatalogueSet before, CatalogueSet after, IEnumerable<int> years) =>
        [.. years.Distinct().SelectMany(year => ByCatalogue(before, after, year))];

    private static IEnumerable<AffectedFigure> ByCatalogue(CatalogueSet before, CatalogueSet after, int year)
    {
        var (old, now) = (before.For(year), after.For(year));
        if (ReferenceEquals(old, now))
            return [];
        var references = ChangedReferences(old, now);
        var numbers = Numbers(old).Union(Numbers(now));
        return numbers.SelectMany(number => ByProduct(before, after, number, year, references));
    }

    private static IEnumerable<AffectedFigure> ByProduct(
        CatalogueSet before, CatalogueSet after, ProductNumber number, int year, HashSet<FigureId> references)
    {
        var old = before.For(year)?.Find(number);
        var now = after.For(year)?.Find(number);
        if (ReferenceEquals(old, now) && references.Count == 0)
            return [];
        FigureAddress[] changed = [.. Addresses(old).Union(Addresses(now)).Where(address => HasChanged(before, after, address, year, references))];
        return changed.Length == 0
            ? []
            : With(before, number, year, changed).Union(With(after, number, year, changed));
    }

    private static bool HasChanged(CatalogueSet before, CatalogueSet after, FigureAddress address, int year, HashSet<FigureId> references)
    {
        var (old, now) = (FigureDefinition.Find(before, address, year), FigureDefinition.Find(after, address, year));
        return old is null || now is null || old.Signature != now.Signature
            || (now.Figure.Formula is { } formula && FormulaInputs.ReferencesOf(formula).Any(references.Contains));
    }

    /// <summary>The changed figures of a product and everything computed from them.</summary>
    private static IEnumerable<AffectedFigure> With(
        CatalogueSet catalogues, ProductNumber number, int year, IEnumerable<FigureAddress> changed)
    {
        var affected = new HashSet<FigureAddress>(changed);
        var dependents = Dependents(catalogues, catalogues.For(year)?.Find(number), year);
        var open = new Stack<FigureAddress>(affected);
        while (open.TryPop(out var each))
        {
            foreach (var dependent in dependents[each].Where(affected.Add))
                open.Push(dependent);
        }

        return affected.Select(address => new AffectedFigure(address, year));
    }

    private static ILookup<FigureAddress, FigureAddress> Dependents(CatalogueSet catalogues, Product? product, int year) =>
        Addresses(product)
            .SelectMany(address => Inputs(FigureDefinition.Find(catalogues, address, year)!).Select(input => (input, address)))
            .ToLookup(edge => edge.input, edge => edge.address);

    private static IEnumerable<FigureAddress> Inputs(FigureDefinition definition) =>
        FormulaInputs.Of(definition)
            .Concat(definition.AddedServices.Select(service => definition.Address with { Level = service.LevelNumber }))
            .Concat(definition.Figure is BaseFigure { WeightedBy: { } weight } ? [definition.Address with { Figure = weight }] : []);

    private static HashSet<FigureId> ChangedReferences(Catalogue? before, Catalogue? after) =>
        [.. References(before).Except(References(after)).Concat(References(after).Except(References(before))).Select(figure => figure.Id)];

    private static ImmutableArray<ReferenceFigure> References(Catalogue? catalogue) => catalogue?.ReferenceFigures ?? [];

    private static IEnumerable<ProductNumber> Numbers(Catalogue? catalogue) => (catalogue?.Products ?? []).Select(product => product.Number);

    private static IEnumerable<FigureAddress> Addresses(Product? product) =>
        product is null ? [] : product.Levels.SelectMany(level =>
            level.Figures.Select(figure => new FigureAddress(product.Number, level.LevelNumber, figure.Id)));
}
