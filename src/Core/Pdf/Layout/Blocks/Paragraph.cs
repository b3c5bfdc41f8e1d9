using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout.Blocks;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
internal sealed record Paragraph(RichText Text) : Block
{
    /// <summary>How it is set; null for the sheet's <see cref="StyleSheet.Body"/>.</summary>
    public TextStyle? Style { get; init; }

    /// <summary>Whether it must stand on the page on which the next block begins.</summary>
    public bool KeepsWithNext { get; init; }

    internal override ArrangedBlock Arrange(StyleSheet styles, double width)
    {
        var style = Style ?? styles.Body;
        return new ArrangedText(Tag.P, new TextBlock(Text, style, style.LineOf(width)), style) { KeepsWithNext = KeepsWithNext };
    }
}

/// <summary>A heading; it makes a bookmark and stands in the table of contents.</summary>
/// <param name="Level">1 to 4; no level may be skipped on the way down.</param>
/// <param name="Text">Its text.</param>
internal sealed record Heading(int Level, RichText Text) : Block
{
    /// <summary>The name links use to lead here; null where none do.</summary>
    public string? Anchor { get; init; }

    /// <summary>How it is set; null for the sheet's style of the level.</summary>
    public TextStyle? Style { get; init; }

    internal string Title => Text.PlainText;

    internal override ArrangedBlock Arrange(StyleSheet styles, double width)
    {
        var style = Style ?? styles.Heading(Level);
        return new ArrangedHeading(this, new TextBlock(Text, style, width), style);
    }
}

/// <summary>Lines of text under one tag.</summary>
internal class ArrangedText : ArrangedBlock
{
    private readonly Tag role;
    private readonly TextBlock text;

    public ArrangedText(Tag role, TextBlock text, TextStyle style)
    {
        (this.role, this.text) = (role, text);
        (SpaceBefore, SpaceAfter) = (style.SpaceBefore, style.SpaceAfter);
    }

    public override int Count => text.Lines.Length;

    public override double Height(int unit) => text.LineHeight;

    /// <summary>No line of a paragraph stands alone at the foot or the head of a page.</summary>
    public override bool IsJoined(int unit) => unit == 0 || unit == Count - 2;

    public override void Begin(DocumentWriter writer) => writer.Canvas.BeginTag(role);

    public override void Paint(DocumentWriter writer, int unit, double x, double y) => text.PaintLine(writer.Canvas, unit, x, y);

    public override void End(DocumentWriter writer)
    {
        text.End(writer.Canvas);
        writer.Canvas.EndTag();
    }
}

/// <summary>A heading of one or more lines: one tag, one bookmark, never parted from what it heads.</summary>
internal sealed class ArrangedHeading : ArrangedText
{
    public ArrangedHeading(Heading heading, TextBlock text, TextStyle style)
        : base(Tag.H1 + (heading.Level - 1), text, style)
    {
        Heading = heading;
        KeepsWithNext = true;
    }

    public Heading Heading { get; }

    public override bool IsJoined(int unit) => true;

    public override void Paint(DocumentWriter writer, int unit, double x, double y)
    {
        if (unit == 0)
            writer.AddHeading(Heading.Level, Heading.Title, Heading.Anchor, y);
        base.Paint(writer, unit, x, y);
    }
}
