using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout.Blocks;

/// <summary>A list with bullets.</summary>
/// <param name="Items">What the items say.</param>
internal sealed record ItemList(IReadOnlyList<RichText> Items) : Block
{
    private const double Indent = 14;
    private const double BetweenItems = 2.5;

    internal override ArrangedBlock Arrange(StyleSheet styles, double width)
    {
        var rows = Items.Select(
            item => new LabelledRow(
                new TextBlock("•", styles.Body, Indent), new TextBlock(item, styles.Body, styles.Body.LineOf(width) - Indent)));
        return new LabelledRows([.. rows], Indent, BetweenItems, "Disc") { SpaceAfter = styles.Body.SpaceAfter };
    }
}

/// <summary>Terms at the left, what they stand for at the right; a list, its terms being the labels.</summary>
/// <param name="Pairs">The terms and their values.</param>
internal sealed record KeyValueList(IReadOnlyList<(RichText Key, RichText Value)> Pairs) : Block
{
    private const double KeyShare = 0.3; // of the width

    internal override ArrangedBlock Arrange(StyleSheet styles, double width)
    {
        var indent = width * KeyShare;
        var value = styles.Key with { Colour = styles.Body.Colour };
        var rows = Pairs.Select(pair => new LabelledRow(
            new TextBlock(pair.Key, styles.Key, indent - 8), new TextBlock(pair.Value, value, value.LineOf(width - indent))));
        return new LabelledRows([.. rows], indent, 2, "None") { SpaceAfter = styles.Body.SpaceAfter };
    }
}

/// <summary>One numbered note.</summary>
/// <param name="Mark">Its mark, such as <c>1</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="Anchor">Its name in links; unique in the document.</param>
internal sealed record NoteItem(string Mark, RichText Text, string Anchor)
{
    /// <summary>The mark, leading back to where it stands in the text.</summary>
    internal RichText Label => RichText.Empty.With(new TextRun(Mark)
    {
        Colour = StyleSheet.Accent,
        Link = RichText.PlaceOfMark(Anchor),
        LinkText = $"Zurück zur Stelle der Anmerkung {Mark}",
    });
}

/// <summary>Notes, each an element of its own that links lead to.</summary>
internal sealed record NoteList(IReadOnlyList<NoteItem> Notes) : Block
{
    private const double Indent = 12;

    internal override ArrangedBlock Arrange(StyleSheet styles, double width)
    {
        var rows = Notes.Select(note => new LabelledRow(
            new TextBlock(note.Label, styles.Small, Indent), new TextBlock(
                note.Text, styles.Small, styles.Small.LineOf(width) - Indent))
        { Note = note });
        return new LabelledRows(
            [.. rows], Indent, 1.5, listNumbering: null)
        { SpaceBefore = 8, SpaceAfter = styles.Body.SpaceAfter };
    }
}

/// <summary>A label and, beside it, the text it belongs to.</summary>
internal sealed record LabelledRow(TextBlock Label, TextBlock Text)
{
    public NoteItem? Note { get; init; }
    public double Height => Math.Max(Label.Height, Text.Height);
}

/// <summary>Rows of labels and texts: a list (L, LI, Lbl, LBody), or notes (Note, Lbl). Rows are kept whole.</summary>
internal sealed class LabelledRows(LabelledRow[] rows, double indent, double gap, string? listNumbering) : ArrangedBlock
{
    public override int Count => rows.Length;

    public override double Height(int unit) => rows[unit].Height + (unit < rows.Length - 1 ? gap : 0);

    public override bool IsJoined(int unit) => rows.Length > 2 && (unit == 0 || unit == rows.Length - 2);

    public override void Begin(DocumentWriter writer)
    {
        if (listNumbering is not null)
            writer.Canvas.BeginTag(Tag.L, new TagAttributes { ListNumbering = listNumbering });
    }

    public override void Paint(DocumentWriter writer, int unit, double x, double y)
    {
        var (canvas, row) = (writer.Canvas, rows[unit]);
        if (row.Note is { } note)
        {
            writer.AddAnchor(note.Anchor, y);
            canvas.BeginTag(Tag.Note, new TagAttributes { Id = note.Anchor });
        }
        else
        {
            canvas.BeginTag(Tag.LI);
        }

        canvas.BeginTag(Tag.Lbl);
        row.Label.PaintAll(canvas, x, y);
        canvas.EndTag();
        canvas.BeginTag(row.Note is null ? Tag.LBody : Tag.P);
        row.Text.PaintAll(canvas, x + indent, y);
        canvas.EndTag();
        canvas.EndTag();
    }

    public override void End(DocumentWriter writer)
    {
        if (listNumbering is not null)
            writer.Canvas.EndTag();
    }
}
