namespace Produktreport.Core.Pdf.Charts;

/// <summary>
/// The values at the lower and upper end of a chart's axis. Charts that are compared must have the same one; pass
/// <see cref="Of"/> all their values.
/// </summary>
/// <param name="Minimum">At most 0.</param>
/// <param name="Maximum">At least 0.</param>
public sealed record ChartScale(decimal Minimum, decimal Maximum)
{
    /// <summary>A scale that holds all values, and 0: columns that do not start at 0 lie.</summary>
    public static ChartScale Of(params IEnumerable<decimal?> values)
    {
        var known = values.OfType<decimal>().Append(0m).ToList();
        var (minimum, maximum) = (known.Min(), known.Max());
        return minimum == maximum ? new ChartScale(0, 1) : new ChartScale(minimum, maximum);
    }

    /// <summary>Where a value lies: 0 at the minimum, 1 at the maximum; values outside are held at the ends.</summary>
    internal double Share(decimal value) =>
        Minimum >= Maximum ? 0 : (double)((Math.Clamp(value, Minimum, Maximum) - Minimum) / (Maximum - Minimum));
}
