using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The tables of base and key figures: one for the product, one for each service.</summary>
internal static class FigureTables
{
    private static readonly TableLook Look = TableLook.Default with { PaddingX = 3, PaddingY = 1.7 };

    public static void Compose(
        Flow flow, ProductReport report, IReadOnlyList<FigureColumns> columns, int level, Footnotes footnotes)
    {
        flow.Section(level, PdfWords.Figures);
        flow.FootnoteOfMainFigures();
        foreach (var each in report.Levels)
        {
            var summary = PdfWords.TableSummary(PdfWords.LevelName(each));
            flow.Titled(
                level + 1,
                PdfWords.LevelHeading(each),
                [.. columns.Select(part => Table(part, [.. report.RowsOf(each.Number)], footnotes, summary, hasGroups: true))]);
        }
    }

    public static Table Table(
        FigureColumns columns, IReadOnlyList<ReportRow> rows, Footnotes footnotes, string summary, bool hasGroups) => new()
        {
            Columns = columns.TableColumns(),
            Header = columns.Header(),
            Rows = hasGroups ? Grouped(columns, rows, footnotes) : [.. rows.Select(row => Row(columns, row, footnotes))],
            Summary = PrintedText.Of(summary),
            Look = Look,
        };

    private static List<TableRow> Grouped(FigureColumns columns, IReadOnlyList<ReportRow> rows, Footnotes footnotes)
    {
        List<TableRow> table = [];
        foreach (var type in rows.GroupBy(row => row.Type))
        {
            table.Add(TableRow.Group(type.Key == RowType.BaseFigure ? PdfWords.BaseFigures : PdfWords.KeyFigures));
            table.AddRange(type.Select(row => Row(columns, row, footnotes)));
        }

        return table;
    }

    private static TableRow Row(FigureColumns columns, ReportRow row, Footnotes footnotes)
    {
        var style = columns.CellStyle;
        var name = PrintedText.Of(row.Name);
        TableCell[] cells =
        [
            new TableCell(Spoken.Name(name, row.IsMain)) { Style = style },
            new TableCell(Spoken.Of(PrintedText.Of(row.Unit))) { Style = style with { Colour = StyleSheet.Muted } },
            .. columns.All.Select(column => new TableCell(column.Field is { } field
                ? Numbers.Cell(row, field, footnotes)
                : StatusSymbol.Text(row.Status)) { Style = style }),
        ];
        return new TableRow(cells);
    }
}
