using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The sheet with its running head (county, product, period) and foot (state, version, date, page).</summary>
internal static class ReportPages
{
    public static PageSetup Setup(ProductReport report) =>
        Setup(report, report.Head.County, PdfWords.ProductReport(report.Period));

    public static PageSetup Setup(CombinedReport report) => Setup(report, report.County, PdfWords.CombinedReport(report.Period));

    private static PageSetup Setup(Report report, string county, string period) => ReportTypography.Page with
    {
        Header = (canvas, page) => Head(canvas, page, county, period),
        Footer = (canvas, page) => Foot(canvas, page, PdfWords.Foot(report), report.State == ReportState.Draft),
    };

    private static void Head(Canvas canvas, PageInfo page, string county, string period)
    {
        const double size = ReportTypography.FurnitureSize;
        const double y = ReportTypography.HeadBaseline;
        var body = page.Body;
        var name = Fitted(PrintedText.Of(county), FontFace.Bold, body.Width * 0.3);
        canvas.Text(body.X, y, name, FontFace.Bold, size, StyleSheet.Accent);
        canvas.TextRight(body.Right, y, period, FontFace.Regular, size, StyleSheet.Muted);
        var title = Fitted(PrintedText.Of(page.RunningTitle), FontFace.Regular, body.Width * 0.4);
        if (title.Length > 0)
            canvas.TextCentred(body.CentreX, y, title, FontFace.Regular, size, StyleSheet.Muted);
        canvas.Line(body.X, y + 6, body.Right, y + 6, 0.5, StyleSheet.Rule);
    }

    private static void Foot(Canvas canvas, PageInfo page, string foot, bool isDraft)
    {
        const double size = ReportTypography.FurnitureSize;
        var body = page.Body;
        var y = body.Bottom + ReportTypography.FootDistance;
        canvas.Line(body.X, y - 11, body.Right, y - 11, 0.5, StyleSheet.Rule);
        var (face, colour) = isDraft ? (FontFace.Bold, ReportTypography.Draft) : (FontFace.Regular, StyleSheet.Muted);
        canvas.Text(body.X, y, foot, face, size, colour);
        canvas.TextRight(body.Right, y, page.PageOfCount, FontFace.Regular, size, StyleSheet.Muted);
    }

    private static string Fitted(string text, FontFace face, double width)
    {
        var fitted = text;
        while (fitted.Length > 2 && Canvas.Measure(fitted, face, ReportTypography.FurnitureSize) > width)
            fitted = fitted[..^2].TrimEnd('…', ' ') + "…";
        return fitted;
    }
}
