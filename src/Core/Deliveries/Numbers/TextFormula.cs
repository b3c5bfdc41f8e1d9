using System.Runtime.CompilerServices;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>
/// The constant <c>="0117"</c> and the text <c>'0117</c>: how exports and people keep Excel from turning a key into a number or
/// date.
/// </summary>
internal static class TextFormula
{
    /// <summary>The text inside; the cell itself where it is neither.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> cell) =>
        cell.IsEmpty || cell[0] is not ('=' or '\'' or '’') ? cell : UnwrapMarked(cell);

    private static ReadOnlySpan<char> UnwrapMarked(ReadOnlySpan<char> cell) =>
        cell is ['=', '"', .. var text, '"'] && !text.Contains('"') ? text
        : cell is ['\'' or '’', >= '0' and <= '9', ..] ? cell[1..]
        : cell;

    /// <summary>Text as a CSV cell that Excel does not take for a formula: behind an apostrophe where it might.</summary>
    public static string Escape(string text) => MayBeFormula(text) ? "'" + text : text;

    /// <summary>The text that <see cref="Escape"/> was given; the cell itself where it did nothing.</summary>
    public static ReadOnlySpan<char> Unescape(ReadOnlySpan<char> cell) =>
        cell is ['\'', .. var text] && MayBeFormula(text) ? text : cell;

    private static bool MayBeFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    /// <summary>A key as a CSV cell that survives Excel: wrapped unless it is digits without leading zero, or letters.</summary>
    public static string Wrap(string key) =>
        key.Length == 0 || (key.All(char.IsAsciiDigit) && key[0] != '0' && key.Length <= 15)
            || key.All(char.IsAsciiLetter) ? key : $"=\"{key}\"";
}
