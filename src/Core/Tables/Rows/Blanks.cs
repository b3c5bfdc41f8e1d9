using System.Runtime.CompilerServices;

namespace Produktreport.Core.Tables.Rows;

/// <summary>What counts as blank in files: every Unicode space (also non-breaking and narrow ones) and invisible marks.</summary>
internal static class Blanks
{
    /// <summary>Whether the character shows nothing.</summary>
    public static bool IsBlank(char c) => c <= ' '
        || (c >= '\u0080' && (char.IsWhiteSpace(c) || c is '\u200B' or '\u200E' or '\uFEFF'));

    /// <summary>Hyphens that show only where a line breaks, blanks without width, marks that join letters.</summary>
    private static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';

    /// <summary>The text without blanks around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) =>
        text.IsEmpty || (char.IsBetween(text[0], '!', '~') && char.IsBetween(text[^1], '!', '~')) ? text : TrimBlanks(text);

    private static ReadOnlySpan<char> TrimBlanks(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    /// <summary>
    /// The text without blanks around it, with single spaces and no invisible marks inside: how labels are compared.
    /// </summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var collapsed = new System.Text.StringBuilder(text.Length);
        foreach (var c in Trim(text))
        {
            if (IsInvisible(c))
                continue;
            if (!IsBlank(c))
                collapsed.Append(c);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
                collapsed.Append(' ');
        }

        return collapsed.ToString();
    }
}
