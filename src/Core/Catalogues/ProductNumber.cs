using System.Diagnostics.CodeAnalysis;

namespace Produktreport.Core.Catalogues;

/// <summary>
/// A Produktkennziffer such as <c>1111</c>: text, never a number (leading zeros count). It has 1 to 20 characters: letters,
/// digits, point and hyphen. It begins with a letter or digit, so that it can be part of a file name and a table key.
/// </summary>
public readonly record struct ProductNumber : IComparable<ProductNumber>
{
    private readonly string? text;

    private ProductNumber(string text) => this.text = text;

    /// <summary>The number as it is written.</summary>
    public string Text => text ?? "";

    /// <summary>Takes a number as it is written in a catalogue or file, without blanks around it.</summary>
    /// <exception cref="FormatException">The text is not a product number.</exception>
    public static ProductNumber Of(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is not a product number.");

    /// <summary>Whether the text is a product number, and which.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ProductNumber number)
    {
        var valid = KeyText.IsNumber(text);
        number = valid ? new ProductNumber(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(ProductNumber other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
