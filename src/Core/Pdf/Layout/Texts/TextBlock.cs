using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout.Texts;

/// <summary>A text broken into lines, ready to be painted line by line.</summary>
internal sealed class TextBlock(TextLine[] lines, TextStyle style, double width)
{
    private TextRun? open;

    public TextBlock(RichText text, TextStyle style, double width)
        : this(LineBreaker.Break(text, style, width), style, width)
    {
    }

    public TextLine[] Lines { get; } = lines;
    public double LineHeight => style.LineHeight;
    public double Height => Lines.Length * style.LineHeight;

    /// <summary>Some of the lines; none where the text has ended before.</summary>
    public TextBlock Part(int firstLine, int count) => new([.. Lines.Skip(firstLine).Take(count)], style, width);

    public void PaintLine(Canvas canvas, int index, double x, double y)
    {
        var line = Lines[index];
        var free = width - line.Width;
        PaintLine(canvas, line, x + style.Alignment switch
        {
            TextAlignment.Right => free,
            TextAlignment.Centre => free / 2,
            _ => 0,
        }, y);
    }

    public void PaintAll(Canvas canvas, double x, double y)
    {
        for (var i = 0; i < Lines.Length; i++)
            PaintLine(canvas, i, x, y + i * style.LineHeight);
        End(canvas);
    }

    /// <summary>Closes the element the text ended in.</summary>
    public void End(Canvas canvas) => Follow(canvas, null);

    private void PaintLine(Canvas canvas, TextLine line, double x, double y)
    {
        var hasUnderline = false;
        var at = x;
        foreach (var segment in line.Segments)
        {
            Follow(canvas, segment.Run);
            PaintSegment(canvas, segment, at, y);
            hasUnderline |= segment.Run.Underline;
            at += segment.Width;
        }

        if (hasUnderline)
            PaintUnderlines(canvas, line, x, y);
    }

    private void PaintSegment(Canvas canvas, TextSegment segment, double x, double y)
    {
        var run = segment.Run;
        if (run.Drawing is { } drawing)
        {
            PaintDrawing(canvas, drawing, new Box(x, y + style.Baseline - drawing.Height, drawing.Width, drawing.Height));
            return;
        }

        var raise = run.Superscript ? style.Size * 0.35 : 0;
        canvas.Text(
            x, y + style.Baseline - raise, segment.Characters, run.FaceIn(style), run.SizeIn(style), run.Colour ?? style.Colour);
        if (run.Link is { } target)
            canvas.Link(new Box(x, y, segment.Width, style.LineHeight), target, run.LinkText ?? run.Text.Trim());
        if (run.Anchor is { } anchor)
            canvas.MarkPlace(anchor, y);
    }

    private static void PaintDrawing(Canvas canvas, InlineDrawing drawing, Box box)
    {
        if (drawing.Alt is null)
            canvas.BeginArtifact();
        else
            canvas.BeginFigure(drawing.Alt, box, isInline: true);
        drawing.Paint(canvas, box);
        if (drawing.Alt is null)
            canvas.EndArtifact();
        else
            canvas.EndTag();
    }

    /// <summary>A run that is an element of its own is one element, on however many lines it stands.</summary>
    private void Follow(Canvas canvas, TextRun? run)
    {
        var element = run is { IsElement: true } ? run : null;
        if (ReferenceEquals(element, open))
            return;
        if (open is not null)
            canvas.EndTag();
        if (element is not null)
            canvas.BeginTag(
                element.Link is null ? Tag.Span : Tag.Link,
                element.Expansion is null && element.Spoken is null ? null
                    : new TagAttributes { Expansion = element.Expansion, Alt = element.Spoken });
        open = element;
    }

    private void PaintUnderlines(Canvas canvas, TextLine line, double x, double y)
    {
        canvas.BeginArtifact();
        foreach (var segment in line.Segments)
        {
            if (segment.Run.Underline)
            {
                var visible =
                    Canvas.Measure(segment.Characters.TrimEnd(' '), segment.Run.FaceIn(style), segment.Run.SizeIn(style));
                var below = y + style.Baseline + style.Size * 0.14;
                canvas.Line(x, below, x + visible, below, style.Size * 0.06, segment.Run.Colour ?? style.Colour);
            }

            x += segment.Width;
        }

        canvas.EndArtifact();
    }
}
