using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>Puts the comparable main figures of a product beside those of other counties.</summary>
internal sealed class ComparisonAssembly(FigureCalculator calculator, Product product, Period year, Peers peers)
{
    /// <summary>The comparison; null where nothing of the product can be compared.</summary>
    /// <param name="calculator">Computes the county's own values.</param>
    /// <param name="catalogue">The catalogue of the year.</param>
    /// <param name="product">The product.</param>
    /// <param name="year">The reported year.</param>
    /// <param name="years">How many years are shown at most.</param>
    /// <param name="others">What other counties publish.</param>
    public static CountyComparison? Of(
        FigureCalculator calculator, Catalogue catalogue, Product product, Period year, int years, ComparisonSet others)
    {
        if (Peers.Of(others, catalogue) is not { } peers)
            return null;
        var assembly = new ComparisonAssembly(calculator, product, year, peers);
        ImmutableArray<ComparedFigure> figures =
        [
            .. product.Levels.SelectMany(level => level.Figures.Where(figure => figure is { IsMain: true, Shared: not null })
                .Select(figure => assembly.Compare(level, figure, years))).OfType<ComparedFigure>(),
        ];
        return figures.IsEmpty ? null : new CountyComparison(peers.Description, figures);
    }

    private ComparedFigure? Compare(Level level, Figure figure, int count)
    {
        var address = new FigureAddress(product.Number, level.LevelNumber, figure.Id);
        var years = ImmutableArray.CreateBuilder<ComparedYear>();
        List<OpenFigure> last = [], all = [];
        for (var back = count - 1; back >= 0; back--)
        {
            List<OpenFigure> others = [.. peers.Find(product, figure, year.Year - back)];
            if (Own(address, back) is not { } own || Standing.Of(own, others.Select(each => each.Value)) is not { } standing)
                continue;
            years.Add(ComparedYear.Of(year.Year - back, own, standing));
            last = others;
            all.AddRange(others);
        }

        return years.Count == 0 ? null : new ComparedFigure(
            level.LevelNumber, figure.Id, figure.Name, figure.Unit, figure.Decimals,
            ComparisonTexts.Sentence(years[^1], figure.Unit, figure.Decimals), years.ToImmutable(),
            ComparisonTexts.Caveats(figure.Shared!.Caveat, last), ComparisonTexts.Sources(all));
    }

    private decimal? Own(FigureAddress address, int back) => back == 0
        ? calculator.Value(address, year, Scenario.Actual).Amount
        : calculator.Previous(address, year, back, cumulative: false).Amount;
}
