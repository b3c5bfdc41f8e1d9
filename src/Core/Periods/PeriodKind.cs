namespace Produktreport.Core.Periods;

/// <summary>The length of a <see cref="Period"/>. Ordered from short to long.</summary>
public enum PeriodKind
{
    /// <summary>Monat, written <c>2026-07</c>.</summary>
    Month,

    /// <summary>Quartal, written <c>2026-Q3</c>.</summary>
    Quarter,

    /// <summary>Halbjahr, written <c>2026-H2</c>.</summary>
    HalfYear,

    /// <summary>Jahr, written <c>2026</c>.</summary>
    Year,
}

/// <summary>Facts about the four kinds of period.</summary>
public static class PeriodKinds
{
    /// <summary>How many months one period of this kind has: 1, 3, 6 or 12.</summary>
    public static int Months(this PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.HalfYear => 6,
        _ => 12,
    };

    /// <summary>The German word as the catalogue and the reports write it: Monat, Quartal, Halbjahr, Jahr.</summary>
    public static string GermanName(this PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "Monat",
        PeriodKind.Quarter => "Quartal",
        PeriodKind.HalfYear => "Halbjahr",
        _ => "Jahr",
    };
}
