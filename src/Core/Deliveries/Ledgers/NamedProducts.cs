using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>The products that cells name among other text (<c>muster</c>, <c>ueberschrift</c>); each text is read once.</summary>
internal sealed class NamedProducts(ProductPattern pattern)
{
    private readonly Dictionary<string, FileProduct?> known = new(StringComparer.Ordinal);

    /// <summary>Whether such a cell stands above the rows of the product.</summary>
    public bool IsHeading => pattern.IsHeading;

    /// <summary>The product of the heading above; null before the first.</summary>
    public FileProduct? Heading { get; private set; }

    /// <summary>Whether a text names a product.</summary>
    public bool IsNamed(ReadOnlySpan<char> text) => Find(TextFormula.Unwrap(text)) is not null && !TotalLabel.IsTotal(text);

    /// <summary>The number a row has with this text; the text itself where it names none.</summary>
    public ReadOnlySpan<char> NumberIn(ReadOnlySpan<char> text) =>
        IsHeading ? Heading?.Number ?? "" : Find(text) is { } found ? found.Number : text;

    /// <summary>The name beside the number; empty where there is none.</summary>
    public string NameIn(ReadOnlySpan<char> text) => (IsHeading ? Heading : Find(text))?.Name ?? "";

    /// <summary>Keeps the product of a heading.</summary>
    /// <param name="text">What it says.</param>
    public void Take(ReadOnlySpan<char> text) => Heading = Find(text);

    /// <summary>The rows below belong to no product.</summary>
    public void End() => Heading = null;

    private FileProduct? Find(ReadOnlySpan<char> text)
    {
        var spans = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!spans.TryGetValue(text, out var found))
            spans[text] = found = FileProduct.Matched(pattern.Text, text.ToString()) is { } named && !IsPartOfNumber(named)
                ? named : null;
        return found;
    }

    /// <summary>Whether the number goes on behind a blank: <c>02 01 Wahlen</c> is not the product 02.</summary>
    private static bool IsPartOfNumber(FileProduct named) => named.Number.Length < 3 && named.Name is [>= '0' and <= '9', ..];
}
