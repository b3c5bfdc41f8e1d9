using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures;

/// <summary>What is totalled: the whole county or one step of the Produktplan.</summary>
public enum TotalKind
{
    /// <summary>All products.</summary>
    County,

    /// <summary>Hauptproduktbereich.</summary>
    MainArea,

    /// <summary>Produktbereich.</summary>
    Area,

    /// <summary>Produktgruppe.</summary>
    Group,
}

/// <summary>The products over which figures are totalled.</summary>
/// <param name="Kind">County or step of the hierarchy.</param>
/// <param name="Number">The step's number; empty for the county.</param>
/// <param name="Name">The step's or the county's name.</param>
/// <param name="Products">The products, in catalogue order.</param>
public sealed record TotalScope(TotalKind Kind, string Number, string Name, ImmutableArray<Product> Products);

/// <summary>
/// Totals over products, only of figures that may be added: base figures that every product of the scope has with the same rule
/// and unit, grades excepted; and key figures with the same formula everywhere, computed from total base figures, never added.
/// </summary>
/// <param name="catalogue">The catalogue of the year.</param>
public sealed class Totals(Catalogue catalogue)
{
    private const int NamedProducts = 3;

    /// <summary>The county, then each Hauptproduktbereich with its Produktbereiche and their Produktgruppen.</summary>
    public ImmutableArray<TotalScope> Scopes { get; } = [.. ScopesOf(catalogue)];

    /// <summary>The product-level figures that have a total, in the order of the first product; of its definitions.</summary>
    public static ImmutableArray<Figure> Figures(TotalScope scope) =>
        scope.Products.IsEmpty ? [] : [.. scope.Products[0].Figures.Where(figure => MayBeAdded(scope, figure.Id))];

    /// <summary>Whether a figure has a total over a scope.</summary>
    public static bool MayBeAdded(TotalScope scope, FigureId id) =>
        !scope.Products.IsEmpty && scope.Products[0].Find(id) switch
        {
            BaseFigure figure => figure.RollUp != RollUpRule.Weighted && scope.Products.All(product => IsSame(figure, product.Find(id))),
            KeyFigure figure => FormulaInputs.Of(DefinitionOf(scope.Products[0], figure, null!)).All(input =>
                    input.Level == scope.Products[0].LevelNumber && MayBeAdded(scope, input.Figure))
                && scope.Products.All(product => product.Find(id) is KeyFigure other && other.Formula!.Text == figure.Formula!.Text),
            _ => false,
        };

    /// <summary>The total of a figure.</summary>
    /// <param name="scope">Over which products.</param>
    /// <param name="figure">A figure for which <see cref="MayBeAdded"/> holds; for others the result is undefined.</param>
    /// <param name="period">At whose end the reference figures of a key figure hold.</param>
    /// <param name="valueOf">The value of one product's figure: for the period, cumulative, planned, of the year before.</param>
    public CalculatedValue Of(TotalScope scope, FigureId figure, Period period, Func<FigureAddress, CalculatedValue> valueOf)
    {
        if (!MayBeAdded(scope, figure))
            return Reasons.NotAdded;
        try
        {
            return scope.Products[0].Find(figure) is KeyFigure key
                ? new FormulaEvaluator(
                        DefinitionOf(scope.Products[0], key, catalogue), period.End, input => Of(scope, input.Figure, period, valueOf))
                    .Evaluate()
                : Sum(scope, figure, valueOf);
        }
        catch (OverflowException)
        {
            return Reasons.Overflow;
        }
    }

    private static CalculatedValue Sum(TotalScope scope, FigureId figure, Func<FigureAddress, CalculatedValue> valueOf)
    {
        ImmutableArray<DerivedInput> products = [.. scope.Products.Select(product => Input(product, figure, valueOf))];
        DerivedInput[] undefined = [.. products.Where(product => product.Value is CalculatedValue.Undefined)];
        return undefined.Length == 0
            ? new CalculatedValue.Known(products.Sum(product => product.Value.Amount!.Value), new Derivation.SumOfProducts(products))
            : undefined.Length <= NamedProducts
            ? Reasons.Inputs(undefined)
            : Reasons.ProductsWithoutValue(undefined, products.Length);
    }

    private static DerivedInput Input(Product product, FigureId figure, Func<FigureAddress, CalculatedValue> valueOf)
    {
        var address = new FigureAddress(product.Number, product.LevelNumber, figure);
        return new DerivedInput($"{product.Number} {product.Name}", address, valueOf(address));
    }

    private static bool IsSame(BaseFigure figure, Figure? other) =>
        other is BaseFigure same && same.RollUp == figure.RollUp && same.Unit == figure.Unit;

    private static FigureDefinition DefinitionOf(Product product, Figure figure, Catalogue catalogue) =>
        new(new FigureAddress(product.Number, product.LevelNumber, figure.Id), catalogue, product, product, figure);

    private static IEnumerable<TotalScope> ScopesOf(Catalogue catalogue)
    {
        var products = catalogue.Products;
        yield return new TotalScope(TotalKind.County, "", catalogue.County, products);
        foreach (var main in Steps(TotalKind.MainArea, products, product => product.Hierarchy.MainArea))
        {
            yield return main;
            foreach (var area in Steps(TotalKind.Area, main.Products, product => product.Hierarchy.Area))
            {
                yield return area;
                foreach (var group in Steps(TotalKind.Group, area.Products, product => product.Hierarchy.Group))
                    yield return group;
            }
        }
    }

    private static IEnumerable<TotalScope> Steps(TotalKind kind, ImmutableArray<Product> products, Func<Product, HierarchyStep> step) =>
        products.GroupBy(product => step(product).Number)
            .Where(group => group.Key.Length > 0)
            .Select(group => new TotalScope(
                kind,
                group.Key,
                group.Select(product => step(product).Name).FirstOrDefault(name => name.Length > 0) ?? "",
                [.. group]));
}
