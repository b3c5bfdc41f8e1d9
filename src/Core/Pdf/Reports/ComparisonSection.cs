using System.Globalization;
using Produktreport.Core.Pdf.Charts;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// The main figures beside those of other counties: a sentence, a strip, the years side by side, what hinders it.
/// </summary>
internal static class ComparisonSection
{
    public static void Compose(Flow flow, ProductReport report, int level)
    {
        if (report.Comparison is not { } comparison)
            return;
        flow.Section(level, ComparisonWords.Title);
        flow.Paragraph(PrintedText.Of(ComparisonWords.Introduction(comparison)));
        foreach (var figure in comparison.Figures)
            flow.KeepTogether(target => Compose(target, report, figure, level + 1));
        flow.Paragraph(
            PrintedText.Of($"{ComparisonWords.Sources} {ComparisonWords.SourcesOf(comparison)}"), ReportTypography.Styles.Small);
    }

    // The table of the years stands beside sentence and strip: several figures then stand on a page.
    private static void Compose(BlockBuilder target, ProductReport report, ComparedFigure figure, int level)
    {
        var each = report.LevelOf(figure.Level);
        target.Subsection(level, PdfWords.Compared(each, figure));
        target.Columns((2, left => Picture(left, figure)), (3, right => right.Table(Years(figure))));
        target.Space(8);
    }

    private static void Picture(BlockBuilder target, ComparedFigure figure)
    {
        target.Paragraph(PrintedText.Of(figure.Text));
        target.Add(new StripChart(
            Values(figure.Years[^1]), PrintedText.Of(ComparisonWords.Alt(figure)),
            value => Numbers.WithUnit(value, figure.Decimals, PrintedText.Of(figure.Unit))));
        if (figure.Caveats.IsEmpty)
            return;
        target.Paragraph(RichText.Empty.Bold(ComparisonWords.Caveats));
        target.Bullets(figure.Caveats.Select(caveat => (RichText)PrintedText.Of(caveat)));
    }

    private static StripValues Values(ComparedYear year) => new(
        year.Own, year.Smallest, year.Largest,
        year is { Lower: { } lower, Median: { } median, Upper: { } upper } ? (lower, median, upper) : null);

    private static Table Years(ComparedFigure figure) => new()
    {
        Columns = [TableColumn.Share(), .. figure.Years.Select(_ => TableColumn.Figures(YearWidth(figure)))],
        Header = [new TableRow([
            figure.Unit.Length == 0 ? PdfWords.Figure : PrintedText.Of($"{PdfWords.Figure} ({figure.Unit})"),
            .. figure.Years.Select(year => (TableCell)year.Year.ToString(CultureInfo.InvariantCulture))])],
        Rows = [.. ComparisonWords.Rows(figure).Select(row => new TableRow(
            [row.Name, .. figure.Years.Select(year => (TableCell)row.Text(year))]))],
        Summary = PrintedText.Of(PdfWords.ComparisonSummary(figure)),
        Look = TableLook.Default with { PaddingY = 1.7 },
    };

    private static double YearWidth(ComparedFigure figure)
    {
        const double usual = 52, padding = 10;
        var texts = figure.Years.SelectMany(year => ComparisonWords.Rows(figure).Select(row => row.Text(year)));
        return Math.Max(usual, Numbers.Width(texts, ReportTypography.Styles.TableCell.Size) + padding);
    }
}
