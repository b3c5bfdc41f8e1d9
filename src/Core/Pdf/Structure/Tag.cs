namespace Produktreport.Core.Pdf.Structure;

/// <summary>The standard structure types documents use (ISO 32000-1, 14.8.4); the names are those written to the file.</summary>
public enum Tag
{
    /// <summary>The whole document.</summary>
    Document,

    /// <summary>A large division, such as one report of several.</summary>
    Part,

    /// <summary>A section with its heading.</summary>
    Sect,

    /// <summary>A group of blocks without a meaning of its own.</summary>
    Div,

    /// <summary>A heading of the first level.</summary>
    H1,

    /// <summary>A heading of the second level.</summary>
    H2,

    /// <summary>A heading of the third level.</summary>
    H3,

    /// <summary>A heading of the fourth level.</summary>
    H4,

    /// <summary>A paragraph.</summary>
    P,

    /// <summary>A list.</summary>
    L,

    /// <summary>One item of a list.</summary>
    LI,

    /// <summary>A bullet, number or term in front of an item.</summary>
    Lbl,

    /// <summary>What an item says.</summary>
    LBody,

    /// <summary>A table.</summary>
    Table,

    /// <summary>The caption of a table or figure.</summary>
    Caption,

    /// <summary>The header rows of a table.</summary>
    THead,

    /// <summary>The body rows of a table.</summary>
    TBody,

    /// <summary>A row.</summary>
    TR,

    /// <summary>A header cell.</summary>
    TH,

    /// <summary>A data cell.</summary>
    TD,

    /// <summary>A drawing, chart or image; needs an alternative text.</summary>
    Figure,

    /// <summary>A note (footnote).</summary>
    Note,

    /// <summary>A reference to another place.</summary>
    Reference,

    /// <summary>A link a reader can follow.</summary>
    Link,

    /// <summary>A stretch of text.</summary>
    Span,

    /// <summary>A table of contents.</summary>
    TOC,

    /// <summary>One entry of a table of contents.</summary>
    TOCI,
}

/// <summary>
/// Which element may stand in which (ISO 32000-1, 14.8.4; ISO 14289-1, 7): broken rules are bugs of the composing code.
/// </summary>
internal static class TagRules
{
    private static readonly Tag[] Blocks =
        [Tag.Part, Tag.Sect, Tag.Div, Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.P, Tag.L, Tag.Table, Tag.Figure, Tag.Note, Tag.TOC];

    private static readonly Tag[] Inline = [Tag.Span, Tag.Link, Tag.Reference, Tag.Note, Tag.Figure];
    private static readonly Tag[] Flow = [.. Blocks, .. Inline];

    private static readonly ulong[] Allowed = [.. Enum.GetValues<Tag>().Select(parent => Mask(Children(parent)))];

    private static readonly ulong HoldsContent = Mask(
    [
        Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.P, Tag.Lbl, Tag.LBody, Tag.Caption, Tag.TH, Tag.TD, Tag.Figure, Tag.Note,
        Tag.Reference, Tag.Link, Tag.Span, Tag.TOCI,
    ]);

    /// <exception cref="InvalidOperationException">The child may not stand there.</exception>
    public static void CheckNesting(Tag parent, Tag child)
    {
        if ((Allowed[(int)parent] & 1UL << (int)child) == 0)
            throw new InvalidOperationException($"A {child} element may not stand directly in a {parent} element.");
    }

    /// <exception cref="InvalidOperationException">Text or drawing directly in an element that only groups others.</exception>
    public static void CheckContent(Tag role)
    {
        if ((HoldsContent & 1UL << (int)role) == 0)
            throw new InvalidOperationException(
                $"Content may not stand directly in a {role} element; tag it or make it an artifact.");
    }

    private static Tag[] Children(Tag parent) => parent switch
    {
        Tag.Document or Tag.Part or Tag.Sect or Tag.Div => Blocks,
        Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 or Tag.P or Tag.Lbl or Tag.Reference or Tag.Span => Inline,
        Tag.L => [Tag.Caption, Tag.LI],
        Tag.LI => [Tag.Lbl, Tag.LBody],
        Tag.LBody or Tag.TD or Tag.TH or Tag.Note or Tag.Caption => [.. Flow, Tag.Lbl],
        Tag.Table => [Tag.Caption, Tag.THead, Tag.TBody],
        Tag.THead or Tag.TBody => [Tag.TR],
        Tag.TR => [Tag.TH, Tag.TD],
        Tag.Link => [Tag.Span, Tag.Figure],
        Tag.TOC => [Tag.Caption, Tag.TOCI, Tag.TOC],
        Tag.TOCI => [Tag.Lbl, Tag.Reference, Tag.P, Tag.TOC],
        _ => [],
    };

    private static ulong Mask(IEnumerable<Tag> roles) => roles.Aggregate(0UL, (mask, role) => mask | 1UL << (int)role);
}
