using Produktreport.Core.Periods;

namespace Produktreport.Core.Figures;

/// <summary>
/// All current values of one figure in one year and scenario: a slot for each of the 12 months, 4 quarters, 2 half-years and
/// the year. Immutable once it is in a <see cref="FigureSet"/>.
/// </summary>
internal sealed class YearSeries
{
    public const int SlotCount = 19;

    /// <summary>For each slot its first and last month.</summary>
    private static readonly (int First, int Last)[] Months =
    [
        .. Enumerable.Range(1, 12).Select(month => (month, month)),
        .. Enumerable.Range(1, 4).Select(quarter => (3 * quarter - 2, 3 * quarter)),
        (1, 6), (7, 12), (1, 12),
    ];

    /// <summary>For each first month (from 1) the slots of the periods that start with it, the longest first.</summary>
    private static readonly int[][] StartingWith =
        [.. Enumerable.Range(0, 13)
            .Select(
                month =>
                    Enumerable.Range(0, SlotCount).Where(slot => Months[slot].First == month)
                        .OrderByDescending(slot => Months[slot].Last).ToArray())];

    private readonly StoredValue?[] slots;

    public YearSeries() => slots = new StoredValue?[SlotCount];

    private YearSeries(YearSeries other) => slots = (StoredValue?[])other.slots.Clone();

    /// <summary>Whether any value is cumulative, so that single periods may have to be taken apart.</summary>
    public bool HasCumulative { get; private set; }

    /// <summary>The values, the shorter periods first.</summary>
    public IEnumerable<StoredValue> Values => slots.OfType<StoredValue>();

    public StoredValue? At(Period period) => slots[Slot(period.Kind, period.Number)];

    /// <summary>
    /// The slot of the longest period within <paramref name="first"/> to <paramref name="last"/> that starts with its first month
    /// and has a value; −1 where there is none.
    /// </summary>
    public int Longest(int first, int last)
    {
        foreach (var slot in StartingWith[first])
        {
            if (slots[slot] is not null && Months[slot].Last <= last)
                return slot;
        }

        return -1;
    }

    /// <summary>The last month of a slot's period.</summary>
    public static int LastMonth(int slot) => Months[slot].Last;

    /// <summary>The value in a slot.</summary>
    public StoredValue? this[int slot] => slots[slot];

    public YearSeries Copy() => new(this) { HasCumulative = HasCumulative };

    /// <summary>The same values but for one.</summary>
    public YearSeries Without(StoredValue value)
    {
        var copy = Copy();
        copy.slots[Slot(value.Delivered.Period.Kind, value.Delivered.Period.Number)] = null;
        copy.HasCumulative = copy.slots.Any(each => each is { Delivered.IsCumulative: true });
        return copy;
    }

    /// <summary>
    /// Puts a value into its slot, where the latest one counts with the latest Bemerkung. Only before the series becomes part of
    /// a set.
    /// </summary>
    public void Put(StoredValue value)
    {
        ref var slot = ref slots[Slot(value.Delivered.Period.Kind, value.Delivered.Period.Number)];
        slot = slot is null ? value : StoredValue.Latest(slot, value);
        HasCumulative = slots.Any(each => each is { Delivered.IsCumulative: true });
    }

    /// <summary>
    /// The value for exactly the months <paramref name="first"/> to <paramref name="last"/>, whether it came for that period or
    /// as a cumulative value; the period's own value first, then the latest delivery. Null where there is none.
    /// </summary>
    public StoredValue? Covering(int first, int last)
    {
        var own = Single(first, last);
        return own ?? (first == 1 && HasCumulative ? Cumulative(last) : null);
    }

    /// <summary>The value delivered for one period of exactly these months, not cumulative.</summary>
    public StoredValue? Single(int first, int last)
    {
        var slot = SlotOf(first, last);
        return slot < 0 || slots[slot] is not { } value || (value.Delivered.IsCumulative && first != 1) ? null : value;
    }

    /// <summary>The latest cumulative value up to the end of a month.</summary>
    public StoredValue? Cumulative(int last) =>
        !HasCumulative ? null : EndingIn(last).Where(value => value.Delivered.IsCumulative).MaxBy(value => value.Delivery);

    /// <summary>The values of the periods that end with a month, the shortest first.</summary>
    public IEnumerable<StoredValue> EndingIn(int last)
    {
        for (var months = 1; months <= last; months++)
        {
            var slot = SlotOf(last - months + 1, last);
            if (slot >= 0 && slots[slot] is { } value)
                yield return value;
        }
    }

    /// <summary>Whether anything is known of any of these months.</summary>
    public bool Touches(int first, int last)
    {
        foreach (var value in slots)
        {
            if (value is not null && value.Delivered.Period.FirstMonth >= first && value.Delivered.Period.LastMonth <= last)
                return true;
        }

        return false;
    }

    private static int SlotOf(int first, int last) => (last - first) switch
    {
        0 => Slot(PeriodKind.Month, last),
        2 when last % 3 == 0 => Slot(PeriodKind.Quarter, last / 3),
        5 when last % 6 == 0 => Slot(PeriodKind.HalfYear, last / 6),
        11 => Slot(PeriodKind.Year, 1),
        _ => -1,
    };

    private static int Slot(PeriodKind kind, int number) => number - 1 + kind switch
    {
        PeriodKind.Month => 0,
        PeriodKind.Quarter => 12,
        PeriodKind.HalfYear => 16,
        _ => 18,
    };
}
