using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The shorter sections after the figures: goals, explanations, missing figures, changes, notes.</summary>
internal static class ProductSections
{
    public static void Goals(Flow flow, ProductReport report, int level)
    {
        if (report.Goals.IsEmpty)
            return;
        flow.Section(level, PdfWords.Goals);
        flow.Table(Table.Of(
            PdfWords.Goals,
            [
                (TableColumn.Share(2), PdfWords.Goal), (TableColumn.Auto(), PdfWords.Span),
                (TableColumn.Right(), PdfWords.Target), (TableColumn.Right(), PdfWords.Actual),
                (TableColumn.Right(), PdfWords.Degree), (TableColumn.Auto(), PdfWords.Reached),
                (TableColumn.Auto(), PdfWords.Status), (TableColumn.Share(), PdfWords.Remark),
            ],
            report.Goals.Select(Goal)));
    }

    public static void Developments(Flow flow, ProductReport report, int level)
    {
        if (report.Developments.IsEmpty)
            return;
        flow.Section(level, PdfWords.Developments);
        SideBySide(flow, [.. report.Developments], (target, each) =>
        {
            foreach (var text in each)
                target.Paragraph(Development(report, text));
        });
    }

    private static RichText Development(ProductReport report, ReportDevelopment text)
    {
        var level = report.LevelOf(text.Level);
        return RichText.Empty.Bold(PrintedText.Of(PdfWords.Developed(level, text)) + " ").Plain(PrintedText.Of(text.Text));
    }

    public static void Explanations(Flow flow, ProductReport report, int level)
    {
        flow.Section(level, PdfWords.Explanations);
        if (report.Explanations.IsEmpty && report.WithheldExplanations == 0)
            flow.Paragraph(PdfWords.NoExplanations);
        foreach (var text in report.Explanations)
        {
            var each = report.LevelOf(text.Level);
            var heading = RichText.Empty.Bold(PrintedText.Of(PdfWords.Explained(each, text)) + " ");
            var paragraphs = text.Text.Split(
                ['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            foreach (var paragraph in paragraphs.SkipLast(1))
            {
                flow.Paragraph(heading.Plain(PrintedText.Of(paragraph)));
                heading = RichText.Empty;
            }

            flow.Paragraph(heading
                .Plain(PrintedText.Of(paragraphs.LastOrDefault("")) + " ")
                .Coloured(PrintedText.Of($"({PdfWords.Source(text)})"), StyleSheet.Muted));
        }

        if (report.WithheldExplanations > 0)
            flow.Paragraph(PdfWords.WithheldExplanations(report.WithheldExplanations));
    }

    public static void Missing(Flow flow, ProductReport report, int level)
    {
        if (report.Missing.IsEmpty)
            return;
        flow.Section(level, PdfWords.Missing);
        flow.Table(MissingTable.Of(report.Missing, report.Levels));
    }

    public static void Notes(Flow flow, IEnumerable<string> notes, int level, Footnotes? footnotes = null)
    {
        // Few of them stand on one page: a page of a footnote or two would say nothing to anybody.
        const int few = 16;
        List<string> hints = [.. notes];
        List<NoteItem> reasons = [.. footnotes?.Notes() ?? []];
        if (hints.Count + reasons.Count == 0)
            return;
        flow.Remarks(remarks =>
        {
            if (hints.Count + reasons.Count <= few)
                remarks.KeepTogether(Compose);
            else
                Compose(remarks);
        });

        void Compose(BlockBuilder target)
        {
            target.Section(level, hints.Count > 0 ? PdfWords.Notes : PdfWords.Reasons);
            SideBySide(target, hints, (column, each) => column.Bullets(each.Select(note => (RichText)PrintedText.Of(note))));
            if (reasons.Count == 0)
                return;
            if (hints.Count > 0)
                target.Subsection(level + 1, PdfWords.Reasons);
            SideBySide(target, reasons, (column, each) => column.Notes(each));
        }
    }

    /// <summary>
    /// Items side by side, because lines across the whole sheet are hard to read; a few at a time, so that they go on on the next
    /// page.
    /// </summary>
    private static void SideBySide<T>(BlockBuilder flow, List<T> items, Action<BlockBuilder, IEnumerable<T>> compose)
    {
        const int fewest = 4, atOnce = 8;
        if (items.Count < fewest)
        {
            if (items.Count > 0)
                compose(flow, items);
            return;
        }

        foreach (var each in items.Chunk(items.Count % atOnce < fewest ? atOnce + fewest : atOnce))
        {
            var half = (each.Length + 1) / 2;
            flow.Columns((1, left => compose(left, each.Take(half))), (1, right => compose(right, each.Skip(half))));
        }
    }

    private static TableRow Goal(ReportGoal goal) => new(
        PrintedText.Of(goal.Text),
        GermanFormat.Name(goal.Span),
        Target(goal),
        Numbers.WithUnit(goal.Actual, goal.Decimals, PrintedText.Of(goal.Unit)),
        goal.AchievementPercent is { } percent ? $"{GermanFormat.Number(percent, 1)}\u00A0%" : GermanFormat.Missing,
        PdfWords.YesNo(goal.IsReached),
        StatusSymbol.Text(goal.Status),
        PrintedText.Of(goal.Remark ?? ""));

    /// <summary>A goal's target with its unit, exactly; „–“ where it is blank.</summary>
    public static string Target(ReportGoal goal) => goal.Target is not { } target
        ? GermanFormat.Missing
        : GermanFormat.WithUnit(GermanFormat.Exact(target), PrintedText.Of(goal.Unit), '\u00A0');
}
