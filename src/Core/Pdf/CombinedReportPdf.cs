using Produktreport.Core.Catalogues;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Pdf.Writing;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf;

/// <summary>
/// Prints the combined report: summary, totals, contents, then every product. Written page by page, so that memory does not grow
/// with the number of products. The same reports make the same bytes.
/// </summary>
public static class CombinedReportPdf
{
    private const int ContentsDepth = 2;

    /// <summary>Writes the report as PDF/UA-1 and PDF/A-3a, with its JSON and the CSV of all figures attached.</summary>
    /// <param name="report">The summary.</param>
    /// <param name="products">The product reports it was made from, in its order.</param>
    /// <param name="logo">The county's Wappen; shown where it is the one the report names.</param>
    /// <param name="target">Where to; written front to back, not closed.</param>
    public static void Write(CombinedReport report, IReadOnlyList<ProductReport> products, Logo? logo, Stream target) =>
        Write(report, products, logo, target, inspection: null);

    /// <summary>
    /// As <see cref="Write(CombinedReport, IReadOnlyList{ProductReport}, Logo?, Stream)"/>, recording what is painted.
    /// </summary>
    internal static void Write(
        CombinedReport report, IReadOnlyList<ProductReport> products, Logo? logo, Stream target, PageInspection? inspection) =>
        PdfDocument.Write(
            target,
            new DocumentInfo(PrintedText.Of(PdfWords.DocumentTitle(report)), ReportAttachments.Date(report.AsOf))
            {
                Author = PrintedText.Of(report.County),
                Subject = PdfWords.About(report),
                Keywords = [PdfWords.Product, report.Period.ToString()],
            },
            document => Compose(document, report, products, logo),
            new DocumentOptions
            {
                Styles = ReportTypography.Styles,
                Attachments = ReportAttachments.Of(report, products),
                Inspection = inspection,
            });

    private static void Compose(PdfDocument document, CombinedReport report, IReadOnlyList<ProductReport> products, Logo? logo)
    {
        var pages = ReportPages.Setup(report);
        document.Section(pages, flow => Summary(flow, report, logo));
        document.TableOfContents(pages, PdfWords.Contents, ContentsDepth);
        foreach (var area in products.GroupBy(product => product.Head.MainArea))
            document.Part(part => Area(part, pages, [.. area], report.Notes));
    }

    private static void Area(PdfDocument part, PageSetup pages, List<ProductReport> products, IReadOnlyCollection<string> said)
    {
        foreach (var product in products)
            part.Section(pages, flow => Product(flow, product, product == products[0], said));
    }

    private static void Summary(Flow flow, CombinedReport report, Logo? logo)
    {
        SummaryPage.Compose(flow, report, logo);
        SummarySections.Deviations(flow, report);
        SummarySections.Reds(flow, report);
        SummarySections.NotMade(flow, report);
        SummarySections.Missing(flow, report);
        SummarySections.Goals(flow, report);
        OverviewSections.Totals(flow, report);
        OverviewSections.Products(flow, report);
        ChangeSection.Compose(flow, report.Changes, 2);
        ProductSections.Notes(flow, report.Notes, 2);
    }

    private static void Product(Flow flow, ProductReport product, bool isFirstOfArea, IReadOnlyCollection<string> said)
    {
        if (isFirstOfArea)
            flow.Add(new Heading(1, PrintedText.Of(product.Head.MainArea.ToString())) { Style = ReportTypography.AreaTitle });
        ProductReportPdf.Compose(flow, product, logo: null, level: 2, said);
    }
}
