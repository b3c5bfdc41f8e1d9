using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>Something wrong with a printed page.</summary>
/// <param name="Page">The page, from 1, in the order pages were made.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">The text it is wrong with.</param>
internal sealed record PrintFault(int Page, PrintFaultKind Kind, string Text);

/// <summary>What can be wrong with a printed page.</summary>
internal enum PrintFaultKind
{
    /// <summary>Text that reaches over the edge of the sheet.</summary>
    OutsidePage,

    /// <summary>Text on top of other text.</summary>
    OverText,

    /// <summary>Text that reaches out of its table cell.</summary>
    OutsideCell,

    /// <summary>A heading with nothing below it on its page but the line that says what a table or chart shows.</summary>
    OrphanHeading,

    /// <summary>A line of running text that is hard to follow: of more than 100 characters.</summary>
    LongLine,

    /// <summary>
    /// Text that stands out too little against what is beneath it (WCAG 2.1, 1.4.3: 4.5 to 1, large type 3 to 1).
    /// </summary>
    LowContrast,
}

/// <summary>Looks at what was painted the way a careful reader looks at a print.</summary>
internal static class PrintCheck
{
    private const int LongestLine = 100; // characters
    private const double SmallerThanText = 8.5; // points
    private const double Tolerance = 0.6; // of a point: accents and italics reach a little over their boxes

    /// <summary>Everything wrong with a document, page by page; empty where all is well.</summary>
    public static IReadOnlyList<PrintFault> Faults(PageInspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return
        [
            .. inspection.Items.GroupBy(item => item.Page).OrderBy(page => page.Key)
                .SelectMany(page => FaultsOf([.. page], inspection.Pages[page.Key - 1])),
        ];
    }

    private static IEnumerable<PrintFault> FaultsOf(List<PaintedItem> items, Box page)
    {
        var texts = items.Where(item => item.Kind == PaintedKind.Text && !string.IsNullOrWhiteSpace(item.Text)).ToList();
        return
        [
            .. texts.Where(text => !Holds(page, text.Bounds, 0)).Select(text => Fault(text, PrintFaultKind.OutsidePage)),
            .. Overlaps(texts),
            .. OutsideCells(items),
            .. OrphanHeading(texts),
            .. LongLines(texts),
            .. LowContrast(items),
        ];
    }

    private static IEnumerable<PrintFault> Overlaps(List<PaintedItem> texts)
    {
        var sorted = texts.OrderBy(text => text.Bounds.Y).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            for (var j = i + 1; j < sorted.Count && sorted[j].Bounds.Y < sorted[i].Bounds.Bottom; j++)
            {
                if (Overlap(sorted[i].Bounds, sorted[j].Bounds))
                    yield return Fault(sorted[j], PrintFaultKind.OverText) with { Text = $"{sorted[i].Text} | {sorted[j].Text}" };
            }
        }
    }

    /// <summary>A cell is recorded before what stands in it.</summary>
    private static IEnumerable<PrintFault> OutsideCells(List<PaintedItem> items)
    {
        PaintedItem? cell = null;
        foreach (var item in items)
        {
            if (item.Kind == PaintedKind.Cell)
                cell = item;
            else if (item is { Kind: PaintedKind.Text, Tag: Tag.TD or Tag.TH }
                && (cell is null || !Holds(cell.Bounds, item.Bounds, Tolerance)))
                yield return Fault(item, PrintFaultKind.OutsideCell);
        }
    }

    private static IEnumerable<PrintFault> OrphanHeading(List<PaintedItem> texts)
    {
        var read = texts.Where(text => text.Tag is not null).ToList();
        var heading = read.FindLastIndex(text => text.Tag is Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4);
        return heading >= 0 && read[(heading + 1)..].TrueForAll(text => text is { Tag: Tag.P, Size: < SmallerThanText })
            ? [Fault(read[heading], PrintFaultKind.OrphanHeading)]
            : [];
    }

    /// <summary>What follows on the same height in the same element is one line.</summary>
    private static IEnumerable<PrintFault> LongLines(List<PaintedItem> texts)
    {
        var (line, last) = ("", default(PaintedItem));
        foreach (var text in texts.Where(text => text.Tag is Tag.P or Tag.LBody or Tag.TD or Tag.Span or Tag.Link))
        {
            var goesOn = last is not null && Math.Abs(last.Bounds.Right - text.Bounds.X) < 4
                && Math.Abs(last.Bounds.CentreY - text.Bounds.CentreY) < 4;
            line = goesOn ? line + text.Text : text.Text!;
            last = text;
            if (line.TrimEnd().Length > LongestLine)
                yield return Fault(text, PrintFaultKind.LongLine) with { Text = line };
        }
    }

    private static IEnumerable<PrintFault> LowContrast(List<PaintedItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Kind != PaintedKind.Text || string.IsNullOrWhiteSpace(item.Text))
                continue;
            var beneath = items.FindLastIndex(i, i + 1, below => below.Kind == PaintedKind.Area
                && Holds(below.Bounds, Middle(item), 0));
            var background = beneath < 0 ? Colour.White : items[beneath].Colour;
            if (Contrast(item.Colour, background) < Required(item))
                yield return Fault(item, PrintFaultKind.LowContrast);
        }
    }

    /// <summary>How well two colours stand out against each other: 1 (not at all) to 21 (WCAG 2.1, contrast ratio).</summary>
    public static double Contrast(Colour one, Colour other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(Colour colour) =>
        0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static bool Overlap(Box one, Box other) =>
        one.X < other.Right - Tolerance && other.X < one.Right - Tolerance
        && one.Y < other.Bottom - Tolerance && other.Y < one.Bottom - Tolerance;

    private static bool Holds(Box outer, Box inner, double tolerance) =>
        inner.X >= outer.X - tolerance && inner.Right <= outer.Right + tolerance
        && inner.Y >= outer.Y - tolerance && inner.Bottom <= outer.Bottom + tolerance;

    private static Box Middle(PaintedItem item) => new(item.Bounds.CentreX, item.Bounds.CentreY, 0, 0);

    private static double Required(PaintedItem item) => item.Size >= 18 ? 3 : 4.5;

    private static PrintFault Fault(PaintedItem item, PrintFaultKind kind) => new(item.Page, kind, item.Text ?? "");
}
