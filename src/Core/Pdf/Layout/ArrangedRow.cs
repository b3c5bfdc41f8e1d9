using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>A row of a table whose cells are broken into lines.</summary>
internal sealed class ArrangedRow
{
    private readonly List<PlacedCell> _cells = [];
    private readonly bool _isHeader;

    private ArrangedRow(TableRow row, TableGrid grid, TextStyle style, bool isHeader)
    {
        _isHeader = isHeader;
        var column = 0;
        foreach (var cell in row.Cells)
        {
            var span = row.Kind == RowKind.Group ? grid.Table.Columns.Count : cell.ColumnSpan;
            Place(cell, column, span, grid, style);
            column += span;
        }

        if (column != grid.Table.Columns.Count)
            throw new InvalidOperationException($"A row has cells for {column} columns, the table has {grid.Table.Columns.Count}.");
        Height = _cells.Max(cell => cell.Text.Height) + 2 * grid.Table.Look.PaddingY;
    }

    public double Height { get; }

    public static ArrangedRow OfHeader(TableRow row, TableGrid grid, StyleSheet styles) => new(row, grid, styles.TableHeader, isHeader: true);

    public static ArrangedRow OfBody(TableRow row, TableGrid grid, TextStyle style) => new(row, grid, style, isHeader: false);

    public void Paint(Canvas canvas, TableGrid grid, double x, double y, bool isArtifact = false)
    {
        var look = grid.Table.Look;
        foreach (var cell in _cells)
        {
            var box = new Box(x + grid.Start(cell.Column), y, grid.Span(cell.Column, cell.Span), Height);
            if (!isArtifact)
                canvas.BeginTag(IsHeading(cell, grid) ? Role.TH : Role.TD, Attributes(cell, grid));
            canvas.RecordCell(box);
            var top = _isHeader ? box.Bottom - look.PaddingY - cell.Text.Height : y + look.PaddingY;
            cell.Text.PaintAll(canvas, box.X + look.PaddingX - cell.Shift, top);
            if (!isArtifact)
                canvas.EndTag();
        }
    }

    public void PaintBackgrounds(Canvas canvas, TableGrid grid, double x, double y)
    {
        foreach (var cell in _cells)
        {
            if (cell.Cell.Background is { } colour)
                canvas.Fill(new Box(x + grid.Start(cell.Column), y, grid.Span(cell.Column, cell.Span), Height), colour);
        }
    }

    private void Place(TableCell cell, int column, int span, TableGrid grid, TextStyle style)
    {
        if (column + span > grid.Table.Columns.Count)
            throw new InvalidOperationException($"A row has more cells than the table's {grid.Table.Columns.Count} columns.");
        style = cell.Style ?? style;
        var alignment = span > 1 ? cell.Alignment ?? (_isHeader ? TextAlignment.Centre : TextAlignment.Left) : grid.Alignment(cell, column);
        var width = grid.Span(column, span) - 2 * grid.Table.Look.PaddingX;
        var shift = 0.0;
        if (alignment == TextAlignment.Comma)
        {
            shift = _isHeader ? 0 : grid.AfterComma[column] - TableGrid.WidthAfterComma(cell.Text, style);
            alignment = TextAlignment.Right;
        }

        var text = new TextBlock(cell.Text, style.Alignment == alignment ? style : style with { Alignment = alignment }, width);
        _cells.Add(new PlacedCell(cell, column, span, text, text.Lines.Length == 1 ? shift : 0));
    }

    private bool IsHeading(PlacedCell cell, TableGrid grid) => _isHeader || cell.Column < grid.Table.RowHeaderColumns;

    private TagAttributes? Attributes(PlacedCell cell, TableGrid grid)
    {
        if (!IsHeading(cell, grid))
            return cell.Span > 1 ? new TagAttributes { ColumnSpan = cell.Span } : null;
        var scope = _isHeader ? TagAttributes.ColumnHeader : TagAttributes.RowHeader;
        return cell.Span > 1 ? scope with { ColumnSpan = cell.Span } : scope;
    }

    private sealed record PlacedCell(TableCell Cell, int Column, int Span, TextBlock Text, double Shift);
}
