using System.Collections.Immutable;
using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Layout.Texts;

/// <summary>A stretch of text set in one way.</summary>
/// <param name="Text">The characters. A soft hyphen (U+00AD) says where a word may be divided, a line feed ends the line.</param>
internal sealed record TextRun(string Text)
{
    /// <summary>Bold, whatever the style's face.</summary>
    public bool Bold { get; init; }

    /// <summary>Slanted, whatever the style's face.</summary>
    public bool Italic { get; init; }

    /// <summary>Underlined: in this county's forms the sign of a main figure.</summary>
    public bool Underline { get; init; }

    /// <summary>Raised and smaller, for the marks of notes.</summary>
    public bool Superscript { get; init; }

    /// <summary>The colour, where it is not the style's.</summary>
    public Colour? Colour { get; init; }

    /// <summary>The anchor the text leads to, which may come later in the document; null for plain text.</summary>
    public string? Link { get; init; }

    /// <summary>What a screen reader says of the link; null for its text.</summary>
    public string? LinkText { get; init; }

    /// <summary>The name links use to lead here; the first run of that name counts. Null where none do.</summary>
    public string? Anchor { get; init; }

    /// <summary>What an abbreviation stands for, said in its place (ISO 32000-1, 14.9.5); null for none.</summary>
    public string? Expansion { get; init; }

    /// <summary>What is said instead of the text, where its look says more than its words; null for the text.</summary>
    public string? Spoken { get; init; }

    /// <summary>A small drawing that stands in the line instead of text.</summary>
    public InlineDrawing? Drawing { get; init; }

    /// <summary>Whether the structure of the document has an element for it.</summary>
    internal bool IsElement => Link is not null || Expansion is not null || Spoken is not null;

    internal FontFace FaceIn(TextStyle style)
    {
        var bold = Bold || style.Face is FontFace.Bold or FontFace.BoldItalic;
        var italic = Italic || style.Face is FontFace.Italic or FontFace.BoldItalic;
        return (bold, italic) switch
        {
            (true, true) => FontFace.BoldItalic,
            (true, false) => FontFace.Bold,
            (false, true) => FontFace.Italic,
            _ => FontFace.Regular,
        };
    }

    internal double SizeIn(TextStyle style) => Superscript ? style.Size * 0.7 : style.Size;

    internal double MeasureIn(TextStyle style, ReadOnlySpan<char> part) =>
        Drawing is { } drawing ? drawing.Width : Canvas.Measure(part, FaceIn(style), SizeIn(style));
}

/// <summary>
/// A small drawing in a line of text, such as a traffic-light symbol.
/// </summary>
/// <param name="Width">The room it takes in the line, in points.</param>
/// <param name="Height">How high it rises above the base line, in points.</param>
/// <param name="Alt">What it says, for those who do not see it; null where the words beside it say the same.</param>
/// <param name="Paint">Paints it into the box given.</param>
internal sealed record InlineDrawing(double Width, double Height, string? Alt, Action<Canvas, Box> Paint);

/// <summary>A text of runs that look different; a plain string is one, too. Immutable: every method makes a new text.</summary>
internal sealed class RichText
{
    private const string NarrowBlank = "\u202F"; // not broken
    private const string DrawingCharacter = "\uFFFC"; // "object replacement character": never painted

    private RichText(ImmutableArray<TextRun> runs) => Runs = runs;

    public static RichText Empty { get; } = new([]);

    /// <summary>The runs, in reading order.</summary>
    public ImmutableArray<TextRun> Runs { get; }

    /// <summary>The characters without their looks.</summary>
    public string PlainText =>
        string.Concat(Runs.Where(run => run.Drawing is null).Select(run => run.Text))
            .Replace("\u00AD", "", StringComparison.Ordinal);

    public static implicit operator RichText(string text) => text.Length == 0 ? Empty : new RichText([new TextRun(text)]);

    public RichText With(TextRun run) => run.Text.Length == 0 ? this : new RichText(Runs.Add(run));

    public RichText With(RichText text) => new(Runs.AddRange(text.Runs));

    public RichText Plain(string text) => With(new TextRun(text));

    public RichText Bold(string text) => With(new TextRun(text) { Bold = true });

    /// <summary>The text, then an abbreviation and what it stands for.</summary>
    public RichText Abbreviated(string text, string expansion) => With(new TextRun(text) { Expansion = expansion });

    public RichText Coloured(string text, Colour colour) => With(new TextRun(text) { Colour = colour });

    /// <summary>The text, then a link to an anchor of the document.</summary>
    public RichText Link(string text, string anchor) => With(new TextRun(text) { Link = anchor, Colour = StyleSheet.Accent });

    /// <summary>
    /// The text, then the raised mark of a note. The mark leads to the note's anchor, and the note leads back to
    /// <see cref="PlaceOfMark"/>. A narrow blank keeps the mark apart from a number when text is copied out.
    /// </summary>
    public RichText NoteMark(string mark, string anchor) => With(new TextRun(NarrowBlank)).With(new TextRun(mark)
    {
        Superscript = true,
        Colour = StyleSheet.Accent,
        Link = anchor,
        LinkText = $"Anmerkung {mark}",
        Anchor = PlaceOfMark(anchor),
    });

    /// <summary>The name of the place where the mark of a note stands.</summary>
    public static string PlaceOfMark(string anchor) => anchor + "-marke";

    public RichText Draw(InlineDrawing drawing) => With(new TextRun(DrawingCharacter) { Drawing = drawing });

    public override string ToString() => PlainText;
}
