using System.Text;

namespace Produktreport.Core.Pdf.Fonts;

/// <summary>The four faces of the one family every document is set in, Liberation Sans.</summary>
internal enum FontFace
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// <summary>
/// The family every document is set in: metric-compatible with Arial, free (SIL Open Font License 1.1), shipped inside the
/// assembly, so that a document looks the same whatever machine made it.
/// </summary>
internal static class LiberationSans
{
    private static readonly Lazy<TrueTypeFont>[] Faces =
        [.. Enum.GetValues<FontFace>().Select(face => new Lazy<TrueTypeFont>(() => Load(face)))];

    /// <summary>
    /// The first character of a text that cannot be printed, or null when all can. Line breaks and tabs count as blanks.
    /// </summary>
    public static Rune? FirstMissing(string text)
    {
        var font = Face(FontFace.Regular);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && (!rune.IsBmp || font.Glyph((char)rune.Value) == 0))
                return rune;
        }

        return null;
    }

    internal static TrueTypeFont Face(FontFace face) => Faces[(int)face].Value;

    private static TrueTypeFont Load(FontFace face)
    {
        var name = $"LiberationSans-{face}";
        using var resource = typeof(LiberationSans).Assembly.GetManifestResourceStream($"{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name}.ttf is not in the assembly.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new TrueTypeFont(name, file);
    }
}

/// <summary>
/// A text has a character the document's font cannot show. Check texts from outside with
/// <see cref="LiberationSans.FirstMissing"/> before composing a document.
/// </summary>
internal sealed class MissingGlyphException : Exception
{
    internal MissingGlyphException(System.Text.Rune character, string text)
        : base($"The font has no glyph for U+{character.Value:X4} '{character}' in \"{text}\".") => Character = character;

    public System.Text.Rune Character { get; }
}
