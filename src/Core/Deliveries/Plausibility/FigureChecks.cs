using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>The checks of one figure after the other.</summary>
internal sealed class FigureChecks(DeliveryContext context, ValueTable values, FigureSet earlier, FindingList findings)
{
    /// <summary>No plan reaches further, and no series that is still delivered.</summary>
    private const int MostYears = 30;

    private readonly DateOnly received = DateOnly.FromDateTime(BerlinTime.Local(context.Stamp.ReceivedAt).DateTime);

    /// <summary>The values of one figure for each Art and kind of period.</summary>
    private readonly List<Point>[] groups = [.. Enumerable.Range(0, 3 * 4).Select(_ => new List<Point>())];

    /// <summary>Checks a figure.</summary>
    /// <param name="key">The figure.</param>
    /// <param name="years">The same, as the catalogues of all years have it.</param>
    public void Run(FigureKey key, IEnumerable<FigureKey> years)
    {
        foreach (var group in groups)
            group.Clear();
        var lastYear = 0;
        foreach (var figure in years)
            lastYear = Math.Max(lastYear, Group(values.Of(figure)));
        var known = KnownOf(key, lastYear);
        var parts = new PartSums((BaseFigure)key.Figure, values, known, findings);
        var cumulative = new CumulativeParts((BaseFigure)key.Figure, values, known, findings);
        var suspicious = new HashSet<int>();
        var falling = new FallingSums((BaseFigure)key.Figure, values, known, suspicious, findings);
        for (var scenario = 0; scenario < 3; scenario++)
        {
            parts.Run((Scenario)scenario, groups.AsSpan(scenario * 4, 4));
            cumulative.Run((Scenario)scenario, groups.AsSpan(scenario * 4, 4));
            falling.Run((Scenario)scenario, groups.AsSpan(scenario * 4, 4));
        }

        foreach (var group in groups.Where(group => group.Count > 0))
            new SeriesChecks(new Series(key, values, group, known), suspicious, findings).Run();
    }

    /// <summary>Adds values to their groups; their last year.</summary>
    private int Group(ReadOnlySpan<int> indices)
    {
        var lastYear = 0;
        foreach (var index in indices)
        {
            ref readonly var value = ref values.At(index);
            if (value.Scenario == Scenario.Actual && value.Period.Year >= received.Year && value.Period.Start > received
                && !findings.CountsOnly(Severity.Warning))
                findings.Add(DeliveryFindings.FuturePeriod(values[index]));
            if (Math.Abs(value.Period.Year - received.Year) > MostYears && !findings.CountsOnly(Severity.Warning))
                findings.Add(DeliveryFindings.DistantPeriod(values[index]));
            groups[(int)value.Scenario * 4 + (int)value.Period.Kind]
                .Add(Point.Of(index, value.Period, value.Value, value.IsCumulative));
            lastYear = Math.Max(lastYear, value.Period.Year);
        }

        return lastYear;
    }

    private List<DeliveredValue> KnownOf(FigureKey key, int year) => [.. Past.Of(key.Address, year, context.Catalogues)
        .SelectMany(past => past.In(earlier)).Select(value => value.Delivered)];
}
