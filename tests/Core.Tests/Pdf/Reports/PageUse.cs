using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>How much of its text area a page uses: from the top to the lowest thing that is read.</summary>
/// <param name="Page">The page, in the order pages were made.</param>
/// <param name="Share">The used share of the text area, 0 to 1.</param>
/// <param name="Lines">How many lines of text stand on it.</param>
/// <param name="HasOnlyRemarks">Whether nothing but notes stands on it, which explain what stands elsewhere.</param>
/// <param name="First">What it begins with.</param>
internal sealed record PageUse(int Page, double Share, int Lines, bool HasOnlyRemarks, string First)
{
    private const int FewestLines = 6; // a heading, a table's header and a row or two

    public bool IsHalfEmpty => Share < 0.5;

    /// <summary>A page no reader wants to turn to: a sentence, a row, nothing but notes.</summary>
    public bool SaysNothing => HasOnlyRemarks || Lines < FewestLines;

    public static IReadOnlyList<PageUse> Of(PageInspection inspection)
    {
        var body = ReportTypography.Page.Body;
        var isRemark = false;
        var uses = new List<PageUse>();
        foreach (var page in inspection.Items.GroupBy(item => item.Page).OrderBy(page => page.Key))
        {
            var items = page.Where(item => item.Tag is not null).ToList();
            var headings = items.Where(item => item.Tag is Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4).ToList();
            var hasTable = items.Exists(item => item.Kind == PaintedKind.Cell);
            var beginsWithRemark = isRemark || headings.Contains(items[0]) || items[0].Tag == Tag.Link; // a note's mark
            var hasOnlyRemarks = !hasTable && beginsWithRemark && headings.TrueForAll(IsOfRemarks);
            isRemark = headings.Count == 0 ? isRemark : IsOfRemarks(headings[^1]);
            uses.Add(new PageUse(
                page.Key,
                (items.Max(item => item.Bounds.Bottom) - body.Y) / body.Height,
                items.Where(item => item.Kind == PaintedKind.Text).DistinctBy(item => Math.Round(item.Bounds.Bottom)).Count(),
                hasOnlyRemarks,
                items.First(item => item.Text?.Trim().Length > 1).Text!));
        }

        return uses;
    }

    private static bool IsOfRemarks(PaintedItem heading) => heading.Text is PdfWords.Notes or PdfWords.Reasons;
}
