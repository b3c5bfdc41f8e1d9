using System.Diagnostics.CodeAnalysis;

namespace Produktreport.Core.Comparisons;

/// <summary>
/// The official key of a body: five digits of a Kreis (<c>07999</c>), eight of a Gemeinde (AGS), or twelve (ARS). A longer key
/// with nothing but zeros behind the county is the county's. Text: leading zeros count.
/// </summary>
public readonly record struct RegionKey : IComparable<RegionKey>
{
    private const int CountyLength = 5;

    private readonly string? text;

    private RegionKey(string text) => this.text = text;

    /// <summary>The key, that of a county with five digits.</summary>
    public string Text => text ?? "";

    /// <summary>The key of the Land: the first two digits.</summary>
    public string State => Text[..2];

    /// <summary>Whether it is a Kreis or kreisfreie Stadt.</summary>
    public bool IsCounty => Text.Length == CountyLength;

    /// <summary>Takes a key as it is written.</summary>
    /// <exception cref="FormatException">The text is no key.</exception>
    public static RegionKey Of(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a regional key.");

    /// <summary>Whether the text is a key, and which.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegionKey key)
    {
        var valid = text?.Length is CountyLength or 8 or 12 && text.All(char.IsAsciiDigit);
        key = !valid ? default
            : new RegionKey(text.AsSpan(CountyLength).TrimStart('0').IsEmpty ? text![..CountyLength] : text!);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(RegionKey other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
