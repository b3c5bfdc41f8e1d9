namespace Produktreport.Core.Pdf.Fonts;

/// <summary>
/// A text has a character the document's font cannot show. Check texts from outside with
/// <see cref="LiberationSans.FirstMissing"/> before composing a document.
/// </summary>
public sealed class MissingGlyphException : Exception
{
    internal MissingGlyphException(System.Text.Rune character, string text)
        : base($"The font has no glyph for U+{character.Value:X4} '{character}' in \"{text}\".") => Character = character;

    /// <summary>The character the font lacks.</summary>
    public System.Text.Rune Character { get; }
}
