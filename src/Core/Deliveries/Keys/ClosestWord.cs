using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>„Meinten Sie …?“: the known word closest to an unknown one.</summary>
internal static class ClosestWord
{
    private const int LongestCompared = 100;

    /// <summary>
    /// The closest candidate within a quarter of the letters (at least one), case aside; null where none is close.
    /// </summary>
    public static string? To(string text, IEnumerable<string> candidates)
    {
        if (text.Length is 0 or > LongestCompared)
            return null;
        string? best = null;
        var bound = Math.Max(1, text.Length / 4) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestCompared || Math.Abs(candidate.Length - text.Length) >= bound)
                continue;
            var distance = EditDistance.Between(text.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < bound)
                (best, bound) = (candidate, distance);
        }

        return best;
    }
}
