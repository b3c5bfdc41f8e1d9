using System.Collections.Immutable;

namespace Produktreport.Core.Comparisons;

/// <summary>How a value stands among those of others. Says nothing of good or bad.</summary>
/// <param name="Count">How many others there are; at least 1.</param>
/// <param name="Smallest">The smallest of their values.</param>
/// <param name="Largest">The largest of their values.</param>
/// <param name="Quartiles">Null for fewer than five.</param>
/// <param name="RankFrom">
/// The value's rank among all, its own among them, from the smallest = 1; null where there is no value.
/// </param>
/// <param name="RankTo">The last rank where others have the same value; else the same as <see cref="RankFrom"/>.</param>
internal sealed record Standing(int Count, decimal Smallest, decimal Largest, Quartiles? Quartiles, int? RankFrom, int? RankTo)
{
    /// <summary>The standing; null where there are no others.</summary>
    /// <param name="own">The value; null where it is missing.</param>
    /// <param name="others">The others' values in any order.</param>
    public static Standing? Of(decimal? own, IEnumerable<decimal> others)
    {
        ImmutableArray<decimal> values = [.. others];
        if (values.IsEmpty)
            return null;
        var smaller = own is null ? (int?)null : values.Count(value => value < own);
        return new Standing(
            values.Length, values.Min(), values.Max(), Quartiles.Of(values), smaller + 1,
            smaller + 1 + values.Count(value => value == own));
    }
}
