using System.Collections.Immutable;

namespace Produktreport.Core.Comparisons;

/// <summary>
/// The quartiles of some values by Hyndman and Fan's definition 7 (Excel's QUARTILE.INC): the value at position (n − 1) · p of
/// the sorted ones, counted from 0, between two neighbours in proportion. Exact: nothing is rounded.
/// </summary>
/// <param name="Lower">A quarter of the way.</param>
/// <param name="Median">Half of the way.</param>
/// <param name="Upper">Three quarters of the way.</param>
internal sealed record Quartiles(decimal Lower, decimal Median, decimal Upper)
{
    /// <summary>Of fewer values quartiles would say nothing.</summary>
    public const int Fewest = 5;

    /// <summary>The quartiles; null for fewer than <see cref="Fewest"/> values.</summary>
    /// <param name="values">The values in any order.</param>
    public static Quartiles? Of(IEnumerable<decimal> values)
    {
        ImmutableArray<decimal> sorted = [.. values.Order()];
        return sorted.Length < Fewest ? null : new Quartiles(At(sorted, 1), At(sorted, 2), At(sorted, 3));
    }

    private static decimal At(ImmutableArray<decimal> sorted, int quarter)
    {
        var (index, rest) = Math.DivRem((sorted.Length - 1) * quarter, 4);
        return rest == 0 ? sorted[index] : sorted[index] + (sorted[index + 1] - sorted[index]) * rest / 4;
    }
}
