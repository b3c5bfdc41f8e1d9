using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Values;

/// <summary>
/// Which values of a delivery are of one figure, in file order, and which of its periods have come: a year has 19 periods in
/// three Arten, 57 bits. What a million cells of few figures touch stays in the processor's cache, which a hash table of them
/// would not.
/// </summary>
internal sealed class FigureValues
{
    private const int PeriodsAYear = 12 + 4 + 2 + 1;
    private const int Block = 16;
    private int[] indices = new int[4];
    private int count;
    private int firstYear;
    private ulong[] years = [];

    /// <summary>The indices of the values.</summary>
    public ReadOnlySpan<int> Indices => indices.AsSpan(0, count);

    /// <summary>Adds a value; false where its period has come before in the same Art.</summary>
    public bool Add(int index, Period period, Scenario scenario)
    {
        if (count == indices.Length)
            Array.Resize(ref indices, count * 2);
        indices[count++] = index;
        return IsNew(period, scenario);
    }

    /// <summary>Forgets the values.</summary>
    public void Clear() => (count, years) = (0, []);

    private bool IsNew(Period period, Scenario scenario)
    {
        var year = unchecked((uint)(period.Year - firstYear));
        if (year >= (uint)years.Length)
            year = Widen(period.Year);
        var bit = 1UL << ((int)scenario * PeriodsAYear + Before(period.Kind) + period.Number - 1);
        ref var seen = ref years[year];
        var isNew = (seen & bit) == 0;
        seen |= bit;
        return isNew;
    }

    /// <summary>One year at first, then whole blocks of years: most files have one year. Returns the year's place.</summary>
    private uint Widen(int year)
    {
        if (years.Length == 0)
        {
            (firstYear, years) = (year, new ulong[1]);
            return 0;
        }

        var from = Math.Min(firstYear, year) / Block * Block;
        var to = Math.Max(firstYear + years.Length - 1, year) / Block * Block + Block;
        var wider = new ulong[to - from];
        years.CopyTo(wider, firstYear - from);
        (firstYear, years) = (from, wider);
        return (uint)(year - from);
    }

    private static int Before(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 0,
        PeriodKind.Quarter => 12,
        PeriodKind.HalfYear => 12 + 4,
        _ => 12 + 4 + 2,
    };
}
