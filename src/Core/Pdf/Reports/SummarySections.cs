using System.Collections.Immutable;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The lists of the management summary.</summary>
internal static class SummarySections
{
    private const int Level = 2;

    public static void Deviations(Flow flow, CombinedReport report)
    {
        var hasCause = report.Deviations.Any(line => line.Cause is not null);
        if (!report.Deviations.IsEmpty)
            Headlines(flow, ReportWords.BiggestDeviations, "abweichungen-", report.Deviations, hasCause);
    }

    public static void Reds(Flow flow, CombinedReport report)
    {
        if (!report.Reds.IsEmpty)
            Headlines(flow, PdfWords.Reds, "rot-", report.Reds, hasCause: false);
    }

    public static void NotMade(Flow flow, CombinedReport report)
    {
        if (report.NotMade is not { } products)
            return;
        flow.Section(Level, PdfWords.NotMade);
        flow.Caption(PdfWords.NotMadeText);
        flow.Table(Table.Of(
            PdfWords.NotMade, [(TableColumn.Share(), PdfWords.Product)],
            products.Select(each => new TableRow(PrintedText.Of($"{each.Product} {each.Name}")))));
    }

    public static void Missing(Flow flow, CombinedReport report)
    {
        if (report.Missing.IsEmpty)
            return;
        flow.Section(Level, PdfWords.MissingDeliveries);
        flow.Table(Table.Of(
            PdfWords.MissingDeliveries,
            [
                (TableColumn.Share(1.4), PdfWords.Department), (TableColumn.Share(1.4), PdfWords.Contact),
                (TableColumn.Share(2), PdfWords.Products), (TableColumn.Right(), PdfWords.Values),
                (TableColumn.Share(1.4), PdfWords.Period), (TableColumn.Auto(), PdfWords.Deadline),
            ],
            report.Missing.Select(Missing)));
    }

    public static void Goals(Flow flow, CombinedReport report)
    {
        if (report.Goals.MissedGoals.IsEmpty)
            return;
        flow.Section(Level, ReportWords.MissedGoals);
        flow.Table(Table.Of(
            ReportWords.MissedGoals,
            [
                (TableColumn.Share(), PdfWords.Product), (TableColumn.Share(2), PdfWords.Goal),
                (TableColumn.Right(), PdfWords.Target), (TableColumn.Right(), PdfWords.Actual),
                (TableColumn.Right(), PdfWords.Degree), (TableColumn.Auto(), PdfWords.Status),
            ],
            report.Goals.MissedGoals.Select(Goal)));
    }

    /// <summary>A product's number and name as a link to its pages.</summary>
    public static RichText Product(Catalogues.ProductNumber product, string name) =>
        RichText.Empty.Link(PrintedText.Of($"{product} {name}"), FirstPage.Anchor(product));

    /// <summary>A figure that is the same in all rows is said once, above the table.</summary>
    private static void Headlines(Flow flow, string title, string anchors, ImmutableArray<Headline> lines, bool hasCause)
    {
        var isOneFigure = lines.Select(Figure).Distinct().Count() == 1;
        flow.Section(Level, title);
        var footnotes = new Footnotes(anchors);
        if (isOneFigure)
            flow.Caption(Figure(lines[0]));
        List<(TableColumn Layout, string Head, Func<Headline, RichText> Cell)> columns =
        [
            (TableColumn.Share(1.3), PdfWords.Product, line => Product(line.Product, line.ProductName)),
            .. ToDateColumn.All.Take(ToDateColumn.WithoutPrevious).Select(
                column => (column.Layout, column.Head, (Func<Headline, RichText>)(line => column.Cell(line.Row, footnotes)))),
        ];
        if (!isOneFigure)
            columns.Insert(1, (TableColumn.Share(), PdfWords.Figure, line => Spoken.Name(Figure(line), line.Row.IsMain)));
        if (hasCause)
            columns.Add((TableColumn.Share(2), PdfWords.Cause, line => PrintedText.Of(line.Cause ?? "")));
        var rows = lines.Select(line => new TableRow([.. columns.Select(column => (TableCell)column.Cell(line))]));
        flow.Table(Table.Of(title, [.. columns.Select(column => (column.Layout, column.Head))], rows, isOneFigure ? 1 : 2));
        footnotes.AddTo(flow);
    }

    /// <summary>„Ergebnis (€)“, „Ergebnis (€) – Medienarbeit“.</summary>
    private static string Figure(Headline line)
    {
        var unit = line.Row.Unit.Length == 0 ? "" : $" ({line.Row.Unit})";
        return PrintedText.Of(line.Row.Name + unit + (line.LevelName.Length == 0 ? "" : $" – {line.LevelName}"));
    }

    private static TableRow Missing(MissingDelivery department) => new(
        PrintedText.Of(department.DepartmentName), PrintedText.Of(department.Contact ?? ""),
        string.Join(", ", department.Products), GermanFormat.Number(department.Figures.Length, 0),
        string.Join(", ", department.Figures.Select(value => value.Period).Distinct().Order().Select(GermanFormat.Name)),
        string.Join(", ", department.Figures.Select(value => value.Deadline).Distinct().Order().Select(GermanFormat.Date)));

    private static TableRow Goal(ProductGoal entry) => new(
        Product(entry.Product, entry.ProductName),
        PrintedText.Of(entry.Goal.Text),
        ProductSections.Target(entry.Goal),
        Numbers.WithUnit(entry.Goal.Actual, entry.Goal.Decimals, PrintedText.Of(entry.Goal.Unit)),
        entry.Goal.AchievementPercent is { } percent ? $"{GermanFormat.Number(percent, 1)}\u00A0%" : GermanFormat.Missing,
        StatusSymbol.Text(entry.Goal.Status));
}
