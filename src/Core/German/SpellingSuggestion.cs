using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <summary>„Meinten Sie …?“: the known word a mistyped one is closest to.</summary>
internal static class SpellingSuggestion
{
    /// <summary>
    /// The closest of the known words by edit distance (two swapped letters count as one); null where none is close (more than a
    /// third of the letters differ).
    /// </summary>
    public static string? For(string word, IEnumerable<string> known)
    {
        if (word.Length is < 2 or > 80)
            return null; // of one letter everything is a misspelling; long words and long lists would cost time
        return known.Take(1000)
            .Select(
                candidate => (candidate, distance: EditDistance.Between(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, Math.Max(word.Length, pair.candidate.Length) / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate).FirstOrDefault();
    }

    /// <summary>The sentence „ Meinten Sie „x“?“ with a blank before it, or nothing.</summary>
    public static string Sentence(string word, IEnumerable<string> known) =>
        For(word, known) is { } suggestion ? $" Meinten Sie „{suggestion}“?" : "";
}
