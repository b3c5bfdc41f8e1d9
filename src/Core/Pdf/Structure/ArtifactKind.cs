namespace Produktreport.Core.Pdf.Structure;

/// <summary>Why something on a page is not part of what the document says (ISO 32000-1, 14.8.2.2).</summary>
internal enum ArtifactKind
{
    /// <summary>A rule, a background, a repeated table header.</summary>
    Layout,

    /// <summary>The head of a page.</summary>
    Header,

    /// <summary>The foot of a page.</summary>
    Footer,
}

internal static class ArtifactKinds
{
    public static ReadOnlySpan<byte> Properties(this ArtifactKind kind) => kind switch
    {
        ArtifactKind.Header => "<</Type/Pagination/Subtype/Header/Attached[/Top]>>"u8,
        ArtifactKind.Footer => "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>"u8,
        _ => default,
    };
}
