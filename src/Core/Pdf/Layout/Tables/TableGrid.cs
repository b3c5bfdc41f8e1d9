using Produktreport.Core.Pdf.Layout.Texts;

namespace Produktreport.Core.Pdf.Layout.Tables;

/// <summary>The columns of one table: where each begins, how wide it is, where its decimal commas stand.</summary>
internal sealed class TableGrid
{
    private readonly double[] starts;

    public TableGrid(Table table, StyleSheet styles, double width)
    {
        Table = table;
        AfterComma = new double[table.Columns.Count];
        var natural = new double[table.Columns.Count];
        MeasureHeader(styles.TableHeader, natural);
        var beforeComma = new double[natural.Length];
        foreach (var row in table.Rows)
            Measure(row, row.Kind == RowKind.Normal ? styles.TableCell
                : styles.TableCell with { Face = Fonts.FontFace.Bold }, natural, beforeComma);
        for (var i = 0; i < natural.Length; i++)
            natural[i] = Math.Max(natural[i], beforeComma[i] + AfterComma[i]) + 2 * table.Look.PaddingX + 0.1;
        var widths = TableWidths.Share(table, natural, width);
        starts = new double[widths.Length + 1];
        for (var i = 0; i < widths.Length; i++)
            starts[i + 1] = starts[i] + widths[i];
    }

    public Table Table { get; }
    public double Width => starts[^1];

    /// <summary>For each column the widest part of its figures from the decimal comma on.</summary>
    public double[] AfterComma { get; }

    public double Start(int column) => starts[column];

    public double Span(int column, int count) => starts[column + count] - starts[column];

    public TextAlignment Alignment(TableCell cell, int column) => cell.Alignment ?? Table.Columns[column].Alignment;

    /// <summary>The width of a figure from its decimal comma on, 0 without one; a unit or mark behind it counts.</summary>
    public static double WidthAfterComma(RichText text, TextStyle style)
    {
        if (text.Runs.IsEmpty)
            return 0;
        var run = text.Runs[0];
        var comma = run.Text.LastIndexOf(',');
        var end = comma >= 0 ? comma : run.Text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var mark = text.Runs.Skip(1).Sum(part => part.MeasureIn(style, part.Text));
        return end <= 0 ? 0 : run.MeasureIn(style, run.Text.AsSpan(end)) + mark;
    }

    private void MeasureHeader(TextStyle style, double[] natural)
    {
        var takenUntil = new int[natural.Length]; // the row below the last one a cell from above reaches into
        for (var row = 0; row < Table.Header.Count; row++)
        {
            var column = 0;
            foreach (var cell in Table.Header[row].Cells)
            {
                while (column < natural.Length && takenUntil[column] > row)
                    column++;
                if (column >= natural.Length)
                    break;
                if (cell.ColumnSpan == 1)
                    MeasureCell(cell, column, cell.Style ?? style, natural, null, isHeader: true);
                takenUntil.AsSpan(column, Math.Min(cell.ColumnSpan, natural.Length - column)).Fill(row + cell.RowSpan);
                column += cell.ColumnSpan;
            }
        }
    }

    private void Measure(TableRow row, TextStyle style, double[] natural, double[] beforeComma)
    {
        var column = 0;
        foreach (var cell in row.Cells)
        {
            if (row.Kind == RowKind.Group || column >= natural.Length)
                break;
            if (cell.ColumnSpan == 1)
                MeasureCell(cell, column, cell.Style ?? style, natural, beforeComma, isHeader: false);
            column += cell.ColumnSpan;
        }
    }

    private void MeasureCell(TableCell cell, int column, TextStyle style, double[] natural, double[]? beforeComma, bool isHeader)
    {
        var definition = Table.Columns[column];
        var needsWidth = definition.Width is null && definition.Weight == 0;
        var isDecimal = !isHeader && Alignment(cell, column) == TextAlignment.Comma;
        if (!needsWidth && !isDecimal)
            return;
        var width = needsWidth ? LineBreaker.NaturalWidth(cell.Text, style) : 0;
        var after = isDecimal ? WidthAfterComma(cell.Text, style) : 0;
        AfterComma[column] = Math.Max(AfterComma[column], after);
        if (isDecimal && beforeComma is not null)
            beforeComma[column] = Math.Max(beforeComma[column], width - after);
        natural[column] = Math.Max(natural[column], width);
    }
}

/// <summary>Shares a width among the columns of a table.</summary>
internal static class TableWidths
{
    /// <summary>The least a column that shares the rest gets, in points, before columns of free width give way.</summary>
    private const double LeastShare = 60;

    public static double[] Share(Table table, double[] natural, double width)
    {
        var columns = table.Columns;
        var widths = columns.Select((column, i) => column.Width ?? (column.Weight > 0 ? 0 : natural[i])).ToArray();
        var weights = columns.Sum(column => column.Weight);
        var free = width - widths.Sum();
        var wanted = columns.Count(column => column.Weight > 0) * LeastShare;
        if (free < wanted)
            free = Shrink(columns, widths, wanted - free) + free;
        for (var i = 0; i < widths.Length; i++)
        {
            if (columns[i].Weight > 0)
                widths[i] = free * columns[i].Weight / weights;
        }

        return widths;
    }

    /// <summary>Takes width from the columns whose content decided it, the widest giving most; returns what was won.</summary>
    private static double Shrink(IReadOnlyList<TableColumn> columns, double[] widths, double missing)
    {
        var flexible = Enumerable.Range(0, widths.Length).Where(i => columns[i].Width is null && columns[i].Weight == 0).ToList();
        var sum = flexible.Sum(i => widths[i]);
        var factor = sum <= 0 ? 0 : Math.Min(0.8, missing / sum);
        foreach (var i in flexible)
            widths[i] *= 1 - factor;
        return sum * factor;
    }
}
