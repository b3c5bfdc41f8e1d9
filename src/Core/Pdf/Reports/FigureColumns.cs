using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>A group of number columns under a common head.</summary>
internal sealed record ColumnGroup(string Title, IReadOnlyList<FigureColumn> Columns);

/// <summary>A column: a number field, or the Ampel.</summary>
internal sealed record FigureColumn(string Title, RowField? Field)
{
    public bool IsStatus => Field is null;
}

/// <summary>
/// Which number columns a report has, the same on every table of it, and how wide they must be. There are a quarter, the year
/// so far and the whole year. Whatever would stand there twice is left out.
/// </summary>
internal sealed class FigureColumns
{
    private const double Padding = 3;
    private const double MarkWidth = 14; // a dash with the mark of a footnote
    private const double LeastUnitWidth = 34;
    private const double MostUnitWidth = 80;
    private const double StatusWidth = 34;

    private readonly double[] widths;
    private readonly double unitWidth;

    private FigureColumns(IReadOnlyList<ColumnGroup> groups, double[] widths, double unitWidth, double size) =>
        (Groups, this.widths, this.unitWidth, Size) = (groups, widths, unitWidth, size);

    public IReadOnlyList<ColumnGroup> Groups { get; }

    /// <summary>The size of the type in the tables.</summary>
    public double Size { get; }

    public TextStyle CellStyle => ReportTypography.Styles.TableCell with { Size = Size };

    public IEnumerable<FigureColumn> All => Groups.SelectMany(group => group.Columns);

    /// <summary>
    /// The columns for all rows of a report, in the largest type in which they leave room for the names. Usually of one table;
    /// amounts too long for a row are set in two, the year so far apart from the rest.
    /// </summary>
    public static IReadOnlyList<FigureColumns> For(ProductReport report, double width)
    {
        var groups = GroupsFor(report.Period);
        return Fit(report, groups, width) is { } one ? [one]
            : [.. Split(groups).Select(part => Fit(report, part, width) ?? Smallest(report, part))];
    }

    private static FigureColumns? Fit(ProductReport report, IReadOnlyList<ColumnGroup> groups, double width)
    {
        var columns = groups.SelectMany(group => group.Columns).ToList();
        foreach (var size in ReportTypography.TableSizes)
        {
            var candidate = columns.Select(column => Width(report, column, size)).ToArray();
            var left = width - UnitWidth(report) - candidate.Sum();
            if (left >= ReportTypography.LeastNameWidth)
                return new FigureColumns(
                    groups, Spread(columns, candidate, left - ReportTypography.MostNameWidth), UnitWidth(report), size);
        }

        return null;
    }

    private static FigureColumns Smallest(ProductReport report, IReadOnlyList<ColumnGroup> groups)
    {
        var size = ReportTypography.TableSizes[^1];
        return new FigureColumns(
            groups, [.. groups.SelectMany(group => group.Columns).Select(column => Width(report, column, size))], UnitWidth(
                report), size);
    }

    /// <summary>The group with the Ampel alone, the others together.</summary>
    private static IEnumerable<IReadOnlyList<ColumnGroup>> Split(List<ColumnGroup> groups)
    {
        yield return groups.FindAll(group => group.Columns.Any(column => column.IsStatus));
        if (groups.Count > 1)
            yield return groups.FindAll(group => !group.Columns.Any(column => column.IsStatus));
    }

    public IReadOnlyList<TableColumn> TableColumns() =>
    [
        TableColumn.Share(),
        TableColumn.Fixed(unitWidth),
        .. All.Select((column, i) => column.IsStatus ? TableColumn.Fixed(widths[i]) : TableColumn.Figures(widths[i])),
    ];

    public IReadOnlyList<TableRow> Header() =>
    [
        new TableRow([TwoRows(PdfWords.Figure + " *"), TwoRows(PdfWords.Unit), .. Groups.Select(Head)]),
        new TableRow([.. All.Select(Head)]),
    ];

    private static TableCell TwoRows(string title) => new(title) { RowSpan = 2 };

    private static TableCell Head(ColumnGroup group) =>
        new(group.Title) { ColumnSpan = group.Columns.Count, Alignment = TextAlignment.Centre };

    private static TableCell Head(FigureColumn column) =>
        new(column.Title) { Alignment = column.IsStatus ? TextAlignment.Left : TextAlignment.Right };

    private static List<ColumnGroup> GroupsFor(Period period)
    {
        List<ColumnGroup> groups = [];
        if (period.FirstMonth > 1)
        {
            groups.Add(new ColumnGroup(
                German.GermanFormat.Name(period),
                [
                    new(PdfWords.Actual, RowField.ActualPeriod),
                    new(PdfWords.Plan, RowField.PlanPeriod),
                    new(PdfWords.Previous, RowField.PreviousPeriod),
                ]));
        }

        groups.Add(new ColumnGroup(
            ReportWords.ToDate(period),
            [
                new(PdfWords.Actual, RowField.ActualToDate),
                new(PdfWords.Plan, RowField.PlanToDate),
                new(PdfWords.Deviation, RowField.Deviation),
                new(PdfWords.Percent, RowField.DeviationPercent),
                new(PdfWords.Status, null),
                new(PdfWords.Previous, RowField.PreviousToDate),
            ]));
        if (period.LastMonth < 12)
        {
            groups.Add(new ColumnGroup(
                PdfWords.Year(period.Year),
                [new(PdfWords.Plan, RowField.PlanYear), new(PdfWords.Forecast, RowField.ForecastYear)]));
        }

        return groups;
    }

    /// <summary>Gives room that names do not need to the figures, so that a row is not torn apart.</summary>
    private static double[] Spread(List<FigureColumn> columns, double[] widths, double spare) => spare <= 0
        ? widths
        : [.. widths.Select(
            (width, i) => columns[i].IsStatus ? width : width + spare / columns.Count(column => !column.IsStatus))];

    private static double Width(ProductReport report, FigureColumn column, double size)
    {
        var head = Canvas.Measure(column.Title, FontFace.Bold, ReportTypography.Styles.TableHeader.Size);
        if (column.Field is not { } field)
            return Math.Max(StatusWidth, head + 2 * Padding + 2);
        return Math.Max(head, Math.Max(MarkWidth, Figures(report, field, size))) + 2 * Padding + 1;
    }

    /// <summary>Wide enough for the longest word of a unit; long units are set on more lines.</summary>
    private static double UnitWidth(ProductReport report) => Math.Clamp(
        report.Rows.SelectMany(row => row.Unit.Split(' '))
            .Select(word => Canvas.Measure(PrintedText.Of(word), FontFace.Regular, ReportTypography.TableSizes[0]) + 2 * Padding
                + 1)
            .DefaultIfEmpty().Max(),
        LeastUnitWidth,
        MostUnitWidth);

    private static double Figures(ProductReport report, RowField field, double size)
    {
        const double mark = 8; // a footnote behind a figure
        var hasMarks = report.Rows.Any(row => row[field] is not null && Numbers.HasRemark(row, field));
        return Numbers.Width(report.Rows.Select(row => Numbers.Text(row, field)), size) + (hasMarks ? mark : 0);
    }
}
