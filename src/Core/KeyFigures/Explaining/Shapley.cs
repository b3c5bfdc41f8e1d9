using System.Numerics;

namespace Produktreport.Core.KeyFigures.Explaining;

/// <summary>
/// Shares a change fairly among the inputs of a function: for each input the mean of what its change does over all orders in
/// which the inputs may change (Shapley value). Symmetric: no input is favoured by the order in which a formula names it.
/// </summary>
internal static class Shapley
{
    /// <summary>Up to this many inputs all orders are taken; beyond, the given order and its reverse.</summary>
    public const int MostInputs = 8;

    /// <summary>
    /// The contribution of each input, adding up to f(all new) − f(all old) but for what division leaves in the 28th digit. Null
    /// where the function has no value somewhere on the way.
    /// </summary>
    /// <param name="count">How many inputs.</param>
    /// <param name="valueOf">
    /// The function's value when the inputs in the given set (bit by bit) are new and the others old.
    /// </param>
    public static decimal[]? Contributions(int count, Func<BigInteger, decimal?> valueOf) =>
        count <= MostInputs ? OverAllOrders(count, valueOf) : OverTwoOrders(count, valueOf);

    private static decimal[]? OverAllOrders(int count, Func<BigInteger, decimal?> valueOf)
    {
        var values = new decimal[1 << count];
        for (var set = 0; set < values.Length; set++)
        {
            if (valueOf(set) is not { } value)
                return null;
            values[set] = value;
        }

        var parts = new decimal[count];
        for (var set = 0; set < values.Length - 1; set++)
        {
            var weight = 1m / (count * Choose(count - 1, BitOperations.PopCount((uint)set)));
            for (var input = 0; input < count; input++)
            {
                if ((set & (1 << input)) == 0)
                    parts[input] += weight * (values[set | (1 << input)] - values[set]);
            }
        }

        return parts;
    }

    private static decimal[]? OverTwoOrders(int count, Func<BigInteger, decimal?> valueOf)
    {
        var parts = new decimal[count];
        foreach (var order in (IEnumerable<int>[])[Enumerable.Range(0, count), Enumerable.Range(0, count).Reverse()])
        {
            var set = BigInteger.Zero;
            foreach (var input in order)
            {
                var next = set | (BigInteger.One << input);
                if (valueOf(next) is not { } value || valueOf(set) is not { } former)
                    return null;
                parts[input] += (value - former) / 2;
                set = next;
            }
        }

        return parts;
    }

    private static long Choose(int from, int count)
    {
        var ways = 1L;
        for (var step = 1; step <= count; step++)
            ways = ways * (from - count + step) / step;
        return ways;
    }
}
