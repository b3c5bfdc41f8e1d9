namespace Produktreport.Core.Pdf.Charts;

/// <summary>The values of one period in a chart; null where there is none.</summary>
/// <param name="Period">The period's name on the axis: "Q1", "Jan".</param>
public sealed record PeriodValues(string Period)
{
    /// <summary>What it came to.</summary>
    public decimal? Actual { get; init; }

    /// <summary>What was planned.</summary>
    public decimal? Plan { get; init; }

    /// <summary>What it was a year before.</summary>
    public decimal? PreviousYear { get; init; }

    /// <summary>What is expected; shown where there is no <see cref="Actual"/>.</summary>
    public decimal? Forecast { get; init; }

    internal decimal? Shown => Actual ?? Forecast;

    internal IEnumerable<decimal?> All => [Actual, Plan, PreviousYear, Forecast];
}
