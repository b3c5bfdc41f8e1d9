using System.Collections.Immutable;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>Who has not delivered what: one row for each level and its missing periods, with the figures.</summary>
internal static class MissingTable
{
    public static Table Of(ImmutableArray<MissingFigure> missing, ImmutableArray<ReportLevel> levels) => Table.Of(
        PdfWords.Missing,
        [
            (TableColumn.Share(1.2), PdfWords.Department), (TableColumn.Share(1.6), PdfWords.ProductOrService),
            (TableColumn.Share(2), PdfWords.Figure), (TableColumn.Share(1.6), PdfWords.Period),
            (TableColumn.Auto(), PdfWords.Deadline),
        ],
        missing.GroupBy(value => (value.Department, value.Level, value.Figure))
            .GroupBy(figure => (figure.Key.Department, figure.Key.Level, Periods: Periods(figure)))
            .Select(rows => Row([.. rows.SelectMany(figure => figure)], rows.Key.Periods, levels)), rowHeaderColumns: 3);

    private static string Periods(IEnumerable<MissingFigure> figure) =>
        string.Join(", ", figure.Select(value => GermanFormat.Name(value.Period)));

    private static TableRow Row(ImmutableArray<MissingFigure> missing, string periods, ImmutableArray<ReportLevel> levels)
    {
        var first = missing[0];
        var level = levels.FirstOrDefault(known => known.Number == first.Level);
        return new TableRow(
            PrintedText.Of(first.DepartmentName), PrintedText.Of(level is null ? first.Level.Text : PdfWords.LevelName(level)),
            PrintedText.Of(string.Join(", ", missing.Select(value => value.Name).Distinct())), periods,
            string.Join(", ", missing.Select(value => value.Deadline).Distinct().Order().Select(GermanFormat.Date)));
    }
}
