namespace Produktreport.Core.Pdf.Structure;

/// <summary>The standard structure types documents use (ISO 32000-1, 14.8.4); the names are those written to the file.</summary>
internal enum Tag
{
    Document,
    Part,
    Sect,
    Div,
    H1,
    H2,
    H3,
    H4,
    P,
    L,
    LI,

    /// <summary>A bullet, number or term in front of an item.</summary>
    Lbl,

    LBody,
    Table,
    Caption,
    THead,
    TBody,
    TR,
    TH,
    TD,

    /// <summary>A drawing, chart or image; needs an alternative text.</summary>
    Figure,

    Note,
    Reference,
    Link,
    Span,
    TOC,
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
