namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>Robust measures: single wild values do not move them.</summary>
internal static class Spread
{
    /// <summary>The middle value; 0 for none.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median distance from the median, scaled to equal the standard deviation of normal data.</summary>
    public static double Deviation(IReadOnlyCollection<double> values)
    {
        var median = Median(values);
        return 1.4826 * Median(values.Select(value => Math.Abs(value - median)));
    }
}
