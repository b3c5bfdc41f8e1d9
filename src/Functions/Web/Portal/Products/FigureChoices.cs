namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>Figures that may be put beside others.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Figures">The figures with the names people choose them by.</param>
public sealed record FigureChoices(string Title, IReadOnlyList<(ChosenFigure Key, string Name)> Figures)
{
    /// <summary>
    /// What goes with the figures already chosen: the others of their products, and the same ones of other products. Only of
    /// products of which the visitor sees a report.
    /// </summary>
    public static IReadOnlyList<FigureChoices> Of(
        CatalogueSet catalogues, IReadOnlyList<VisibleReport> visible, IReadOnlyList<FigureCourse> chosen)
    {
        var seen = visible.Select(report => report.Summary.Job.Product).OfType<ProductNumber>().ToHashSet();
        List<Product> products =
            [.. catalogues.ByYear.Values.LastOrDefault()?.Products.Where(product => seen.Contains(product.Number)) ?? []];
        var taken = chosen.Select(course => new ChosenFigure(course.Latest.Level, course.Latest.Id)).ToHashSet();
        var own = chosen.Select(course => course.Report.Product).ToHashSet();
        var ids = chosen.Select(course => course.Latest.Id).ToHashSet();
        IEnumerable<FigureChoices> all = chosen.Count == 0
            ?
            [
                new("Hauptzahlen der Produkte",
                    [.. products.SelectMany(product => FiguresOf(product, product).Where(IsMain(product)))]),
            ]
            :
            [
                .. products.Where(product => own.Contains(product.Number)).SelectMany(product => product.Levels.Select(level =>
                    new FigureChoices($"{level.LevelNumber} {level.Name}", [.. FiguresOf(product, level)]))),
                new("Dieselbe Zahl anderer Produkte",
                    [.. products.Where(product => !own.Contains(product.Number))
                        .SelectMany(product => FiguresOf(product, product).Where(each => ids.Contains(each.Key.Figure)))]),
            ];
        return
        [
            .. all.Select(group => group with { Figures = [.. group.Figures.Where(each => !taken.Contains(each.Key))] })
                .Where(group => group.Figures.Count > 0),
        ];
    }

    private static IEnumerable<(ChosenFigure Key, string Name)> FiguresOf(Product product, Level level)
    {
        var owner = level == product ? $"{product.Number} {product.Name}" : $"{level.LevelNumber} {level.Name}";
        return level.Figures.Select(figure => (new ChosenFigure(level.LevelNumber, figure.Id), $"{figure.Name} ({owner})"));
    }

    private static Func<(ChosenFigure Key, string Name), bool> IsMain(Product product) =>
        each => product.Find(each.Key.Figure)?.IsMain == true;
}
