using System.Diagnostics.CodeAnalysis;

namespace Produktreport.Core.Catalogues;

/// <summary>
/// Where in a product a figure stands (Ebene): the product itself (<c>1111</c>) or one of its services (<c>11112</c>).
/// Same form as <see cref="ProductNumber"/>.
/// </summary>
public readonly record struct LevelNumber : IComparable<LevelNumber>
{
    private readonly string? text;

    private LevelNumber(string text) => this.text = text;

    /// <summary>The number as it is written.</summary>
    public string Text => text ?? "";

    /// <summary>Takes a service's or product's number as it is written.</summary>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public static LevelNumber Of(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is not a product or service number.");

    /// <summary>The level of the product itself; no level for no product.</summary>
    public static LevelNumber Of(ProductNumber product) => product == default ? default : new(product.Text);

    /// <summary>Whether the text is such a number, and which.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LevelNumber number)
    {
        var valid = KeyText.IsNumber(text);
        number = valid ? new LevelNumber(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(LevelNumber other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
