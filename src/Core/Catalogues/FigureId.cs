using System.Diagnostics.CodeAnalysis;

namespace Produktreport.Core.Catalogues;

/// <summary>
/// The short name of a figure, goal or reference figure in formulas, files and URLs: <c>ergebnis_je_1000_ew</c>. 1 to 60
/// characters, lower-case ASCII letters, digits and underscores, beginning with a letter.
/// </summary>
public readonly record struct FigureId : IComparable<FigureId>
{
    private readonly string? text;

    private FigureId(string text) => this.text = text;

    /// <summary>The id as it is written.</summary>
    public string Text => text ?? "";

    /// <summary>Takes an id as it is written in a catalogue.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static FigureId Of(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a figure id.");

    /// <summary>Whether the text is an id, and which.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FigureId id)
    {
        var valid = KeyText.IsId(text);
        id = valid ? new FigureId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(FigureId other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
