using System.Globalization;

namespace Produktreport.Core.Deliveries;

/// <summary>Lines in words: <c>4–17</c>, <c>19</c>.</summary>
internal static class LineRanges
{
    /// <summary>Ascending lines as ranges, at most <paramref name="maximum"/> of them; then „weitere“.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<int> lines, int maximum)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var line in lines)
        {
            if (ranges is [.., var (first, last)] && line <= last + 1)
                ranges[^1] = (first, line);
            else
                ranges.Add((line, line));
        }

        var words = ranges.Take(maximum).Select(range => Text(range.First, range.Last));
        return ranges.Count > maximum ? [.. words, "weitere"] : [.. words];
    }

    private static string Text(int first, int last) => first == last
        ? first.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{first}–{last}");
}
