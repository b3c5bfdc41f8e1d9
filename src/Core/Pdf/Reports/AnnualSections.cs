using System.Globalization;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// What only the annual report has: the comparison of years, and the form „Produktbeschreibung“ field by field.
/// </summary>
internal static class AnnualSections
{
    public static void Years(Flow flow, ProductReport report, int level, Footnotes footnotes)
    {
        if (report.FiveYears is not { } years)
            return;
        flow.Section(level, PdfWords.Years);
        var width = YearWidth(report, years);
        foreach (var each in report.Levels)
        {
            flow.Titled(level + 1, PdfWords.LevelHeading(each), new Table
            {
                Columns = [TableColumn.Share(), TableColumn.Fixed(44), .. years.Years.Select(_ => TableColumn.Figures(width))],
                Header = [new TableRow([PdfWords.Figure + " *", PdfWords.Unit, .. years.Years.Select(Head)])],
                Rows = [.. years.Rows.Where(row => row.Level == each.Number).Select(row => Row(report, row, footnotes))],
                Summary = PrintedText.Of(PdfWords.YearsSummary(each)),
                Look = TableLook.Default with { PaddingY = 1.7 },
            });
        }
    }

    public static void Description(Flow flow, ProductReport report, int level)
    {
        if (report.Description is not { } form)
            return;
        flow.Section(level, PdfWords.Description);
        flow.KeyValues((PdfWords.ProductNumber, report.Product.Text), (PdfWords.ProductName, PrintedText.Of(report.Name)));
        flow.Subsection(level + 1, PdfWords.FormDescription);
        flow.KeyValues(GeneralData(report, form));
        if (!form.Goals.IsEmpty)
        {
            flow.Subsection(level + 1, PdfWords.Goals);
            flow.Bullets(form.Goals.Select(goal => Spoken.Of(PrintedText.Of(goal))));
        }

        flow.Subsection(level + 1, PdfWords.FormServices);
        flow.Table(Services(report));
        flow.Subsection(level + 1, PdfWords.FormFigures);
        flow.FootnoteOfMainFigures();
        flow.Table(Figures(report));
    }

    /// <summary>The same for all years and tables, so that a figure's course is read downwards as well.</summary>
    private static double YearWidth(ProductReport report, FiveYearComparison years)
    {
        const double usual = 84, padding = 10;
        var decimals = report.Rows.ToDictionary(row => (row.Level, row.Id), row => row.Decimals);
        var texts = years.Rows.SelectMany(
            row => row.Values.OfType<decimal>().Select(value => GermanFormat.Number(value, decimals[(row.Level, row.Figure)])));
        return Math.Max(usual, Numbers.Width(texts, ReportTypography.Styles.TableCell.Size) + padding);
    }

    private static TableCell Head(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static TableRow Row(ProductReport report, FiveYearRow row, Footnotes footnotes)
    {
        var figure = report.RowOf(row.Level, row.Figure)!;
        var name = PrintedText.Of(figure.Name);
        return new TableRow(
        [
            Spoken.Name(name, figure.IsMain),
            Spoken.Of(PrintedText.Of(figure.Unit)),
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
        if (form.Goals.IsEmpty)
            yield return (PdfWords.Goals, Field(null));
    }

    private static RichText Field(string? text) =>
        text is null ? RichText.Empty.Coloured(PdfWords.NotStated, StyleSheet.Muted) : PrintedText.Of(text);

    private static Table Services(ProductReport report) => Table.Of(
        PdfWords.FormServices,
        [(TableColumn.Share(), PdfWords.ServiceNumberAndName), (TableColumn.Share(2), PdfWords.ServiceDescription)],
        report.Levels.Skip(1).Select(service => new TableRow(
            RichText.Empty.Bold(PrintedText.Of(PdfWords.LevelName(service))).Plain($"\n({ReportWords.Of(service.Kind)})"),
            PrintedText.Of(service.Description ?? ""))));

    /// <summary>The form's list of figures: for each level its number, base figures and key figures side by side.</summary>
    private static Table Figures(ProductReport report) => Table.Of(
        PdfWords.FormFigures,
        [
            (TableColumn.Share(1.1), PdfWords.Level), (TableColumn.Share(), PdfWords.BaseFigures),
            (TableColumn.Share(), PdfWords.KeyFigures),
        ],
        report.Levels.SelectMany((level, i) => FigureNames(report, level, i)));

    private static IEnumerable<TableRow> FigureNames(ProductReport report, ReportLevel level, int index)
    {
        if (index == 1)
            yield return TableRow.Group(PdfWords.FiguresOfServices);
        var number = index == 0 ? "1" : string.Create(CultureInfo.InvariantCulture, $"2.{index}");
        yield return new TableRow(
            PrintedText.Of($"{number} {PdfWords.FiguresOf(level, index)}"),
            Names($"{number}.1", report.RowsOf(level.Number).Where(row => row.Type == RowType.BaseFigure)),
            Names($"{number}.2", report.RowsOf(level.Number).Where(row => row.Type == RowType.KeyFigure)));
    }

    private static RichText Names(string number, IEnumerable<ReportRow> rows)
    {
        var text = RichText.Empty.Coloured(number, StyleSheet.Muted);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            var before = index == 0 ? text.Plain(" ") : text.Plain(" · ");
            text = before.With(Spoken.Name(PrintedText.Of(row.Name), row.IsMain));
        }

        return text;
    }
}
