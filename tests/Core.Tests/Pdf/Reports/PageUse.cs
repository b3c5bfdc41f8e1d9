using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>
/// How much of its text area a page uses: from the top to the lowest thing that is read. A page is half-empty where that is less
/// than half and the next page goes on with the same part. A part begins on a new page where readers look it up or take it out:
/// the contents, the product reports of a combined one. Its last page may be short.
/// </summary>
/// <param name="Page">The page, in the order pages were made.</param>
/// <param name="Share">The used share of the text area, 0 to 1.</param>
/// <param name="EndsPart">Whether the next page begins a part, or there is none.</param>
/// <param name="Lines">How many lines of text stand on it.</param>
/// <param name="First">What it begins with.</param>
internal sealed record PageUse(int Page, double Share, bool EndsPart, int Lines, string First)
{
    public bool IsHalfEmpty => Share < 0.5 && !EndsPart;

    public static IReadOnlyList<PageUse> Of(PageInspection inspection)
    {
        var body = ReportTypography.Page.Body;
        var pages = inspection.Items.Where(item => item.Tag is not null).GroupBy(item => item.Page).OrderBy(page => page.Key)
            .Select(page => page.ToList()).ToList();
        return
        [
            .. pages.Select((items, index) => new PageUse(
                items[0].Page,
                (items.Max(item => item.Bounds.Bottom) - body.Y) / body.Height,
                index == pages.Count - 1 || BeginsPart(pages[index + 1]),
                items.Where(item => item.Kind == PaintedKind.Text).Select(item => Math.Round(item.Bounds.Bottom)).Distinct()
                    .Count(),
                items.First(item => item.Text?.Trim().Length > 1).Text!)),
        ];
    }

    private static bool BeginsPart(List<PaintedItem> items) =>
        items.Exists(item => item.Tag is Tag.H1 or Tag.H2 or Tag.H3 && item.Text is PdfWords.MainMessages or PdfWords.Contents);
}
