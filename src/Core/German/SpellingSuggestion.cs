namespace Produktreport.Core.German;

/// <summary>„Meinten Sie …?“: the known word a mistyped one is closest to.</summary>
internal static class SpellingSuggestion
{
    // Long words and long lists would cost time.
    private const int LongestCompared = 100;
    private const int MostCompared = 1000;

    /// <summary>
    /// The closest of the known words within a quarter of the letters (at least one), case aside. Of two equally close ones it
    /// is the first. Null where none is close.
    /// </summary>
    public static string? For(string word, IEnumerable<string> known)
    {
        if (word.Length is < 2 or > LongestCompared)
            return null; // of one letter everything is a misspelling
        var (best, closest) = ((string?)null, int.MaxValue);
        foreach (var candidate in known.Take(MostCompared).Where(candidate => candidate.Length <= LongestCompared))
        {
            var longer = Math.Max(word.Length, candidate.Length);
            var bound = Math.Min(Math.Max(1, longer / 4), closest - 1);
            if (longer - Math.Min(word.Length, candidate.Length) > bound)
                continue;
            var distance = EditDistance.Between(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance <= bound)
                (best, closest) = (candidate, distance);
        }

        return best;
    }

    /// <summary>The sentence „ Meinten Sie „x“?“ with a blank before it, or nothing.</summary>
    public static string Sentence(string word, IEnumerable<string> known) =>
        For(word, known) is { } suggestion ? $" Meinten Sie „{suggestion}“?" : "";
}
