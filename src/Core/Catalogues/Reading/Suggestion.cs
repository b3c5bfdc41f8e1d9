namespace Produktreport.Core.Catalogues.Reading;

/// <summary>„Meinten Sie …?“: the known word a mistyped one is closest to.</summary>
internal static class Suggestion
{
    /// <summary>The closest of the known words by edit distance (two swapped letters count as one); null where none is close (more than a third of the letters differ).</summary>
    public static string? For(string word, IEnumerable<string> known)
    {
        if (word.Length is < 2 or > 80)
            return null; // of one letter everything is a misspelling; long words and long lists would cost time
        return known.Take(1000)
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, Math.Max(word.Length, pair.candidate.Length) / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate).FirstOrDefault();
    }

    /// <summary>The sentence „ Meinten Sie „x“?“ with a blank before it, or nothing.</summary>
    public static string Sentence(string word, IEnumerable<string> known) =>
        For(word, known) is { } suggestion ? $" Meinten Sie „{suggestion}“?" : "";

    private static int Distance(string left, string right)
    {
        int[] beforePrevious = [];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                var isSwapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (isSwapped)
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[right.Length];
    }
}
