using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Structure;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>
/// A document in the making: sections of pages, written to a stream as they are composed. What comes out is a tagged PDF that is
/// PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at once, the same bytes for the same content.
/// </summary>
internal sealed class PdfDocument
{
    private readonly DocumentWriter writer;
    private readonly StyleSheet styles;
    private readonly List<TableOfContents> contents = [];

    private PdfDocument(DocumentWriter writer, StyleSheet styles) => (this.writer, this.styles) = (writer, styles);

    /// <summary>Composes a document and writes it.</summary>
    /// <param name="target">Where to; written front to back, not closed.</param>
    /// <param name="info">What the document says about itself.</param>
    /// <param name="compose">Adds the sections.</param>
    /// <param name="options">How it is made; null for the defaults.</param>
    /// <exception cref="Fonts.MissingGlyphException">A text has a character the font lacks.</exception>
    /// <exception cref="InvalidOperationException">A bug of the composing code: a heading level skipped, a link to nowhere, a
    /// figure without alternative text.</exception>
    public static void Write(Stream target, DocumentInfo info, Action<PdfDocument> compose, DocumentOptions? options = null)
    {
        options ??= new DocumentOptions();
        using var writing = new DocumentWriter(target, info, options.Attachments, options.Inspection);
        var document = new PdfDocument(writing, options.Styles);
        compose(document);
        document.Finish();
    }

    /// <summary>A section that begins on a new page.</summary>
    public void Section(PageSetup setup, Action<Flow> compose)
    {
        var flow = new Flow(writer, styles, setup);
        writer.Canvas.BeginTag(Tag.Sect);
        compose(flow);
        flow.Finish();
        writer.Canvas.EndTag();
    }

    /// <summary>A division of the document, such as all reports of one area, with its sections.</summary>
    public void Part(Action<PdfDocument> compose)
    {
        writer.Canvas.BeginTag(Tag.Part);
        compose(this);
        writer.Canvas.EndTag();
    }

    /// <summary>A table of contents here, on pages of its own; it lists the headings of all that follows.</summary>
    /// <param name="setup">How its pages look.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="depth">The lowest level of headings it lists, 1 to 4.</param>
    public void TableOfContents(PageSetup setup, string title = "Inhalt", int depth = 2) =>
        contents.Add(new TableOfContents(writer, styles, setup, title, depth));

    private void Finish()
    {
        var pagesBefore = 0;
        foreach (var table in this.contents)
            pagesBefore += table.Compose(pagesBefore);
        writer.Finish();
    }
}

internal sealed record DocumentOptions
{
    /// <summary>The styles headings, paragraphs and tables take where nothing else is said.</summary>
    public StyleSheet Styles { get; init; } = StyleSheet.Default;

    /// <summary>Files to carry along, in the order they are listed.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Records what is painted, for tests; null in production.</summary>
    public PageInspection? Inspection { get; init; }
}
