namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Patterns with <c>*</c> and <c>?</c>, case aside: for paths (<c>**</c> across folders) and for cells.</summary>
internal static class PathPattern
{
    /// <summary>
    /// Whether a path below the inbox matches: <c>*</c> and <c>?</c> within a folder, <c>**</c> across folders.
    /// </summary>
    public static bool MatchesPath(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path) =>
        Matches(pattern, path, stopsAtSlash: true);

    /// <summary>Whether a cell's text matches; the empty pattern matches the empty cell.</summary>
    public static bool MatchesText(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) =>
        Matches(pattern, text, stopsAtSlash: false);

    /// <summary>
    /// Linear in practice: only the last wildcard of each kind is tried again, first the one within a folder, then the one
    /// across folders.
    /// </summary>
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool stopsAtSlash)
    {
        var (p, t) = (0, 0);
        var (starPattern, starText) = (-1, 0);
        var (deepPattern, deepText) = (-1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                if (stopsAtSlash && p + 1 < pattern.Length && pattern[p + 1] == '*')
                {
                    p += p + 2 < pattern.Length && pattern[p + 2] == '/' ? 3 : 2;
                    (deepPattern, deepText, starPattern) = (p, t, -1);
                }
                else
                {
                    (starPattern, starText) = (++p, t);
                }
            }
            else if (p < pattern.Length && IsSame(pattern[p], text[t], stopsAtSlash))
            {
                p++;
                t++;
            }
            else if (starPattern >= 0 && !(stopsAtSlash && text[starText] == '/'))
            {
                (p, t) = (starPattern, ++starText);
            }
            else if (deepPattern >= 0)
            {
                (p, t, starPattern) = (deepPattern, ++deepText, -1);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    private static bool IsSame(char pattern, char c, bool stopsAtSlash) =>
        pattern == '?' ? !(stopsAtSlash && c == '/') : char.ToUpperInvariant(pattern) == char.ToUpperInvariant(c);
}
