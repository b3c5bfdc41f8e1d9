namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Sentences that name thousands by what is left out of the numbers: <c>drei Nullen weggelassen</c>, <c>ohne die letzten drei
/// Stellen</c>, <c>Komma um drei Stellen verschoben</c>.
/// </summary>
internal static class OmittedDigits
{
    private static readonly string[] Counts = ["drei", "3", "sechs", "6", "neun", "9"];
    private static readonly string[] Last = ["letzten", "letzte", "hinteren", "hintersten"];

    private static readonly string[] LeavingOut =
        ["ohne", "weggelass", "wegzulass", "fortgelass", "ausgelass", "gekürzt", "verkürzt", "abgeschnitten", "gekappt",
            "unterdrückt"];

    /// <summary>Said of zeros only: three posts, which are „Stellen“ as well, may be cut or missing.</summary>
    private static readonly string[] OfZeros =
        ["gestrichen", "entfern", "entfall", "fehl", "ergänz", "anhäng", "anzuhäng", "angehäng", "hinzu", "dazu"];

    /// <summary>Whether the words, in any case, say so.</summary>
    public static bool AreIn(string[] words)
    {
        string[] lower = [.. words.Select(word => word.ToLowerInvariant())];
        for (var at = 0; at < lower.Length; at++)
        {
            string[] near = lower[Math.Max(0, at - 4)..Math.Min(lower.Length, at + 3)];
            var (hasCount, isLast) = (near.Any(Counts.Contains), near.Any(Last.Contains));
            var isSaid = lower[at] switch
            {
                "nullen" => (hasCount || isLast) && (Has(lower, LeavingOut) || Has(lower, OfZeros)),
                "ziffern" or "stellen" when hasCount && isLast => Has(lower, LeavingOut),
                "ziffern" or "stellen" => hasCount && lower.Contains("komma") && Has(lower, ["verschoben", "verschieben"]),
                _ => false,
            };
            if (isSaid)
                return true;
        }

        return false;
    }

    private static bool Has(string[] words, string[] beginnings) => Array.Exists(words, word =>
        Array.Exists(beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal)));
}
