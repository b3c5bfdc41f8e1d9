using Produktreport.Core.Images;
using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Painting;

/// <summary>
/// Paints on the current page, in points from its upper left corner. Whatever is painted belongs to the tag that is open, or
/// is an artifact: there is no third thing in an accessible document.
/// </summary>
internal sealed class Canvas
{
    private readonly ContentStream content;
    private readonly StructureTree structure;
    private readonly PageResources resources;
    private readonly Links links;
    private readonly PageInspection? inspection;
    private readonly Stack<ArtifactKind> artifacts = new();
    private StructureTree.Element? marked;
    private bool isMarked;
    private ObjectId page;
    private int pageIndex;

    internal Canvas(
        ContentStream content, StructureTree structure, PageResources resources, Links links, PageInspection? inspection) =>
        (this.content, this.structure, this.resources, this.links, this.inspection) = (content, structure, resources, links,
            inspection);

    /// <summary>The sheet.</summary>
    public Box Page { get; private set; }

    /// <summary>How wide a text is in a face and size, in points.</summary>
    public static double Measure(ReadOnlySpan<char> text, FontFace face, double size)
    {
        var font = LiberationSans.Face(face);
        return font.Measure(text) * size / font.UnitsPerEm;
    }

    /// <summary>Paints a text on one line; its letters stand on <paramref name="baseline"/>.</summary>
    /// <exception cref="MissingGlyphException">The font lacks a character.</exception>
    public void Text(double x, double baseline, ReadOnlySpan<char> text, FontFace face, double size, Colour colour)
    {
        if (text.IsEmpty)
            return;
        Mark();
        if (!content.Text(x, Flip(baseline), text, resources.Font(face), face, size, colour))
            throw Missing(text.ToString());
        if (inspection is not null)
            RecordText(x, baseline, text, face, size, colour);
    }

    public void TextRight(double right, double baseline, string text, FontFace face, double size, Colour colour) =>
        Text(right - Measure(text, face, size), baseline, text, face, size, colour);

    public void TextCentred(double centre, double baseline, string text, FontFace face, double size, Colour colour) =>
        Text(centre - Measure(text, face, size) / 2, baseline, text, face, size, colour);

    public void Line(double x1, double y1, double x2, double y2, double width, Colour colour)
    {
        Mark();
        content.StrokeWith(colour, width);
        content.Move(x1, Flip(y1)).LineTo(x2, Flip(y2)).Stroke();
        Record(PaintedKind.Line, Around(x1, y1, x2, y2), colour);
    }

    public void DashedLine(double x1, double y1, double x2, double y2, double width, Colour colour, double on, double off)
    {
        Mark();
        content.Save();
        content.Dash(on, off);
        Line(x1, y1, x2, y2, width, colour);
        content.Restore();
    }

    public void Fill(Box box, Colour colour)
    {
        Mark();
        content.Fill(colour);
        content.Rectangle(box.X, Flip(box.Bottom), box.Width, box.Height).Fill();
        Record(PaintedKind.Area, box, colour);
    }

    /// <summary>Outlines a rectangle; the line lies inside it.</summary>
    public void Outline(Box box, double width, Colour colour)
    {
        Mark();
        var inner = box.Inset(width / 2);
        content.StrokeWith(colour, width);
        content.Rectangle(inner.X, Flip(inner.Bottom), inner.Width, inner.Height).Stroke();
        Record(PaintedKind.Line, box, colour);
    }

    public void FillCircle(double x, double y, double radius, Colour colour)
    {
        Mark();
        content.Fill(colour);
        Circle(x, y, radius).Fill();
        Record(PaintedKind.Area, new Box(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    /// <summary>Outlines a circle; <paramref name="radius"/> is that of the line's middle.</summary>
    public void OutlineCircle(double x, double y, double radius, double width, Colour colour)
    {
        Mark();
        content.StrokeWith(colour, width);
        Circle(x, y, radius).Stroke();
        Record(PaintedKind.Line, new Box(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    /// <summary>Fills the area a closed line of straight pieces encloses.</summary>
    public void FillPolygon(Colour colour, params ReadOnlySpan<(double X, double Y)> corners)
    {
        Mark();
        content.Fill(colour);
        Trace(corners).Close().Fill();
        Record(PaintedKind.Area, Around(corners), colour);
    }

    /// <summary>Fills a rectangle with slanted lines, the sign of a forecast.</summary>
    public void Hatch(Box box, double spacing, double width, Colour colour)
    {
        if (box.Width <= 0 || box.Height <= 0)
            return;
        Mark();
        content.Save();
        content.Rectangle(box.X, Flip(box.Bottom), box.Width, box.Height).Clip();
        content.StrokeWith(colour, width);
        var first = Math.Floor((box.X - box.Height) / spacing) * spacing; // the same lines in neighbouring boxes
        for (var x = first; x < box.Right; x += spacing)
            content.Move(x, Flip(box.Bottom)).LineTo(x + box.Height, Flip(box.Y));
        content.Stroke();
        content.Restore();
        Record(PaintedKind.Line, box, colour);
    }

    /// <summary>Fills a shape given as SVG path data, scaled to a rectangle; what lies outside of it is cut off.</summary>
    public void FillPath(SvgPath path, Box box, Colour colour)
    {
        Mark();
        content.Save();
        content.Rectangle(box.X, Flip(box.Bottom), box.Width, box.Height).Clip();
        content.Fill(colour);
        foreach (var (command, points) in path.Steps)
            Trace(command, i => box.X + points[i] * box.Width, i => Flip(box.Y + points[i] * box.Height));
        content.Fill();
        content.Restore();
        Record(PaintedKind.Area, box, colour);
    }

    private void Trace(char command, Func<int, double> x, Func<int, double> y) => _ = command switch
    {
        'M' => content.Move(x(0), y(1)),
        'L' => content.LineTo(x(0), y(1)),
        'C' => content.CurveTo(x(0), y(1), x(2), y(3), x(4), y(5)),
        _ => content.Close(),
    };

    public void Image(PdfImage image, Box box)
    {
        Mark();
        content.Image(resources.Use(image), image.Orientation, box.X, Flip(box.Bottom), box.Width, box.Height);
        Record(PaintedKind.Image, box, Colour.Black);
    }

    /// <summary>Goes on on a page; <paramref name="index"/> is its place in the order pages are made, from 1.</summary>
    internal void Open(ObjectId page, Box sheet, int index) => (this.page, Page, pageIndex) = (page, sheet, index);

    internal void BeginTag(Tag role, TagAttributes? attributes = null) => structure.Begin(role, attributes);

    internal void EndTag()
    {
        if (marked == structure.Current)
            EndMark();
        structure.End();
    }

    /// <summary>Begins a figure; its alternative text and place go into the tag.</summary>
    internal void BeginFigure(string alt, Box box, bool isInline = false)
    {
        BeginTag(Tag.Figure, new TagAttributes
        {
            Alt = alt,
            IsInline = isInline,
            BoundingBox = (box.X, Flip(box.Bottom), box.Right, Flip(box.Y)),
        });
        inspection?.Add(pageIndex, PaintedKind.Figure, box, Tag.Figure, Colour.White, alt);
    }

    internal void BeginArtifact(ArtifactKind kind = ArtifactKind.Layout)
    {
        EndMark();
        artifacts.Push(kind);
    }

    internal void EndArtifact()
    {
        EndMark();
        artifacts.Pop();
    }

    /// <summary>Makes a rectangle lead to an anchor, as part of the open <see cref="Tag.Link"/> element.</summary>
    internal void Link(Box box, string anchor, string description) =>
        links.Add(page, (box.X, Flip(box.Bottom), box.Right, Flip(box.Y)), anchor, description);

    /// <summary>Makes this height of the page a place links lead to, unless there is one of that name already.</summary>
    internal void MarkPlace(string anchor, double y) => links.TryAddAnchor(anchor, page, Flip(y));

    internal void RecordCell(Box box) => Record(PaintedKind.Cell, box, Colour.White);

    internal void EndMark()
    {
        if (isMarked)
            content.EndContent();
        (isMarked, marked) = (false, null);
    }

    private static MissingGlyphException Missing(string text)
    {
        var rune = LiberationSans.FirstMissing(text) ?? text.EnumerateRunes().First(System.Text.Rune.IsControl);
        return new MissingGlyphException(rune, text);
    }

    /// <summary>Opens marked content where what follows belongs elsewhere than what came before.</summary>
    private void Mark()
    {
        if (artifacts.TryPeek(out var kind))
        {
            if (!isMarked)
                content.BeginArtifact(kind.Properties());
            isMarked = true;
        }
        else if (!isMarked || marked != structure.Current)
        {
            EndMark();
            content.BeginContent(StructureTree.Name(structure.Current.Tag), structure.AddContent(page));
            (isMarked, marked) = (true, structure.Current);
        }
    }

    private double Flip(double y) => Page.Height - y;

    private ContentStream Trace(ReadOnlySpan<(double X, double Y)> points)
    {
        content.Move(points[0].X, Flip(points[0].Y));
        foreach (var (x, y) in points[1..])
            content.LineTo(x, Flip(y));
        return content;
    }

    private ContentStream Circle(double x, double y, double r)
    {
        const double round = 0.5523; // the Bézier handle that comes closest to a circle
        var (k, cy) = (r * round, Flip(y));
        return content.Move(x + r, cy)
            .CurveTo(x + r, cy + k, x + k, cy + r, x, cy + r)
            .CurveTo(x - k, cy + r, x - r, cy + k, x - r, cy)
            .CurveTo(x - r, cy - k, x - k, cy - r, x, cy - r)
            .CurveTo(x + k, cy - r, x + r, cy - k, x + r, cy)
            .Close();
    }

    private static Box Around(params ReadOnlySpan<(double X, double Y)> points)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in points)
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        return new Box(left, top, right - left, bottom - top);
    }

    private static Box Around(double x1, double y1, double x2, double y2) => Around((x1, y1), (x2, y2));

    private void RecordText(double x, double baseline, ReadOnlySpan<char> text, FontFace face, double size, Colour colour)
    {
        const double capitals = 0.73, descenders = 0.21; // of the type size, Liberation Sans
        var width = Measure(text.TrimEnd(' '), face, size);
        var box = new Box(x, baseline - capitals * size, width, (capitals + descenders) * size);
        inspection!.Add(pageIndex, PaintedKind.Text, box, RecordedRole(), colour, text.ToString(), size);
    }

    private void Record(PaintedKind kind, Box box, Colour colour) =>
        inspection?.Add(pageIndex, kind, box, RecordedRole(), colour);

    private Tag? RecordedRole() => artifacts.Count > 0 ? null : structure.Current.Tag;
}
