using Produktreport.Core.Catalogues;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Pdf.Writing;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf;

/// <summary>Prints a product report. The same report makes the same bytes.</summary>
public static class ProductReportPdf
{
    /// <summary>Writes the report as PDF/UA-1 and PDF/A-3a, with its JSON and the CSV of its figures attached.</summary>
    /// <param name="report">What to print; nothing else is looked up.</param>
    /// <param name="logo">The county's Wappen; shown where it is the one the report names.</param>
    /// <param name="target">Where to; written front to back, not closed.</param>
    public static void Write(ProductReport report, Logo? logo, Stream target) => Write(report, logo, target, inspection: null);

    /// <summary>As <see cref="Write(ProductReport, Logo?, Stream)"/>, recording what is painted.</summary>
    internal static void Write(ProductReport report, Logo? logo, Stream target, PageInspection? inspection) => PdfDocument.Write(
        target,
        new DocumentInfo(PrintedText.Of(PdfWords.DocumentTitle(report)), ReportAttachments.Date(report.AsOf))
        {
            Author = PrintedText.Of(report.Head.County),
            Subject = PdfWords.About(report),
            Keywords = [PdfWords.Product, report.Product.Text, report.Period.ToString()],
        },
        document => document.Section(ReportPages.Setup(report), flow => Compose(flow, report, logo, level: 1)),
        new DocumentOptions
        {
            Styles = ReportTypography.Styles,
            Attachments = ReportAttachments.Of(report),
            Inspection = inspection,
        });

    /// <summary>A product's pages, reading like a table of contents.</summary>
    /// <param name="flow">Where to.</param>
    /// <param name="report">What.</param>
    /// <param name="logo">The county's Wappen; null in a combined report, whose first page shows it.</param>
    /// <param name="level">The level of the product's heading: 1 in a report of its own, 2 in a combined one.</param>
    /// <param name="said">Notes the document gives elsewhere.</param>
    internal static void Compose(Flow flow, ProductReport report, Logo? logo, int level, params IReadOnlyCollection<string> said)
    {
        var footnotes = new Footnotes($"{report.Product}-");
        flow.RunningTitle(PrintedText.Of($"{report.Product} {report.Name}"));
        var columns = FigureColumns.For(report, flow.Width);
        FirstPage.Compose(flow, report, logo, columns, level, footnotes);
        // Page one stands alone; where it has run over, the rest of it would be a page of a few lines.
        if (flow.PageCount == 1)
            flow.PageBreak();
        if (level == 1)
            PlainPage.Compose(flow, report, level + 1);
        TrendCharts.Services(flow, report, level + 1);
        FigureTables.Compose(flow, report, columns, level + 1, footnotes);
        ProductSections.Goals(flow, report, level + 1);
        ProductSections.Developments(flow, report, level + 1);
        ProductSections.Explanations(flow, report, level + 1);
        ProductSections.Missing(flow, report, level + 1);
        AnnualSections.Years(flow, report, level + 1, footnotes);
        ComparisonSection.Compose(flow, report, level + 1);
        ChangeSection.Compose(flow, report.Changes, level + 1);
        ProductSections.Notes(flow, report.Notes.Except(said).Concat(report.Contradictions), level + 1, footnotes);
        AnnualSections.Description(flow, report, level + 1);
    }
}
