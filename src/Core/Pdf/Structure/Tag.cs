namespace Produktreport.Core.Pdf.Structure;

/// <summary>The standard structure types documents use (ISO 32000-1, 14.8.4); the names are those written to the file.</summary>
public enum Role
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
