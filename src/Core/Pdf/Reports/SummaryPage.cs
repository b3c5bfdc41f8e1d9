using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Charts;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>Page one of the combined report: title, state, the management summary, the biggest deviations as bars.</summary>
internal static class SummaryPage
{
    private const int ProductNameLength = 40;

    public static void Compose(Flow flow, CombinedReport report, Logo? logo)
    {
        Emblem.Head(flow, report.Logo, logo, title => Head(title, report), state => State(state, report));
        flow.Columns((0.52, left => FirstPage.Messages(left, report, level: 1)), (0.48, right => Bars(right, report)));
    }

    private static void Head(BlockBuilder head, CombinedReport report)
    {
        var title = PrintedText.Of(report.County);
        head.Paragraph(PdfWords.CombinedReport(report.Period), ReportTypography.Kicker);
        head.Add(new Heading(1, title) { Style = ReportTypography.TitleFor(title) });
        head.Paragraph(PdfWords.About(report), ReportTypography.Styles.Small);
    }

    private static void State(BlockBuilder state, CombinedReport report) => StatePanel.Compose(
        state,
        report,
        report.NotMade is null
            ? PdfWords.Completeness(report.IsComplete, report.Missing.Sum(department => department.Figures.Length))
            : PdfWords.NotAllMade);

    private static void Bars(BlockBuilder bars, CombinedReport report)
    {
        if (report.Deviations.IsEmpty)
            return;
        bars.Section(2, PdfWords.DeviationsInThousands);
        bars.Caption(PdfWords.DeviationsOf(report.Deviations[0].Row.Name, report.Period, PdfWords.Thousands));
        bars.Add(new DeviationBars(
            [.. report.Deviations.Select(
                line => new DrawnDeviation(PrintedText.Of(Name(line)), line.Row.Deviation, line.Row.IsFavourable))],
            PrintedText.Of(
                PdfWords.BarsAlt(
                    report.Deviations.Select(
                    line => ($"{line.Product} {line.ProductName}", Numbers.Text(line.Row, RowField.Deviation))))),
            value => GermanFormat.Signed(value / 1000, 0)));
    }

    private static string Name(Headline line)
    {
        var name = $"{line.Product} {line.ProductName}";
        return name.Length > ProductNameLength ? name[..(ProductNameLength - 1)].TrimEnd() + "…" : name;
    }
}
