using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Which cells of the imagined great table have come, one bit each: a year of a figure has 19 periods in three Arten, 57 bits.
/// A million cells of few figures stay in the processor's cache, which a hash table of them would not.
/// </summary>
internal sealed class SeenCells(int figures)
{
    private const int PeriodsAYear = 12 + 4 + 2 + 1;
    private const int Block = 16;
    private readonly (int FirstYear, ulong[]? Years)[] byFigure = new (int, ulong[]?)[figures];

    /// <summary>Adds a cell; false where it has come before.</summary>
    public bool Add(int figure, Period period, Scenario scenario)
    {
        ref var known = ref byFigure[figure];
        var years = known.Years;
        if (years is null || period.Year < known.FirstYear || period.Year >= known.FirstYear + years.Length)
        {
            known = Widened(known.FirstYear, years, period.Year);
            years = known.Years!;
        }

        var bit = 1UL << ((int)scenario * PeriodsAYear + Before(period.Kind) + period.Number - 1);
        ref var seen = ref years[period.Year - known.FirstYear];
        var isNew = (seen & bit) == 0;
        seen |= bit;
        return isNew;
    }

    /// <summary>One year at first, then whole blocks of years: most files have one year.</summary>
    private static (int FirstYear, ulong[] Years) Widened(int firstYear, ulong[]? years, int year)
    {
        if (years is null)
            return (year, new ulong[1]);
        var from = Math.Min(firstYear, year) / Block * Block;
        var to = Math.Max(firstYear + years.Length - 1, year) / Block * Block + Block;
        var wider = new ulong[to - from];
        years.CopyTo(wider, firstYear - from);
        return (from, wider);
    }

    private static int Before(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 0,
        PeriodKind.Quarter => 12,
        PeriodKind.HalfYear => 12 + 4,
        _ => 12 + 4 + 2,
    };
}
