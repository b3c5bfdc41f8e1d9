using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>The products over which figures are totalled.</summary>
/// <param name="Step">The county or a step of the hierarchy.</param>
/// <param name="Number">The step's number; empty for the county.</param>
/// <param name="Name">The step's or the county's name.</param>
/// <param name="Products">The products, in catalogue order.</param>
internal sealed record TotalScope(HierarchyLevel Step, string Number, string Name, ImmutableArray<Product> Products)
{
    /// <summary>The product-level figures that have a total, in the order of the first product; of its definitions.</summary>
    public ImmutableArray<Figure> Figures =>
        Products.IsEmpty ? [] : [.. Products[0].Figures.Where(figure => MayBeAdded(figure.Id))];

    /// <summary>Whether a figure has a total over these products.</summary>
    public bool MayBeAdded(FigureId id) =>
        !Products.IsEmpty && Products[0].Find(id) switch
        {
            BaseFigure figure =>
                figure.RollUp != RollUpRule.Weighted && Products.All(product => IsSame(figure, product.Find(id))),
            KeyFigure figure => figure.Formula!.Root.Figures().All(input =>
                    input.Level == Products[0].LevelNumber && MayBeAdded(input.Figure))
                && Products.All(product => product.Find(id) is KeyFigure other && other.Formula!.Text == figure.Formula!.Text),
            _ => false,
        };

    private static bool IsSame(BaseFigure figure, Figure? other) =>
        other is BaseFigure same && same.RollUp == figure.RollUp && same.Unit == figure.Unit;
}

/// <summary>
/// Totals over products, only of figures that may be added. These are the base figures that every product of the scope has with
/// the same rule and unit, grades excepted. Key figures with the same formula everywhere are computed from total base figures,
/// never added.
/// </summary>
/// <param name="catalogue">The catalogue of the year.</param>
internal sealed class Totals(Catalogue catalogue)
{
    private const int NamedProducts = 3;

    /// <summary>The county, then each Hauptproduktbereich with its Produktbereiche and their Produktgruppen.</summary>
    public ImmutableArray<TotalScope> Scopes { get; } = [.. ScopesOf(catalogue)];

    /// <summary>The total of a figure.</summary>
    /// <param name="scope">Over which products.</param>
    /// <param name="figure">
    /// A figure for which <see cref="TotalScope.MayBeAdded"/> holds; for others the result is undefined.
    /// </param>
    /// <param name="period">At whose end the reference figures of a key figure hold.</param>
    /// <param name="valueOf">The value of one product's figure: for the period, cumulative, planned, of the year before.</param>
    public CalculatedValue Of(TotalScope scope, FigureId figure, Period period, Func<FigureAddress, CalculatedValue> valueOf)
    {
        if (!scope.MayBeAdded(figure))
            return Reasons.NotAdded;
        try
        {
            return scope.Products[0].Find(figure) is KeyFigure key
                ? new FormulaEvaluator(
                        DefinitionOf(scope.Products[0], key, catalogue), period.End, input =>
                            Of(scope, input.Figure, period, valueOf))
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
            ? new CalculatedValue.Known(
                products.Sum(product => product.Value.Amount!.Value), new Derivation.SumOfProducts(products))
            : undefined.Length <= NamedProducts
            ? Reasons.Inputs(undefined)
            : Reasons.ProductsWithoutValue(undefined, products.Length);
    }

    private static DerivedInput Input(Product product, FigureId figure, Func<FigureAddress, CalculatedValue> valueOf)
    {
        var address = new FigureAddress(product.Number, product.LevelNumber, figure);
        return new DerivedInput($"{product.Number} {product.Name}", address, valueOf(address));
    }

    private static FigureDefinition DefinitionOf(Product product, Figure figure, Catalogue catalogue) =>
        new(new FigureAddress(product.Number, product.LevelNumber, figure.Id), catalogue, product, product, figure);

    private static IEnumerable<TotalScope> ScopesOf(Catalogue catalogue)
    {
        var products = catalogue.Products;
        yield return new TotalScope(HierarchyLevel.County, "", catalogue.County, products);
        foreach (var main in Steps(HierarchyLevel.MainArea, products, product => product.Hierarchy.MainArea))
        {
            yield return main;
            foreach (var area in Steps(HierarchyLevel.Area, main.Products, product => product.Hierarchy.Area))
            {
                yield return area;
                foreach (var group in Steps(HierarchyLevel.Group, area.Products, product => product.Hierarchy.Group))
                    yield return group;
            }
        }
    }

    private static IEnumerable<TotalScope> Steps(
        HierarchyLevel level, ImmutableArray<Product> products, Func<Product, HierarchyStep> step) =>
        products.GroupBy(product => step(product).Number)
            .Where(group => group.Key.Length > 0)
            .Select(group => new TotalScope(
                level, group.Key, group.Select(product => step(product).Name).FirstOrDefault(name => name.Length > 0) ?? "",
                [.. group]));
}
