using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Values;

/// <summary>What kind of value is asked for: the scenarios, and how far they may be completed by a rule.</summary>
internal enum Basis
{
    Actual,

    /// <summary>Plan, where missing split from a longer period's plan.</summary>
    Plan,

    /// <summary>Plan as delivered for these very periods, nothing split.</summary>
    PlanAsDelivered,

    /// <summary>Prognose as delivered.</summary>
    Forecast,

    /// <summary>Prognose for the year, completed from actuals so far and the rest of the plan.</summary>
    YearForecast,

    /// <summary>Actuals so far, projected linearly to the year.</summary>
    Projection,
}

/// <summary>Consecutive months of one year, on a basis: what a value is computed for.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="First">First month, 1 to 12.</param>
/// <param name="Last">Last month, not before the first.</param>
/// <param name="Basis">What kind of value.</param>
/// <param name="AsOf">For forecasts the last month with actuals; 0 otherwise.</param>
internal readonly record struct Span(int Year, int First, int Last, Basis Basis, int AsOf = 0)
{
    public int Months => Last - First + 1;
    public DateOnly End => new(Year, Last, DateTime.DaysInMonth(Year, Last));

    /// <summary>A number that differs for different spans.</summary>
    public int Key => (((Year * 16 + First) * 16 + Last) * 8 + (int)Basis) * 16 + AsOf;

    public Scenario Scenario => Basis switch
    {
        Basis.Plan or Basis.PlanAsDelivered => Scenario.Plan,
        Basis.Forecast or Basis.YearForecast => Scenario.Forecast,
        _ => Scenario.Actual,
    };

    public static Span Of(Period period, Basis basis) => new(period.Year, period.FirstMonth, period.LastMonth, basis);

    public static Span UpTo(Period period, Basis basis) => new(period.Year, 1, period.LastMonth, basis);

    /// <summary>These months with a value, as a part of more months.</summary>
    public DerivedPart With(CalculatedValue value) => new(Year, First, Last, value);

    /// <summary>The months of a part, on the same basis.</summary>
    public Span Of(DerivedPart part) => Over(part.FirstMonth, part.LastMonth);

    public Span Over(int first, int last) => this with { First = first, Last = last };

    /// <summary>The calendar period of exactly these months, or null (January to September is none).</summary>
    public Period? Period => Months switch
    {
        1 => Periods.Period.OfMonth(Year, Last),
        3 when Last % 3 == 0 => Periods.Period.OfQuarter(Year, Last / 3),
        6 when Last % 6 == 0 => Periods.Period.OfHalfYear(Year, Last / 6),
        12 => Periods.Period.OfYear(Year),
        _ => null,
    };

    /// <summary>Whether whole periods of a kind make up the span.</summary>
    public bool IsMadeOf(PeriodKind kind) => (First - 1) % kind.Months() == 0 && Last % kind.Months() == 0;

    /// <summary>The periods of a kind that make up the span, in order; only where <see cref="IsMadeOf"/> holds.</summary>
    public IEnumerable<Period> Parts(PeriodKind kind)
    {
        for (var number = (First - 1) / kind.Months() + 1; number <= Last / kind.Months(); number++)
            yield return Periods.Period.Of(Year, kind, number);
    }
}

/// <summary>The basis on which a scenario's values are asked for.</summary>
internal static class Bases
{
    public static Basis Of(Scenario scenario) => scenario switch
    {
        Scenario.Actual => Basis.Actual,
        Scenario.Plan => Basis.Plan,
        _ => Basis.Forecast,
    };
}
