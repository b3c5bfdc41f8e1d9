using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>A group of number columns under a common head.</summary>
internal sealed record ColumnGroup(string Title, IReadOnlyList<FigureColumn> Columns);

/// <summary>A column: a number field, or the Ampel.</summary>
internal sealed record FigureColumn(string Title, RowField? Field)
{
    public bool IsStatus => Field is null;
}

/// <summary>
/// Which number columns a report has, the same on every table of it, and how wide they must be: a quarter, the year so far and the
/// whole year; whatever would stand there twice is left out.
/// </summary>
internal sealed class FigureColumns
{
    private const double Padding = 3;
    private const double MarkWidth = 14; // a dash with the mark of a footnote
    private const double UnitWidth = 34;
    private const double StatusWidth = 34;

    private readonly double[] widths;

    private FigureColumns(IReadOnlyList<ColumnGroup> groups, double[] widths, double size) =>
        (Groups, this.widths, Size) = (groups, widths, size);

    public IReadOnlyList<ColumnGroup> Groups { get; }

    /// <summary>The size of the type in the tables.</summary>
    public double Size { get; }

    public TextStyle CellStyle => ReportTypography.Styles.TableCell with { Size = Size };

    public IEnumerable<FigureColumn> All => Groups.SelectMany(group => group.Columns);

    /// <summary>The columns for all rows of a report, in the largest type in which they leave room for the names.</summary>
    public static FigureColumns For(ProductReport report, double width)
    {
        var groups = GroupsFor(report.Period);
        var columns = groups.SelectMany(group => group.Columns).ToList();
        foreach (var size in ReportTypography.TableSizes)
        {
            var candidate = columns.Select(column => Width(report, column, size)).ToArray();
            var left = width - UnitWidth - candidate.Sum();
            if (left >= ReportTypography.LeastNameWidth || size == ReportTypography.TableSizes[^1])
                return new FigureColumns(groups, Spread(columns, candidate, left - ReportTypography.MostNameWidth), size);
        }

        throw new InvalidOperationException("There is always a smallest size.");
    }

    public IReadOnlyList<TableColumn> TableColumns() =>
    [
        TableColumn.Share(),
        TableColumn.Fixed(UnitWidth),
        .. All.Select((column, i) => column.IsStatus ? TableColumn.Fixed(widths[i]) : TableColumn.Figures(widths[i])),
    ];

    public IReadOnlyList<TableRow> Header() =>
    [
        new TableRow([new TableCell(""), new TableCell(""), .. Groups.Select(group => new TableCell(group.Title) { ColumnSpan = group.Columns.Count, Alignment = TextAlignment.Centre })]),
        new TableRow([PdfWords.Figure + " *", PdfWords.Unit, .. All.Select(column => new TableCell(column.Title) { Alignment = column.IsStatus ? TextAlignment.Left : TextAlignment.Right })]),
    ];

    private static List<ColumnGroup> GroupsFor(Period period)
    {
        List<ColumnGroup> groups = [];
        if (period.FirstMonth > 1)
        {
            groups.Add(new ColumnGroup(
                German.GermanFormat.Name(period),
                [new(PdfWords.Actual, RowField.ActualPeriod), new(PdfWords.Plan, RowField.PlanPeriod), new(PdfWords.Former, RowField.FormerPeriod)]));
        }

        groups.Add(new ColumnGroup(
            PdfWords.ToDate(period),
            [
                new(PdfWords.Actual, RowField.ActualToDate),
                new(PdfWords.Plan, RowField.PlanToDate),
                new(PdfWords.Deviation, RowField.Deviation),
                new(PdfWords.Percent, RowField.DeviationPercent),
                new(PdfWords.Status, null),
                new(PdfWords.Former, RowField.FormerToDate),
            ]));
        if (period.LastMonth < 12)
        {
            groups.Add(new ColumnGroup(
                PdfWords.Year(period.Year), [new(PdfWords.Plan, RowField.PlanYear), new(PdfWords.Forecast, RowField.ForecastYear)]));
        }

        return groups;
    }

    /// <summary>Gives room that names do not need to the figures, so that a row is not torn apart.</summary>
    private static double[] Spread(List<FigureColumn> columns, double[] widths, double spare) => spare <= 0
        ? widths
        : [.. widths.Select((width, i) => columns[i].IsStatus ? width : width + spare / columns.Count(column => !column.IsStatus))];

    private static double Width(ProductReport report, FigureColumn column, double size)
    {
        var head = Canvas.Measure(column.Title, FontFace.Bold, ReportTypography.Styles.TableHeader.Size);
        if (column.Field is not { } field)
            return Math.Max(StatusWidth, head + 2 * Padding + 2);
        return Math.Max(head, Math.Max(MarkWidth, Numbers.Width(report.Rows.Select(row => Numbers.Text(row, field)), size))) + 2 * Padding + 1;
    }
}
