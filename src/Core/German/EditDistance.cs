namespace Produktreport.Core.German;

/// <summary>How far a mistyped word is from a known one; how far is still a slip is for the caller to say.</summary>
public static class EditDistance
{
    /// <summary>
    /// Insertions, deletions, replacements (Levenshtein) and swaps of neighbours that turn one text into the other.
    /// </summary>
    public static int Between(string a, string b)
    {
        var rows = new int[3][];
        for (var row = 0; row < 3; row++)
            rows[row] = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (current, previous, beforeThat) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(
                    Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforeThat[j - 2] + 1);
            }
        }

        return rows[a.Length % 3][b.Length];
    }
}
