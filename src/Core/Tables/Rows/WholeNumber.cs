namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Whole numbers as programs write them that know only numbers with decimals: <c>1111.0</c>, <c>1111,00</c>.
/// </summary>
internal static class WholeNumber
{
    /// <summary>The digits alone; the text itself where it is something else.</summary>
    public static ReadOnlySpan<char> DigitsOf(ReadOnlySpan<char> text) =>
        text is [_, .., '0'] && text.IndexOfAny('.', ',') is var mark and > 0 && text[(mark + 1)..].Length is 1 or 2
            && !text[..mark].ContainsAnyExceptInRange('0', '9') && !text[(mark + 1)..].ContainsAnyExcept('0')
            ? text[..mark] : text;
}
