using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The totals along the hierarchy, and all products with their results.</summary>
internal static class OverviewSections
{
    private const int Level = 2;

    private static readonly (TableColumn, string)[] Figures =
        [.. ToDateColumn.All.Select(column => (column.Layout, column.Head))];

    public static void Totals(Flow flow, CombinedReport report)
    {
        flow.Section(Level, PdfWords.Totals);
        flow.Caption(PdfWords.ResultsOf(report.Period));
        var footnotes = new Footnotes("summen-");
        flow.Table(Table.Of(
            PdfWords.Totals,
            [
                (TableColumn.Share(), PdfWords.Step), (TableColumn.Right(), PdfWords.Products), .. Figures,
                (TableColumn.Figures(), PdfWords.PlanOfYear),
            ],
            report.Totals.Select(total => Total(total, report.Edition, footnotes))));
        footnotes.AddTo(flow);
    }

    public static void Products(Flow flow, CombinedReport report)
    {
        flow.Section(Level, PdfWords.AllProducts);
        flow.Caption(PdfWords.ResultsOf(report.Period));
        var footnotes = new Footnotes("produkte-");
        flow.Table(Table.Of(
            PdfWords.AllProducts,
            [
                (TableColumn.Share(2), PdfWords.Product), (TableColumn.Share(), PdfWords.Department), .. Figures,
                (TableColumn.Auto(), PdfWords.Complete),
            ],
            report.Products.Select(product => Product(product, footnotes))));
        footnotes.AddTo(flow);
    }

    private static TableRow Total(HierarchyTotal total, ReportEdition edition, Footnotes footnotes)
    {
        var incomplete = PdfWords.NotOfAllProducts(edition);
        TableCell[] cells =
        [
            PrintedText.Of(Indented(total)),
            total.ProductCount.ToString(CultureInfo.InvariantCulture),
            Amount(total.ActualToDate, total.Undefined ?? incomplete, footnotes),
            Amount(total.PlanToDate, incomplete, footnotes),
            total.Deviation is null
                ? footnotes.Mark(GermanFormat.Missing, PdfWords.NoDeviation)
                : Numbers.Deviation(total.Deviation),
            Percent(total, footnotes),
            StatusSymbol.Text(total.Status),
            Amount(total.PreviousToDate, incomplete, footnotes),
            Amount(total.PlanYear, incomplete, footnotes),
        ];
        return new TableRow(cells) { Kind = total.Step is HierarchyLevel.County ? RowKind.Total : RowKind.Normal };
    }

    /// <summary>Steps are set off by no-break spaces; a screen reader hears the number, which says the same.</summary>
    private static string Indented(HierarchyTotal total)
    {
        var depth = Math.Max(0, (int)total.Step - (int)HierarchyLevel.MainArea);
        return new string('\u00A0', depth * 4) + $"{total.Number} {total.Name}".Trim();
    }

    private static RichText Amount(decimal? value, string reason, Footnotes footnotes) =>
        value is { } known ? GermanFormat.Number(known, 0) : footnotes.Mark(GermanFormat.Missing, reason);

    private static RichText Percent(HierarchyTotal total, Footnotes footnotes) => total.Percent is { IsMeaningful: true }
        ? Numbers.Percent(total.Percent, total.Deviation)
        : footnotes.Mark(GermanFormat.Missing, total.Deviation is null ? PdfWords.NoDeviation : PdfWords.PlanTooSmall);

    private static TableRow Product(ProductSummary product, Footnotes footnotes)
    {
        var row = MainRows.Amount(product.Rows);
        TableCell[] figures = row is null
            ? [.. Enumerable.Repeat<TableCell>(footnotes.Mark(GermanFormat.Missing, PdfWords.NoMainAmount), Figures.Length)]
            : [.. ToDateColumn.All.Select(column => (TableCell)column.Cell(row, footnotes))];
        return new TableRow(
        [
            SummarySections.Product(product.Product, product.Name),
            PrintedText.Of(product.DepartmentName),
            .. figures,
            PdfWords.YesNo(product.IsComplete),
        ]);
    }
}
