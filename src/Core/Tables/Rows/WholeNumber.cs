namespace Produktreport.Core.Tables.Rows;

/// <summary>Whole numbers as programs write them that know only numbers with decimals: <c>1111.0</c>.</summary>
internal static class WholeNumber
{
    /// <summary>The digits alone; the text itself where it is something else.</summary>
    public static ReadOnlySpan<char> DigitsOf(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[^1] == '0' && text[^2] is '.' or ','
            && !text[..^2].ContainsAnyExceptInRange('0', '9') ? text[..^2] : text;
}
