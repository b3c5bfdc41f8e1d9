using Produktreport.Core.German;
using Produktreport.Core.Pdf.Charts;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The charts of a product report, after the IBCS conventions; charts of one unit share one scale.</summary>
internal static class TrendCharts
{
    private const double Height = 218; // of both charts of page one

    /// <summary>
    /// The course of the product's main figure, for page one, and below it the deviations from its plan on the same scale.
    /// </summary>
    public static void Main(BlockBuilder target, ProductReport report, int level)
    {
        var product = report.Levels[0].Number;
        if (report.Charts.FirstOrDefault(chart => chart.Level == product) is not { } chart)
            return;
        var values = chart.Points.SelectMany(point => new[] { point.Actual, point.Plan, point.Former, point.Forecast });
        var pair = ChartPair.Of(values, chart.Points.Select(Difference), Height);
        target.Section(level + 1, PdfWords.ChartTitle(chart));
        target.Add(new ColumnChart(
            [.. chart.Points.Select(Values)], PrintedText.Of(PdfWords.ChartAlt(chart)), Label(chart, isSigned: false))
        {
            Height = pair.ColumnHeight,
            Scale = pair.Columns,
        });
        if (chart.Points.Any(point => Difference(point) is not null))
        {
            target.Add(new DeviationColumns(
                [.. chart.Points.Select(point => PointDeviation(chart, point))],
                PrintedText.Of(PdfWords.DeviationAlt(chart)),
                Label(chart, isSigned: true))
            {
                Height = pair.DeviationHeight,
                Scale = pair.Deviations,
            });
        }
    }

    /// <summary>How far each service's main figure is from its plan, on one scale.</summary>
    public static void Services(BlockBuilder target, ProductReport report, int level)
    {
        var bars = ServiceDeviation.Of(report);
        if (bars.IsEmpty)
            return;
        target.Section(level, PdfWords.DeviationsByService);
        target.Caption(PdfWords.DeviationsOf(bars[0].Row.Name, report.Period, ReportWords.Euro));
        target.Add(new DeviationBars(
            [.. bars.Select(each => new DrawnDeviation(
                PrintedText.Of(PdfWords.LevelName(each.Service)), each.Row.Deviation, each.Row.IsFavourable))],
            PrintedText.Of(
                PdfWords.BarsAlt(bars.Select(each => (each.Service.Name, Numbers.Text(each.Row, RowField.Deviation))))),
            value => $"{GermanFormat.Signed(value, 0)}\u00A0€"));
    }

    private static PeriodValues Values(TrendPoint point) => new(PdfWords.Short(point.Period))
    {
        Actual = point.Actual,
        Plan = point.Plan,
        PreviousYear = point.Former,
        Forecast = point.Forecast,
    };

    private static decimal? Difference(TrendPoint point) => point.Actual - point.Plan;

    private static DrawnDeviation PointDeviation(TrendChart chart, TrendPoint point) => new(
        PdfWords.Short(point.Period),
        Difference(point),
        Difference(point) is { } difference ? Favour.Of(difference, chart.Direction) : null);

    /// <summary>The label of a value; large amounts in thousands, as the chart's title says.</summary>
    private static Func<decimal, string> Label(TrendChart chart, bool isSigned)
    {
        var (divisor, decimals) = PdfWords.InThousands(chart) ? (1000, 0) : (1, chart.Decimals);
        return value =>
            isSigned ? GermanFormat.Signed(value / divisor, decimals) : GermanFormat.Number(value / divisor, decimals);
    }
}
