using System.Globalization;

namespace Produktreport.Core.Periods;

/// <summary>
/// A month, quarter, half-year or calendar year (Haushaltsjahr = Kalenderjahr, § 95 GemO RLP). Ordered by start, then the
/// shorter first.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    // Four bytes in all: a delivery may bring millions of values, each with its period.
    private readonly short year;
    private readonly byte kind;
    private readonly byte number;

    private Period(int year, PeriodKind kind, int number) =>
        (this.year, this.kind, this.number) = ((short)year, (byte)kind, (byte)number);

    /// <summary>By end, then the shorter first: the order in which periods are over and their reports fall due.</summary>
    public static IComparer<Period> ByEnd { get; } =
        Comparer<Period>.Create(
            (left, right) => (left.Year, left.LastMonth, left.kind).CompareTo((right.Year, right.LastMonth, right.kind)));

    /// <summary>The calendar year, 1900 to 2199.</summary>
    public int Year => year;

    /// <summary>Month, quarter, half-year or year.</summary>
    public PeriodKind Kind => (PeriodKind)kind;

    /// <summary>Which one of its kind within the year, from 1; always 1 for a year.</summary>
    public int Number => number;

    /// <summary>The first month, 1 to 12.</summary>
    public int FirstMonth => (Number - 1) * Kind.Months() + 1;

    /// <summary>The last month, 1 to 12.</summary>
    public int LastMonth => Number * Kind.Months();

    /// <summary>The first day.</summary>
    public DateOnly Start => new(Year, FirstMonth, 1);

    /// <summary>The last day.</summary>
    public DateOnly End => new(Year, LastMonth, DateTime.DaysInMonth(Year, LastMonth));

    /// <summary>A month, <paramref name="month"/> from 1 to 12.</summary>
    public static Period OfMonth(int year, int month) => Of(year, PeriodKind.Month, month);

    /// <summary>A quarter, <paramref name="quarter"/> from 1 to 4.</summary>
    public static Period OfQuarter(int year, int quarter) => Of(year, PeriodKind.Quarter, quarter);

    /// <summary>A half-year, <paramref name="half"/> 1 or 2.</summary>
    public static Period OfHalfYear(int year, int half) => Of(year, PeriodKind.HalfYear, half);

    /// <summary>A whole year.</summary>
    public static Period OfYear(int year) => Of(year, PeriodKind.Year, 1);

    /// <summary>The period with this number within its year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period, as in a fifth quarter.</exception>
    public static Period Of(int year, PeriodKind kind, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2199);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12 / kind.Months());
        return new Period(year, kind, number);
    }

    /// <summary>The period of the given kind in which <paramref name="day"/> lies.</summary>
    public static Period Containing(DateOnly day, PeriodKind kind) => Of(day.Year, kind, (day.Month - 1) / kind.Months() + 1);

    /// <summary>All periods of a kind in a year, in order.</summary>
    public static IEnumerable<Period> AllOf(int year, PeriodKind kind) =>
        Enumerable.Range(1, 12 / kind.Months()).Select(number => Of(year, kind, number));

    /// <summary>Whether <paramref name="other"/> lies wholly within this period (a period contains itself).</summary>
    public bool Contains(Period other) => Year == other.Year && FirstMonth <= other.FirstMonth && other.LastMonth <= LastMonth;

    /// <summary>The periods of a shorter kind that make up this one, in order; itself for its own kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is longer than this period's.</exception>
    public IEnumerable<Period> Parts(PeriodKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)kind, (int)Kind, nameof(kind));
        var self = this;
        return AllOf(Year, kind).Where(part => self.Contains(part));
    }

    /// <summary>The period of a longer (or the same) kind that contains this one.</summary>
    public Period Within(PeriodKind kind) => Containing(Start, kind);

    /// <summary>The same period <paramref name="years"/> earlier.</summary>
    public Period YearsEarlier(int years) => Of(Year - years, Kind, Number);

    /// <summary>The next period of the same kind.</summary>
    public Period Next() => Containing(End.AddDays(1), Kind);

    /// <summary>The previous period of the same kind.</summary>
    public Period Previous() => Containing(Start.AddDays(-1), Kind);

    /// <inheritdoc/>
    public int CompareTo(Period other) =>
        (Year, FirstMonth, (int)Kind).CompareTo((other.Year, other.FirstMonth, (int)other.Kind));

    /// <summary>
    /// The canonical text, <c>2026-07</c>, <c>2026-Q3</c>, <c>2026-H2</c> or <c>2026</c>: file names, keys, JSON.
    /// </summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}"),
        PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}-H{Number}"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Earlier than.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}
