using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>Page one, which stands alone: head, state, key messages, trend, main figures.</summary>
internal static class FirstPage
{
    /// <param name="flow">Where to.</param>
    /// <param name="report">What.</param>
    /// <param name="logo">The county's Wappen; null where page one of the document shows it already, or there is none.</param>
    /// <param name="columns">The columns of the report's tables.</param>
    /// <param name="level">The level of the product's heading: 1 in a report of its own, 2 in a combined one.</param>
    /// <param name="footnotes">Collects the remarks.</param>
    public static void Compose(
        Flow flow, ProductReport report, Logo? logo, IReadOnlyList<FigureColumns> columns, int level, Footnotes footnotes)
    {
        Emblem.Head(flow, report.Head.Logo, logo, title => Head(title, report, level), state => StatePanel.Compose(
            state, report, PdfWords.Completeness(report.IsComplete, report.Missing.Length)));
        flow.Columns((0.56, left => Messages(left, report, level)), (0.44, right => TrendCharts.Main(right, report, level)));
        Figures(flow, report, columns, level, footnotes);
    }

    private static void Head(BlockBuilder head, ProductReport report, int level)
    {
        var title = PrintedText.Of($"{report.Product} {report.Name}");
        head.Paragraph(PdfWords.ProductReport(report.Period), ReportTypography.Kicker);
        head.Add(new Heading(level, title) { Style = ReportTypography.TitleFor(title), Anchor = Anchor(report.Product) });
        head.Paragraph(PrintedText.Of(Place(report.Head)), ReportTypography.Styles.Small);
    }

    /// <summary>The name links use to lead to a product's first page.</summary>
    public static string Anchor(ProductNumber product) => $"produkt-{product}";

    private static string Place(ReportHead head)
    {
        var responsible = head.Responsible is null ? "" : $" · {PdfWords.Responsible}: {head.Responsible}";
        return $"{head.MainArea} › {head.Area} › {head.Group} · {PdfWords.Department}: {head.DepartmentName}{responsible}";
    }

    /// <summary>The main messages of a report, the most important first.</summary>
    public static void Messages(BlockBuilder messages, Report report, int level)
    {
        messages.Section(level + 1, PdfWords.MainMessages);
        foreach (var message in report.KeyMessages)
        {
            messages.Paragraph(
                RichText.Empty.Bold(PrintedText.Of(message.Topic) + ". ")
                    .Plain(PrintedText.Of(message.Text)), ReportTypography.Message);
        }
    }

    private static void Figures(
        Flow flow, ProductReport report, IReadOnlyList<FigureColumns> columns, int level, Footnotes footnotes)
    {
        var rows = report.RowsOf(report.Levels[0].Number).Where(row => row.IsMain).ToList();
        if (rows.Count == 0)
            return;
        flow.Section(level + 1, PdfWords.MainFigures);
        foreach (var part in columns)
            flow.Table(FigureTables.Table(part, rows, footnotes, PdfWords.MainFigures, hasGroups: false));
        if (rows.Any(row => row.ForecastLinear is not null))
            flow.Paragraph(Linear(rows), ReportTypography.Styles.Small);
    }

    private static string Linear(IEnumerable<ReportRow> rows) => PrintedText.Of(PdfWords.LinearProjection(GermanFormat.Enumerate(
    [
        .. rows.Where(row => row.ForecastLinear is not null)
            .Select(row => $"{row.Name} {Numbers.WithUnit(row.ForecastLinear, row.Decimals, row.Unit)}"),
    ])));
}

/// <summary>The panel beside the title: draft or released, complete or not, and since when.</summary>
internal static class StatePanel
{
    public static void Compose(BlockBuilder target, Report report, string completeness)
    {
        var colour = report.State == ReportState.Draft ? ReportTypography.Draft : ReportTypography.Good;
        target.Callout(colour, panel =>
        {
            panel.Paragraph(RichText.Empty.Coloured(PdfWords.State(report.State), colour), ReportTypography.Badge);
            panel.Paragraph(PdfWords.StateText(report.State), ReportTypography.BadgeText);
            panel.Paragraph(
                report.IsComplete ? completeness
                    : RichText.Empty.With(new TextRun(completeness) { Bold = true, Colour = ReportTypography.Bad }),
                ReportTypography.BadgeText);
            panel.Paragraph(PdfWords.DeadlineWas(GermanFormat.Date(report.Deadline)), ReportTypography.BadgeText);
        });
    }
}
