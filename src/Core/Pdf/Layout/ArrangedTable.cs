using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>
/// A table with its column widths. Unit 0 is caption and header, each further one a body row, broken into lines only when it
/// is reached and forgotten when it is painted.
/// </summary>
internal sealed class ArrangedTable : ArrangedBlock
{
    private readonly Table _table;
    private readonly StyleSheet _styles;
    private readonly TableGrid _grid;
    private readonly TextBlock? _caption;
    private readonly List<ArrangedRow> _header;
    private readonly TextStyle _bold;
    private ArrangedRow? _row;
    private int _rowIndex = -1;

    public ArrangedTable(Table table, StyleSheet styles, double width)
    {
        (_table, _styles) = (table, styles);
        _bold = styles.TableCell with { Face = FontFace.Bold };
        _grid = new TableGrid(table, styles, width);
        _caption = table.Caption is { } caption ? new TextBlock(caption, styles.Caption, width) : null;
        _header = ArrangedRow.OfHeader(table.Header, _grid, styles);
        (SpaceBefore, SpaceAfter) = (6, 12);
    }

    public override int Count => 1 + _table.Rows.Count;

    public override double RepeatedHeight => _header.Sum(row => row.Height);

    public override double Height(int unit) => unit == 0 ? CaptionHeight + RepeatedHeight : Row(unit - 1).Height;

    public override bool IsJoined(int unit) =>
        unit == 0 || (unit < _table.Rows.Count && (_table.Rows[unit - 1].KeepsWithNext || _table.Rows[unit].Kind == RowKind.Total));

    public override void Begin(DocumentWriter writer) =>
        writer.Canvas.BeginTag(Role.Table, _table.Summary is null ? null : new TagAttributes { Summary = _table.Summary });

    public override void Paint(DocumentWriter writer, int unit, double x, double y)
    {
        var canvas = writer.Canvas;
        if (unit == 0)
        {
            PaintCaption(canvas, x, y);
            canvas.BeginTag(Role.THead);
            PaintHeader(canvas, x, y + CaptionHeight, isRepeated: false);
            canvas.EndTag();
            canvas.BeginTag(Role.TBody);
            return;
        }

        PaintBackground(canvas, unit - 1, x, y);
        canvas.BeginTag(Role.TR);
        Row(unit - 1).Paint(canvas, _grid, x, y);
        canvas.EndTag();
    }

    public override void PaintRepeated(DocumentWriter writer, double x, double y)
    {
        writer.Canvas.BeginArtifact();
        PaintHeader(writer.Canvas, x, y, isRepeated: true);
        writer.Canvas.EndArtifact();
    }

    public override void End(DocumentWriter writer)
    {
        writer.Canvas.EndTag();
        writer.Canvas.EndTag();
    }

    private double CaptionHeight => _caption is null ? 0 : _caption.Height + _styles.Caption.SpaceAfter;

    private ArrangedRow Row(int index)
    {
        if (_rowIndex == index)
            return _row!;
        _rowIndex = index;
        var row = _table.Rows[index];
        return _row = ArrangedRow.OfBody(row, _grid, row.Kind == RowKind.Normal ? _styles.TableCell : _bold);
    }

    private void PaintCaption(Canvas canvas, double x, double y)
    {
        if (_caption is null)
            return;
        canvas.BeginTag(Role.Caption);
        _caption.PaintAll(canvas, x, y);
        canvas.EndTag();
    }

    private void PaintHeader(Canvas canvas, double x, double y, bool isRepeated)
    {
        var top = y;
        foreach (var row in _header)
        {
            if (!isRepeated)
                canvas.BeginTag(Role.TR);
            row.Paint(canvas, _grid, x, y, isRepeated);
            if (!isRepeated)
                canvas.EndTag();
            y += row.Height;
        }

        canvas.BeginArtifact();
        PaintSpanRules(canvas, x, top);
        canvas.Line(x, top, x + _grid.Width, top, 0.8, _table.Look.StrongRule);
        canvas.Line(x, y, x + _grid.Width, y, 0.8, _table.Look.StrongRule);
        canvas.EndArtifact();
    }

    private void PaintSpanRules(Canvas canvas, double x, double y)
    {
        foreach (var row in _header)
        {
            row.PaintSpanRules(canvas, _grid, x, y);
            y += row.Height;
        }
    }

    private void PaintBackground(Canvas canvas, int index, double x, double y)
    {
        var (look, row) = (_table.Look, _table.Rows[index]);
        var box = new Box(x, y, _grid.Width, Row(index).Height);
        canvas.BeginArtifact();
        var background = row.Background ?? (row.Kind == RowKind.Group ? look.Group : index % 2 == 1 ? look.Zebra : null);
        if (background is { } colour)
            canvas.Fill(box, colour);
        Row(index).PaintBackgrounds(canvas, _grid, x, y);
        if (row.Kind == RowKind.Total)
            canvas.Line(x, y, box.Right, y, 0.8, look.StrongRule);
        canvas.Line(x, box.Bottom, box.Right, box.Bottom, 0.4, look.Rule);
        canvas.EndArtifact();
    }
}
