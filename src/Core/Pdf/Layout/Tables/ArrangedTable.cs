using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout.Tables;

/// <summary>
/// A table with its column widths. Unit 0 is the header, each further one a body row, broken into lines when its height is asked
/// for and forgotten when it is painted.
/// </summary>
internal sealed class ArrangedTable : ArrangedBlock
{
    /// <summary>In points; a lying A4 page holds it below a table's header.</summary>
    private const double TallestRow = 360;

    /// <summary>Rows; shorter tables go on on the next page as they come.</summary>
    private const int LeastBroken = 6;

    /// <summary>Rows at either end that stay together.</summary>
    private const int Together = 3;

    /// <summary>Characters; a cell of fewer never gets so tall.</summary>
    private const int LongText = 200;

    private readonly Table table;
    private readonly StyleSheet styles;
    private readonly TableGrid grid;
    private readonly List<ArrangedRow> header;
    private readonly TextStyle bold;
    private readonly Dictionary<int, List<ArrangedRow>> split = [];
    private readonly List<(int Row, int Piece)> units = [];
    private readonly Dictionary<int, ArrangedRow> rows = [];

    public ArrangedTable(Table table, StyleSheet styles, double width)
    {
        (this.table, this.styles) = (table, styles);
        bold = styles.TableCell with { Face = FontFace.Bold };
        grid = new TableGrid(table, styles, width);
        header = ArrangedRow.OfHeader(table.Header, grid, styles);
        RepeatedHeight = header.Sum(row => row.Height);
        for (var index = 0; index < table.Rows.Count; index++)
            AddUnits(index);
        (SpaceBefore, SpaceAfter) = (6, 12);
    }

    public override int Count => 1 + units.Count;
    public override double RepeatedHeight { get; }

    public override double Height(int unit) => unit == 0 ? RepeatedHeight : Row(unit - 1).Height;

    /// <summary>
    /// A header stands with its first row, a sum with what it sums, and no row or two alone on a page.
    /// </summary>
    public override bool IsJoined(int unit) =>
        unit == 0 || (unit < units.Count
            && (RowOf(unit).KeepsWithNext || RowOf(unit + 1).Kind == RowKind.Total || IsAtAnEnd(unit)));

    public override void Begin(DocumentWriter writer) =>
        writer.Canvas.BeginTag(Tag.Table, table.Summary is null ? null : new TagAttributes { Summary = table.Summary });

    public override void Paint(DocumentWriter writer, int unit, double x, double y)
    {
        var canvas = writer.Canvas;
        if (unit == 0)
        {
            canvas.BeginTag(Tag.THead);
            PaintHeader(canvas, x, y, isRepeated: false);
            canvas.EndTag();
            canvas.BeginTag(Tag.TBody);
            return;
        }

        if (unit > 1 && RowOf(unit).Kind == RowKind.Group && units[unit - 1].Piece == 0)
        {
            canvas.EndTag();
            canvas.BeginTag(Tag.TBody);
        }

        PaintBackground(canvas, unit - 1, x, y);
        canvas.BeginTag(Tag.TR);
        Row(unit - 1).Paint(canvas, grid, x, y);
        canvas.EndTag();
        rows.Remove(unit - 1);
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

    /// <summary>Whether a unit is one of the first or last whole rows of a table long enough to be broken.</summary>
    private bool IsAtAnEnd(int unit) =>
        split.Count == 0 && units.Count >= LeastBroken && (unit < Together || unit > units.Count - Together);

    private TableRow RowOf(int unit) => table.Rows[units[unit - 1].Row];

    /// <summary>A row is one unit, but for the rare one that is too tall for any page; only a long text can make it so.</summary>
    private void AddUnits(int row)
    {
        var isSuspect = table.Rows[row].Cells.Any(cell => cell.Text.Runs.Sum(run => run.Text.Length) > LongText);
        if (isSuspect && Arrange(row) is { Height: > TallestRow } tall)
            split[row] = tall.Split(TallestRow, table.Look.PaddingY);
        for (var piece = 0; piece < (split.TryGetValue(row, out var pieces) ? pieces.Count : 1); piece++)
            units.Add((row, piece));
    }

    private ArrangedRow Row(int index)
    {
        if (rows.TryGetValue(index, out var known))
            return known;
        var (row, piece) = units[index];
        return rows[index] = split.TryGetValue(row, out var pieces) ? pieces[piece] : Arrange(row);
    }

    private ArrangedRow Arrange(int index)
    {
        var body = table.Rows[index];
        return ArrangedRow.OfBody(body, grid, body.Kind == RowKind.Normal ? styles.TableCell : bold);
    }

    private void PaintHeader(Canvas canvas, double x, double y, bool isRepeated)
    {
        var top = y;
        foreach (var head in header)
        {
            if (!isRepeated)
                canvas.BeginTag(Tag.TR);
            head.Paint(canvas, grid, x, y, isRepeated);
            if (!isRepeated)
                canvas.EndTag();
            y += head.Height;
        }

        canvas.BeginArtifact();
        PaintSpanRules(canvas, x, top);
        canvas.Line(x, top, x + grid.Width, top, 0.8, table.Look.StrongRule);
        canvas.Line(x, y, x + grid.Width, y, 0.8, table.Look.StrongRule);
        canvas.EndArtifact();
    }

    private void PaintSpanRules(Canvas canvas, double x, double y)
    {
        foreach (var head in header)
        {
            head.PaintSpanRules(canvas, grid, x, y);
            y += head.Height;
        }
    }

    private void PaintBackground(Canvas canvas, int index, double x, double y)
    {
        var (look, row) = (table.Look, table.Rows[units[index].Row]);
        var box = new Box(x, y, grid.Width, Row(index).Height);
        canvas.BeginArtifact();
        if (row.Kind == RowKind.Group)
            canvas.Fill(box, look.Group);
        if (row.Kind == RowKind.Total)
            canvas.Line(x, y, box.Right, y, 0.8, look.StrongRule);
        canvas.Line(x, box.Bottom, box.Right, box.Bottom, 0.4, look.Rule);
        canvas.EndArtifact();
    }
}
