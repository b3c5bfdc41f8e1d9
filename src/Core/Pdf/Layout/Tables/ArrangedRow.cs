using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout.Tables;

/// <summary>A row of a table whose cells are broken into lines.</summary>
internal sealed class ArrangedRow
{
    private readonly List<PlacedCell> cells;
    private readonly bool isHeader;

    private ArrangedRow(TableRow row, TableGrid grid, TextStyle style, bool isHeader, bool[]? taken = null)
    {
        (this.isHeader, cells) = (isHeader, []);
        var column = SkipTaken(taken, 0);
        foreach (var cell in row.Cells)
        {
            var span = row.Kind == RowKind.Group ? grid.Table.Columns.Count : cell.ColumnSpan;
            Place(cell, column, span, grid, style);
            column = SkipTaken(taken, column + span);
        }

        if (column != grid.Table.Columns.Count)
            throw new InvalidOperationException(
                $"A row has cells for {column} columns, the table has {grid.Table.Columns.Count}.");
        var whole = cells.Where(cell => cell.Cell.RowSpan == 1).Select(cell => cell.Text.Height);
        Height = whole.DefaultIfEmpty(style.LineHeight).Max() + 2 * grid.Table.Look.PaddingY;
    }

    private ArrangedRow(List<PlacedCell> cells, double paddingY) =>
        (this.cells, Height) = (cells, cells.Max(cell => cell.Text.Height) + 2 * paddingY);

    public double Height { get; private set; }

    /// <summary>
    /// The row in pieces of at most a certain height, cut between lines: what does not fit a page must go on on the next.
    /// </summary>
    public List<ArrangedRow> Split(double tallest, double paddingY)
    {
        var lines = Math.Max(1, (int)((tallest - 2 * paddingY) / cells.Max(cell => cell.Text.LineHeight)));
        var pieces = new List<ArrangedRow>();
        for (var first = 0; first < cells.Max(cell => cell.Text.Lines.Length); first += lines)
            pieces.Add(new ArrangedRow([.. cells.Select(cell => cell with { Text = cell.Text.Part(first, lines) })], paddingY));
        return pieces;
    }

    /// <summary>The header's rows; a cell that spans rows takes its column in the next ones, too.</summary>
    public static List<ArrangedRow> OfHeader(IReadOnlyList<TableRow> rows, TableGrid grid, StyleSheet styles)
    {
        var arranged = new List<ArrangedRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            var taken = new bool[grid.Table.Columns.Count];
            for (var above = 0; above < i; above++)
                arranged[above].Take(taken, rowsBelow: i - above);
            arranged.Add(new ArrangedRow(rows[i], grid, styles.TableHeader, isHeader: true, taken));
        }

        for (var i = 0; i < arranged.Count; i++)
            arranged[i].FitSpanningCells(arranged[(i + 1)..], grid.Table.Look.PaddingY);
        return arranged;
    }

    public static ArrangedRow OfBody(TableRow row, TableGrid grid, TextStyle style) => new(row, grid, style, isHeader: false);

    public void Paint(Canvas canvas, TableGrid grid, double x, double y, bool isArtifact = false)
    {
        var look = grid.Table.Look;
        foreach (var cell in cells)
        {
            var box = new Box(x + grid.Start(cell.Column), y, grid.Span(cell.Column, cell.Span), Height + cell.HeightBelow);
            if (!isArtifact)
                canvas.BeginTag(IsHeading(cell, grid) ? Tag.TH : Tag.TD, Attributes(cell, grid));
            canvas.RecordCell(box);
            var top = isHeader ? box.Bottom - look.PaddingY - cell.Text.Height : y + look.PaddingY;
            cell.Text.PaintAll(canvas, box.X + look.PaddingX - cell.Shift, top);
            if (!isArtifact)
                canvas.EndTag();
        }
    }

    /// <summary>Thin rules below cells that head several columns; artifacts.</summary>
    public void PaintSpanRules(Canvas canvas, TableGrid grid, double x, double y)
    {
        var (padding, bottom) = (grid.Table.Look.PaddingX, y + Height);
        foreach (var cell in cells.Where(cell => cell.Span > 1 && cell.Cell.Text.Runs.Length > 0))
        {
            var left = x + grid.Start(cell.Column) + padding;
            canvas.Line(
                left, bottom, left + grid.Span(cell.Column, cell.Span) - 2 * padding, bottom, 0.4, grid.Table.Look.StrongRule);
        }
    }

    private void Place(TableCell cell, int column, int span, TableGrid grid, TextStyle style)
    {
        if (column + span > grid.Table.Columns.Count)
            throw new InvalidOperationException($"A row has more cells than the table's {grid.Table.Columns.Count} columns.");
        style = cell.Style ?? style;
        var alignment = span > 1 ? cell.Alignment ?? (isHeader ? TextAlignment.Centre : TextAlignment.Left)
            : grid.Alignment(cell, column);
        var width = grid.Span(column, span) - 2 * grid.Table.Look.PaddingX;
        var shift = 0.0;
        if (alignment == TextAlignment.Comma)
        {
            shift = isHeader ? 0 : grid.AfterComma[column] - TableGrid.WidthAfterComma(cell.Text, style);
            alignment = TextAlignment.Right;
        }

        if (alignment == TextAlignment.Left)
            width = style.LineOf(width);
        var text = new TextBlock(cell.Text, style.Alignment == alignment ? style : style with { Alignment = alignment }, width);
        cells.Add(new PlacedCell(cell, column, span, text, text.Lines.Length == 1 ? shift : 0));
    }

    private bool IsHeading(PlacedCell cell, TableGrid grid) => isHeader || cell.Column < grid.Table.RowHeaderColumns;

    private TagAttributes? Attributes(PlacedCell cell, TableGrid grid)
    {
        if (!IsHeading(cell, grid))
            return cell.Span > 1 ? new TagAttributes { ColumnSpan = cell.Span } : null;
        var scope = isHeader ? TagAttributes.ColumnHeader : TagAttributes.RowHeader;
        return cell.Span > 1 || cell.Cell.RowSpan > 1 ? scope with { ColumnSpan = cell.Span, RowSpan = cell.Cell.RowSpan }
            : scope;
    }

    private void Take(bool[] columns, int rowsBelow)
    {
        foreach (var cell in cells.Where(cell => cell.Cell.RowSpan > rowsBelow))
            columns.AsSpan(cell.Column, cell.Span).Fill(true);
    }

    private void FitSpanningCells(List<ArrangedRow> below, double padding)
    {
        foreach (var cell in cells.Where(cell => cell.Cell.RowSpan > 1))
        {
            var rows = below.Take(cell.Cell.RowSpan - 1).ToList();
            var missing = cell.Text.Height + 2 * padding - Height - rows.Sum(row => row.Height);
            if (missing > 0)
                rows[^1].Height += missing;
            cell.HeightBelow = rows.Sum(row => row.Height);
        }
    }

    private static int SkipTaken(bool[]? taken, int column)
    {
        while (taken is not null && column < taken.Length && taken[column])
            column++;
        return column;
    }

    private sealed record PlacedCell(TableCell Cell, int Column, int Span, TextBlock Text, double Shift)
    {
        /// <summary>The height of further rows the cell reaches into.</summary>
        public double HeightBelow { get; set; }
    }
}
