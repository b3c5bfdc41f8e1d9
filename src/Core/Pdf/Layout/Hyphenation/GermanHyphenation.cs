using System.Collections.Concurrent;

namespace Produktreport.Core.Pdf.Layout.Hyphenation;

/// <summary>
/// Where a German word may be divided: Liang's algorithm with the patterns of the Trennmuster project (hyph-de-1996).
/// It knows the seams of compounds: Zuschuss-be-darf, Pro-dukt-be-schrei-bung.
/// </summary>
internal static class GermanHyphenation
{
    /// <summary>At least this many letters stay before a break and go to the next line: shorter pieces read badly.</summary>
    public const int MinimumLetters = 3;

    private const int CacheLimit = 20_000; // a bound, so that a long-running process cannot grow without end

    /// <summary>Endings that, with their linking s, stand only before another word.</summary>
    private static readonly string[] CompoundEndings = ["ungs", "keits", "heits", "schafts", "tions", "täts", "lings", "tums"];

    private static readonly Lazy<Dictionary<string, byte[]>> Patterns = new(ReadPatterns);
    private static readonly ConcurrentDictionary<string, int[]> Cache = new(StringComparer.Ordinal);

    /// <summary>The positions inside a word (index of the letter after the break), ascending; letters only.</summary>
    public static IReadOnlyList<int> Breaks(string word)
    {
        if (word.Length < 2 * MinimumLetters)
            return [];
        if (Cache.TryGetValue(word, out var known))
            return known;
        if (Cache.Count >= CacheLimit)
            Cache.Clear();
        return Cache[word] = Find(word);
    }

    /// <summary>
    /// Whether a break lies where the parts of a compound meet, as far as the letters before it tell: Verwaltungs-steuerung. Such
    /// a break reads better than one inside a part.
    /// </summary>
    public static bool IsSeam(ReadOnlySpan<char> before)
    {
        foreach (var ending in CompoundEndings)
        {
            if (before.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static int[] Find(string word)
    {
        var framed = "." + word.ToLowerInvariant() + ".";
        var levels = new byte[framed.Length + 1];
        var patterns = Patterns.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < framed.Length; start++)
        {
            var longest = Math.Min(LongestPattern, framed.Length - start);
            for (var length = 1; length <= longest; length++)
            {
                if (patterns.TryGetValue(framed.AsSpan(start, length), out var values))
                    Raise(levels.AsSpan(start), values);
            }
        }

        return [.. Enumerable.Range(MinimumLetters, word.Length - 2 * MinimumLetters + 1).Where(i => levels[i + 1] % 2 == 1)];
    }

    private static void Raise(Span<byte> levels, byte[] values)
    {
        for (var i = 0; i < values.Length; i++)
            levels[i] = Math.Max(levels[i], values[i]);
    }

    private const int LongestPattern = 12;

    private static Dictionary<string, byte[]> ReadPatterns()
    {
        using var resource = typeof(GermanHyphenation).Assembly.GetManifestResourceStream("hyph-de-1996.txt")
            ?? throw new InvalidOperationException("The hyphenation patterns are not in the assembly.");
        using var reader = new StreamReader(resource);
        var patterns = new Dictionary<string, byte[]>(40_000, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var letters = string.Concat(line.Where(c => !char.IsAsciiDigit(c)));
            patterns[letters] = Levels(line, letters.Length);
        }

        return patterns;
    }

    /// <summary><c>.a2e</c> → 0 0 2 0: the level before each letter, and after the last.</summary>
    private static byte[] Levels(string pattern, int letters)
    {
        var levels = new byte[letters + 1];
        var position = 0;
        foreach (var c in pattern)
        {
            if (char.IsAsciiDigit(c))
                levels[position] = (byte)(c - '0');
            else
                position++;
        }

        return levels;
    }
}
