using Produktreport.Core.Pdf;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;
using Produktreport.Core.Tests.Reports;

namespace Produktreport.Core.Tests.Pdf.Reports;

public sealed class ChartTests
{
    /// <summary>An amount is as high as a column as it is as a deviation.</summary>
    [Theory]
    [InlineData("3633")]
    [InlineData("1111")]
    [InlineData("5371")]
    public void TheChartsOfPageOne_HaveOneScale(string product)
    {
        var report = ExampleCounty.Report(product, "2026-Q3");
        var pages = Painted(product);
        var actuals = report.Charts[0].Points.Where(point => point.Actual is not null).ToList();
        var columns = Columns(pages, "Säulendiagramm: ")
            .Where(area => area.Colour == Colour.Hex(0x2F3E4A)).Skip(1).ToList(); // after the legend
        var deviations = Columns(pages, "Säulendiagramm der Abweichung").ToList();
        Assert.Equal(actuals.Count, columns.Count);
        Assert.Equal(actuals.Count, deviations.Count);
        var perColumn = columns.Zip(actuals).Max(pair => pair.First.Bounds.Height / (double)Math.Abs(pair.Second.Actual!.Value));
        foreach (var (area, point) in deviations.Zip(actuals).Where(pair => pair.First.Bounds.Height > 3))
        {
            var perDeviation = area.Bounds.Height / (double)Math.Abs((point.Actual - point.Plan)!.Value);
            Assert.InRange(perDeviation / perColumn, 0.98, 1.02);
        }
    }

    /// <summary>WCAG 2.1, 1.4.11.</summary>
    [Theory]
    [InlineData("3633")]
    [InlineData("1111")]
    public void EveryMarkOfAChart_StandsOutFromThePaper(string product)
    {
        var marks = Painted(product).Items
            .Where(item => item is { Tag: Tag.Figure, Kind: PaintedKind.Area or PaintedKind.Line } && item.Colour != Colour.White)
            .ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks,
            mark => Assert.True(PrintCheck.Contrast(mark.Colour, Colour.White) >= 3, $"{mark.Colour} at {mark.Bounds}"));
    }

    private static PageInspection Painted(string product)
    {
        var pages = new PageInspection();
        ProductReportPdf.Write(ExampleCounty.Report(product, "2026-Q3"), logo: null, Stream.Null, pages);
        return pages;
    }

    private static IEnumerable<PaintedItem> Columns(PageInspection pages, string alt)
    {
        var items = pages.Items.ToList();
        var figure = items.FindIndex(item => item.Kind == PaintedKind.Figure
            && item.Text!.StartsWith(alt, StringComparison.Ordinal));
        return items.Skip(figure + 1).TakeWhile(item => item.Kind != PaintedKind.Figure && item.Tag == Tag.Figure)
            .Where(item => item.Kind == PaintedKind.Area && item.Colour != Colour.White);
    }
}
