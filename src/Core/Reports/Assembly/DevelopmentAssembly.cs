using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>Says of each main key figure what made it change since the year before.</summary>
internal static class DevelopmentAssembly
{
    /// <summary>
    /// One sentence for each main key figure that can be compared and has changed, in the order of the catalogue.
    /// </summary>
    public static ImmutableArray<ReportDevelopment> Of(FigureCalculator calculator, Product product, Period period) =>
    [
        .. product.Levels
            .SelectMany(
                level => level.Figures.OfType<KeyFigure>().Where(figure => figure.IsMain)
                .Select(figure => (level.LevelNumber, figure)))
            .Select(each =>
                (each.LevelNumber, each.figure, Change: Change(calculator, product, each.LevelNumber, each.figure, period)))
            .Where(each => each.Change is { Change: not 0 })
            .Select(each => new ReportDevelopment(
                each.LevelNumber, each.figure.Id, each.figure.Name, DecompositionText.Of(
                    each.Change!, each.figure.Unit, each.figure.Decimals))),
    ];

    private static Decomposition? Change(
        FigureCalculator calculator, Product product, LevelNumber level, KeyFigure figure, Period period) =>
        calculator.DecomposeAgainstPreviousYear(new FigureAddress(product.Number, level, figure.Id), period);
}
