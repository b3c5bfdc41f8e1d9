using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
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
        flow.Table(new Table
        {
            Columns =
            [
                TableColumn.Share(2), TableColumn.Auto(), TableColumn.Auto() with { Alignment = TextAlignment.Right },
                TableColumn.Auto() with { Alignment = TextAlignment.Right },
                TableColumn.Auto() with { Alignment = TextAlignment.Right },
                TableColumn.Auto(), TableColumn.Auto(), TableColumn.Share(),
            ],
            Header = [new TableRow(
                PdfWords.Goal, PdfWords.Span, PdfWords.Target, PdfWords.Actual, PdfWords.Degree, PdfWords.Reached,
                PdfWords.Status, PdfWords.Remark)],
            Rows = [.. report.Goals.Select(Goal)],
            Summary = PdfWords.Goals,
        });
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
        var level = report.Levels.First(known => known.Number == text.Level);
        return RichText.Empty.Bold(PrintedText.Of(PdfWords.Developed(level, text)) + " ").Plain(PrintedText.Of(text.Text));
    }

    public static void Explanations(Flow flow, ProductReport report, int level)
    {
        flow.Section(level, PdfWords.Explanations);
        if (report.Explanations.IsEmpty && report.WithheldExplanations == 0)
            flow.Paragraph(PdfWords.NoExplanations);
        foreach (var text in report.Explanations)
        {
            var each = report.Levels.First(known => known.Number == text.Level);
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

    public static void Changes(Flow flow, ChangeList? changes, int level)
    {
        if (changes is null)
            return;
        flow.Section(level, PdfWords.ChangesSince(changes.FormerVersion));
        flow.Table(new Table
        {
            Columns =
            [
                TableColumn.Fixed(60), TableColumn.Share(2), TableColumn.Share() with { Alignment = TextAlignment.Right },
                TableColumn.Share() with { Alignment = TextAlignment.Right },
            ],
            Header = [new TableRow(PdfWords.Level, PdfWords.Subject, PdfWords.Before, PdfWords.Now)],
            Rows =
            [
                .. changes.Entries.Select(change => new TableRow(
                    change.Level?.Text ?? "",
                    PrintedText.Of(change.Subject),
                    PrintedText.Of(change.Former),
                    PrintedText.Of(change.Now))),
            ],
            Summary = PdfWords.Changes,
            RowHeaderColumns = 2,
        });
    }

    public static void Notes(Flow flow, IEnumerable<string> notes, int level, Footnotes? footnotes = null)
    {
        flow.Section(level, PdfWords.Notes);
        SideBySide(
            flow, [.. notes], (target, each) => target.Bullets(each.Select(note => RichText.FromString(PrintedText.Of(note)))));
        if (footnotes is null or { IsEmpty: true })
            return;
        flow.Subsection(level + 1, PdfWords.Reasons);
        SideBySide(flow, [.. footnotes.Notes()], (target, each) => target.Notes(each));
    }

    /// <summary>
    /// Items side by side, because lines across the whole sheet are hard to read; many must be able to break over pages.
    /// </summary>
    private static void SideBySide<T>(Flow flow, List<T> items, Action<BlockBuilder, IEnumerable<T>> compose)
    {
        const int fewest = 4, most = 24;
        if (items.Count is < fewest or > most)
        {
            compose(flow, items);
            return;
        }

        var half = (items.Count + 1) / 2;
        flow.Columns((1, left => compose(left, items.Take(half))), (1, right => compose(right, items.Skip(half))));
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
        : goal.Unit.Length == 0 ? GermanFormat.Exact(target) : $"{GermanFormat.Exact(target)}\u00A0{PrintedText.Of(goal.Unit)}";
}
