using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>The course of the main figures over the year: quarters, or half-years where the county reports no quarters.</summary>
internal sealed class ChartAssembly(FigureCalculator calculator, Catalogue catalogue, Period period)
{
    private const int Places = 2; // of a share: the last part takes what rounding leaves

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
        ImmutableArray<TrendPoint> points = [.. Period.AllOf(period.Year, kind).Select(part => Point(address, part))];
        return new TrendChart(
            level.LevelNumber,
            figure.Id,
            figure.Name,
            figure.Unit,
            figure.Decimals,
            figure.Direction,
            figure is BaseFigure { RollUp: RollUpRule.Sum } ? WithExpectation(points, address) : points);
    }

    private TrendPoint Point(FigureAddress address, Period part)
    {
        var isPast = part.LastMonth <= period.LastMonth;
        return new TrendPoint(
            part, isPast ? calculator.Value(address, part, Scenario.Actual).Amount : null,
            calculator.Value(address, part, Scenario.Plan).Amount,
            calculator.Previous(address, part, 1, cumulative: false).Amount,
            isPast ? null : calculator.Value(address, part, Scenario.Forecast).Amount);
    }

    /// <summary>
    /// What the year is still expected to bring, on the parts ahead: as delivered for a part, the rest shared like the plan, or
    /// evenly where there is none. So all bars together are the year's forecast in text and table; it counts, too, where the
    /// parts contradict it.
    /// </summary>
    private ImmutableArray<TrendPoint> WithExpectation(ImmutableArray<TrendPoint> points, FigureAddress address)
    {
        if (calculator.YearForecast(address, period).Amount is not { } year || SoFar(points, address) is not { } soFar)
            return points;
        List<TrendPoint> ahead = [.. points.Where(point => point.Period.LastMonth > period.LastMonth)];
        var rest = year - soFar;
        var delivered = ahead.Sum(point => point.Forecast ?? 0);
        var isShared = ahead.Exists(point => point.Forecast is null) || delivered == rest;
        var open = isShared ? ahead.FindAll(point => point.Forecast is null) : ahead;
        if (open.Count == 0)
            return points;
        rest -= isShared ? delivered : 0;
        var plan = open.Sum(point => point.Plan ?? 0);
        var followsPlan = plan != 0 && open.TrueForAll(point => point.Plan is not null);
        var left = rest;
        return [.. points.Select(point => open.Contains(point) ? point with { Forecast = Share(point) } : point)];

        decimal Share(TrendPoint point)
        {
            var share = point == open[^1] ? left
                : followsPlan && plan == rest ? point.Plan!.Value
                : GermanFormat.Round(followsPlan ? rest * (point.Plan!.Value / plan) : rest / open.Count, Places);
            left -= share;
            return share;
        }
    }

    /// <summary>What the bars shown come to; where one is missing, what is known of the time from January.</summary>
    private decimal? SoFar(ImmutableArray<TrendPoint> points, FigureAddress address)
    {
        var past = points.Where(point => point.Period.LastMonth <= period.LastMonth).ToList();
        return past.TrueForAll(point => point.Actual is not null)
            ? past.Sum(point => point.Actual)
            : calculator.Cumulative(address, period, Scenario.Actual).Amount;
    }
}
