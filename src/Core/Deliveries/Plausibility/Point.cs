using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>One value of a series.</summary>
/// <param name="Index">Which value of the delivery; −1 for one known before.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">The value; null = unknown.</param>
/// <param name="Size">The value, not quite exact, for quick comparisons; NaN = unknown.</param>
/// <param name="IsCumulative">Whether it counts from January on.</param>
internal readonly record struct Point(int Index, Period Period, decimal? Value, double Size, bool IsCumulative)
{
    /// <summary>A value of the delivery.</summary>
    public static Point Of(int index, in CompactValue value) => new(index, value.Period, value.Value, SizeOf(value.Value), value.IsCumulative);

    /// <summary>A value known before.</summary>
    public static Point Of(DeliveredValue value) => new(-1, value.Period, value.Value, SizeOf(value.Value), value.IsCumulative);

    private static double SizeOf(decimal? value) => value is { } number ? (double)number : double.NaN;
}
