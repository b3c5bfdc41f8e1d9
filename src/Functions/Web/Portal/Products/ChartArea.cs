namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>
/// Where the values of a chart lie on its drawing area, in the units of the SVG's view box. Zero is always on the scale.
/// </summary>
internal sealed class ChartArea
{
    /// <summary>Height of the drawing.</summary>
    public const double Height = 220;

    /// <summary>Where the columns begin; left of it stands the scale.</summary>
    public const double Left = 66;

    private const double Usual = 420;
    private const int MostOfUsual = 8;
    private const double Upper = 20;
    private const double Lower = Height - 32;
    private const int WantedSteps = 4;

    private readonly double lowest;
    private readonly double highest;
    private readonly int count;

    private ChartArea(double lowest, double highest, int count, IReadOnlyList<double> ticks) =>
        (this.lowest, this.highest, this.count, Ticks) = (lowest, highest, count, ticks);

    /// <summary>Whether there are more periods than the usual width has room for.</summary>
    public bool IsWide => count > MostOfUsual;

    /// <summary>Width of the drawing.</summary>
    public double Width => IsWide ? 2 * Usual : Usual;

    /// <summary>The values at which the scale has a line.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>The area for a chart's values.</summary>
    public static ChartArea Of(TrendChart chart)
    {
        var values = chart.Points.SelectMany(point => (decimal?[])[point.Actual, point.Plan, point.Former, point.Forecast])
            .OfType<decimal>().Select(value => (double)value).Append(0).ToList();
        var (low, high) = (values.Min(), values.Max());
        var step = Step(high - low);
        var (first, last) = (Math.Floor(low / step), Math.Ceiling(high / step));
        last = last == first ? first + 1 : last;
        var ticks = Enumerable.Range(0, (int)(last - first) + 1).Select(index => (first + index) * step).ToList();
        return new ChartArea(ticks[0], ticks[^1], chart.Points.Length, ticks);
    }

    /// <summary>The scale's words: large numbers in thousands or millions.</summary>
    public static string Label(double tick) => Math.Abs(tick) switch
    {
        >= 1e6 => GermanFormat.Exact((decimal)Math.Round(tick / 1e6, 2)) + " Mio.",
        >= 1e4 => GermanFormat.Exact((decimal)Math.Round(tick / 1e3, 2)) + " Tsd.",
        _ => GermanFormat.Exact((decimal)Math.Round(tick, 6)),
    };

    /// <summary>The height of a value.</summary>
    public double Y(double value) => Lower - (value - lowest) / (highest - lowest) * (Lower - Upper);

    /// <summary>The height of a value.</summary>
    public double Y(decimal value) => Y((double)value);

    /// <summary>The upper edge of a value's column, which stands on zero or hangs from it.</summary>
    public double Top(decimal value) => Math.Min(Y(value), Y(0d));

    /// <summary>The length of a value's column.</summary>
    public double Length(decimal value) => Math.Abs(Y(value) - Y(0d));

    /// <summary>Where the columns of one period stand.</summary>
    public (double Left, double Width) Slot(int index)
    {
        var width = (Width - Left) / Math.Max(count, 1);
        return (Left + index * width + width * 0.12, width * 0.76);
    }

    // 1, 2 or 5 times a power of ten.
    private static double Step(double range)
    {
        if (range <= 0)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(range / WantedSteps)));
        var factor = range / WantedSteps / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }
}
