using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Inspection;

/// <summary>Something wrong with a printed page.</summary>
/// <param name="Page">The page, from 1, in the order pages were made.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">The text it is wrong with.</param>
public sealed record PrintFault(int Page, PrintFaultKind Kind, string Text);

/// <summary>What can be wrong with a printed page.</summary>
public enum PrintFaultKind
{
    /// <summary>Text that reaches over the edge of the sheet.</summary>
    OutsidePage,

    /// <summary>Text on top of other text.</summary>
    OverText,

    /// <summary>Text that reaches out of its table cell.</summary>
    OutsideCell,

    /// <summary>A heading with nothing below it on its page.</summary>
    OrphanHeading,

    /// <summary>Text that stands out too little against what is beneath it (WCAG 2.1, 1.4.3: 4.5 to 1, large type 3 to 1).</summary>
    LowContrast,
}

/// <summary>Looks at what was painted the way a careful reader looks at a print.</summary>
public static class PrintCheck
{
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
            .. texts.Where(text => !page.Contains(text.Bounds, 0)).Select(text => Fault(text, PrintFaultKind.OutsidePage)),
            .. Overlaps(texts),
            .. OutsideCells(items),
            .. OrphanHeading(texts),
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
                if (sorted[i].Bounds.Overlaps(sorted[j].Bounds, Tolerance))
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
            else if (item is { Kind: PaintedKind.Text, Role: Role.TD or Role.TH } && cell?.Bounds.Contains(item.Bounds, Tolerance) != true)
                yield return Fault(item, PrintFaultKind.OutsideCell);
        }
    }

    private static IEnumerable<PrintFault> OrphanHeading(List<PaintedItem> texts) =>
        texts.FindLast(text => text.Role is not null) is { Role: Role.H1 or Role.H2 or Role.H3 or Role.H4 } heading
            ? [Fault(heading, PrintFaultKind.OrphanHeading)]
            : [];

    private static IEnumerable<PrintFault> LowContrast(List<PaintedItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Kind != PaintedKind.Text || string.IsNullOrWhiteSpace(item.Text))
                continue;
            var beneath = items.FindLastIndex(i, i + 1, below => below.Kind == PaintedKind.Area && below.Bounds.Contains(Middle(item), 0));
            var background = beneath < 0 ? Colour.White : items[beneath].Colour;
            if (item.Colour.ContrastTo(background) < Required(item))
                yield return Fault(item, PrintFaultKind.LowContrast);
        }
    }

    private static Box Middle(PaintedItem item) => new(item.Bounds.CentreX, item.Bounds.CentreY, 0, 0);

    private static double Required(PaintedItem item) => item.Size >= 18 ? 3 : 4.5;

    private static PrintFault Fault(PaintedItem item, PrintFaultKind kind) => new(item.Page, kind, item.Text ?? "");
}
