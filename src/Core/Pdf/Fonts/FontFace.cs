namespace Produktreport.Core.Pdf.Fonts;

/// <summary>The four faces of the one family every document is set in, Liberation Sans.</summary>
public enum FontFace
{
    /// <summary>Upright, normal weight.</summary>
    Regular,

    /// <summary>Upright, bold.</summary>
    Bold,

    /// <summary>Slanted, normal weight.</summary>
    Italic,

    /// <summary>Slanted, bold.</summary>
    BoldItalic,
}
