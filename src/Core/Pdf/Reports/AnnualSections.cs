using System.Globalization;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Reports;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>What only the annual report has: the comparison of years, and the form „Produktbeschreibung“ field by field.</summary>
internal static class AnnualSections
{
    private const string Blank = "";

    public static void Years(Flow flow, ProductReport report, int level, Footnotes footnotes)
    {
        if (report.FiveYears is not { } years)
            return;
        flow.Heading(level, PdfWords.Years);
        foreach (var each in report.Levels)
        {
            flow.Heading(level + 1, PrintedText.Of(PdfWords.LevelHeading(each)));
            flow.Table(new Table
            {
                Columns = [TableColumn.Share(), TableColumn.Fixed(44), .. years.Years.Select(_ => TableColumn.Figures(76))],
                Header = [new TableRow([PdfWords.Figure + " *", PdfWords.Unit, .. years.Years.Select(year => (TableCell)year.ToString(CultureInfo.InvariantCulture))])],
                Rows = [.. years.Rows.Where(row => row.Level == each.Number).Select(row => Row(report, row, footnotes))],
                Summary = PrintedText.Of(PdfWords.YearsSummary(each)),
                Look = TableLook.Default with { PaddingY = 2.2 },
            });
        }
    }

    public static void Description(Flow flow, ProductReport report, int level)
    {
        if (report.Description is not { } form)
            return;
        flow.PageBreak();
        flow.Heading(level, PdfWords.Description);
        flow.KeyValues((PdfWords.ProductNumber, report.Product.Text), (PdfWords.ProductName, PrintedText.Of(report.Name)));
        flow.Heading(level + 1, PdfWords.FormDescription);
        flow.KeyValues(GeneralData(report, form));
        flow.Heading(level + 1, PdfWords.FormServices);
        flow.Table(Services(report));
        flow.Heading(level + 1, PdfWords.FormFigures);
        flow.Table(Figures(report));
        flow.Paragraph(PdfWords.UnderlinedFootnote, ReportTypography.Styles.Small);
    }

    private static TableRow Row(ProductReport report, FiveYearRow row, Footnotes footnotes)
    {
        var figure = report.Rows.First(known => known.Level == row.Level && known.Id == row.Figure);
        var name = PrintedText.Of(figure.Name);
        return new TableRow(
        [
            figure.IsMain ? RichText.Empty.Underlined(name) : name,
            PrintedText.Of(figure.Unit),
            .. row.Values.Select((value, i) => (TableCell)(value is { } known
                ? GermanFormat.Number(known, figure.Decimals)
                : footnotes.Mark(GermanFormat.Missing, row.Reasons[i] ?? PdfWords.Nothing))),
        ]);
    }

    private static IEnumerable<(RichText, RichText)> GeneralData(ProductReport report, ProductDescription form)
    {
        yield return (PdfWords.MainArea, PrintedText.Of(report.Head.MainArea.ToString()));
        yield return (PdfWords.Area, PrintedText.Of(report.Head.Area.ToString()));
        yield return (PdfWords.GroupOfProducts, PrintedText.Of(report.Head.Group.ToString()));
        yield return (PdfWords.TaskKind, Field(form.TaskKind));
        yield return (PdfWords.Principal, Field(form.Principal));
        yield return (PdfWords.ProductKind, Field(form.ProductKind));
        yield return (PdfWords.ResponsiblePerson, Field(form.Responsible));
        yield return (PdfWords.Text, Field(form.Text));
        yield return (PdfWords.LegalBasis, Field(form.LegalBasis));
        yield return (PdfWords.TargetGroup, Field(form.TargetGroup));
        yield return (PdfWords.Goals, PrintedLines(form.Goals));
    }

    private static RichText PrintedLines(IEnumerable<string> goals) => string.Join('\n', goals.Select(PrintedText.Of)) is { Length: > 0 } lines ? lines : Field(null);

    private static RichText Field(string? text) => text is null ? RichText.Empty.Coloured(PdfWords.NotStated, StyleSheet.Muted) : PrintedText.Of(text);

    private static Table Services(ProductReport report) => new()
    {
        Columns = [TableColumn.Share(), TableColumn.Share(2)],
        Header = [new TableRow(PdfWords.ServiceNumberAndName, PdfWords.ServiceDescription)],
        Rows =
        [
            .. report.Levels.Skip(1).Select(service => new TableRow(
                RichText.Empty.Bold(PrintedText.Of(PdfWords.LevelName(service))).Plain($"\n({ReportWords.Of(service.Kind)})"),
                PrintedText.Of(service.Description ?? Blank))),
        ],
        Summary = PdfWords.FormServices,
    };

    private static Table Figures(ProductReport report)
    {
        List<TableRow> rows = [];
        for (var i = 0; i < report.Levels.Length; i++)
        {
            var (level, number) = (report.Levels[i], i == 0 ? "1" : string.Create(CultureInfo.InvariantCulture, $"2.{i}"));
            rows.Add(TableRow.Group(PrintedText.Of($"{number} {PdfWords.FiguresOf(level, i)}")));
            rows.AddRange(report.RowsOf(level.Number).GroupBy(row => row.Type).Select(type => new TableRow(
                string.Create(CultureInfo.InvariantCulture, $"{number}.{(type.Key == RowType.BaseFigure ? 1 : 2)}"),
                type.Key == RowType.BaseFigure ? PdfWords.BaseFigures : PdfWords.KeyFigures,
                Names(type))));
        }

        return new Table
        {
            Columns = [TableColumn.Fixed(44), TableColumn.Fixed(90), TableColumn.Share()],
            Header = [new TableRow(PdfWords.Number, PdfWords.Kind, PdfWords.Name)],
            Rows = rows,
            Summary = PdfWords.FormFigures,
            RowHeaderColumns = 2,
        };
    }

    private static RichText Names(IEnumerable<ReportRow> rows)
    {
        var text = RichText.Empty;
        foreach (var row in rows)
        {
            var line = text.Runs.IsEmpty ? text : text.Plain("\n");
            text = row.IsMain ? line.Underlined(PrintedText.Of(row.Name)) : line.Plain(PrintedText.Of(row.Name));
        }

        return text;
    }
}
