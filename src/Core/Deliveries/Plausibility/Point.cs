using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>One value of a series, as small as can be: a series may have thousands.</summary>
/// <param name="Index">Which value: one of the delivery from 0 on, one known before from −1 downwards.</param>
/// <param name="Period">The period.</param>
/// <param name="Size">The value, not quite exact, for quick comparisons; NaN = unknown.</param>
/// <param name="IsCumulative">Whether it counts from January on.</param>
internal readonly record struct Point(int Index, Period Period, double Size, bool IsCumulative)
{
    /// <summary>A value with its exact number.</summary>
    public static Point Of(int index, Period period, decimal? value, bool isCumulative) =>
        new(index, period, value is { } number ? (double)number : double.NaN, isCumulative);
}
