using System.Collections.Immutable;
using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Reports;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>Who has not delivered what: one row for each figure, with all its missing periods.</summary>
internal static class MissingTable
{
    public static Table Of(ImmutableArray<MissingFigure> missing, ImmutableArray<ReportLevel> levels) => new()
    {
        Columns = [TableColumn.Share(1.2), TableColumn.Share(1.6), TableColumn.Share(2), TableColumn.Share(1.6), TableColumn.Auto()],
        Header = [new TableRow(PdfWords.Department, PdfWords.ProductOrService, PdfWords.Figure, PdfWords.Period, PdfWords.Deadline)],
        Rows = [.. missing.GroupBy(value => (value.Department, value.Level, value.Figure)).Select(figure => Row([.. figure], levels))],
        Summary = PdfWords.Missing,
        RowHeaderColumns = 3,
    };

    private static TableRow Row(ImmutableArray<MissingFigure> figure, ImmutableArray<ReportLevel> levels)
    {
        var first = figure[0];
        var level = levels.FirstOrDefault(known => known.Number == first.Level);
        return new TableRow(
            PrintedText.Of(first.DepartmentName),
            PrintedText.Of(level is null ? first.Level.Text : PdfWords.LevelName(level)),
            PrintedText.Of(first.Name),
            string.Join(", ", figure.Select(value => GermanFormat.Name(value.Period))),
            string.Join(", ", figure.Select(value => value.Deadline).Distinct().Select(GermanFormat.Date)));
    }
}
