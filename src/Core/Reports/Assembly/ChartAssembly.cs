using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>The course of the main figures over the year: quarters, or half-years where the county reports no quarters.</summary>
internal sealed class ChartAssembly(FigureCalculator calculator, Catalogue catalogue, Period period)
{
    private readonly PeriodKind kind = catalogue.Reporting.Kinds.Contains(PeriodKind.Quarter) || period.Kind == PeriodKind.Quarter
        ? PeriodKind.Quarter
        : PeriodKind.HalfYear;

    /// <summary>
    /// One chart for each main figure of the product and its services that has any value, in the order of the rows.
    /// </summary>
    public ImmutableArray<TrendChart> Of(Product product) =>
    [
        .. product.Levels
            .SelectMany(level => level.Figures.Where(figure => figure.IsMain).Select(figure => Chart(product, level, figure)))
            .Where(chart => chart.Points.Any(
                point => (point.Actual ?? point.Plan ?? point.Former ?? point.Forecast) is not null)),
    ];

    private TrendChart Chart(Product product, Level level, Figure figure)
    {
        var address = new FigureAddress(product.Number, level.LevelNumber, figure.Id);
        return new TrendChart(
            level.LevelNumber,
            figure.Id,
            figure.Name,
            figure.Unit,
            figure.Decimals,
            figure.Direction,
            [.. Period.AllOf(period.Year, kind).Select(part => Point(address, part))]);
    }

    private TrendPoint Point(FigureAddress address, Period part)
    {
        var isPast = part.LastMonth <= period.LastMonth;
        var plan = calculator.Value(address, part, Scenario.Plan).Amount;
        return new TrendPoint(
            part,
            isPast ? calculator.Value(address, part, Scenario.Actual).Amount : null,
            plan,
            calculator.Previous(address, part, 1, cumulative: false).Amount,
            isPast ? null : calculator.Value(address, part, Scenario.Forecast).Amount ?? plan);
    }
}
