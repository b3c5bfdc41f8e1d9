namespace Produktreport.Core.Periods;

/// <summary>What a text that speaks of time says. Closed: consumed by <c>switch</c>.</summary>
public abstract record PeriodReading
{
    /// <summary>A period: <c>3. Quartal 2026</c>.</summary>
    public sealed record Whole(Period Period) : PeriodReading;

    /// <summary>A part of a year that is not named: <c>Q3</c>, <c>Juli</c>.</summary>
    public sealed record WithoutYear(PeriodKind Kind, int Number) : PeriodReading
    {
        /// <summary>The period in a year from 1900 to 2199.</summary>
        public Period Of(int year) => Period.Of(year, Kind, Number);
    }

    /// <summary>A day: what Excel makes of <c>7/2026</c>, or a Stichtag.</summary>
    public sealed record Day(DateOnly Date) : PeriodReading
    {
        /// <summary>Whether it is the last of a month.</summary>
        public bool EndsMonth => Date.AddDays(1).Day == 1;
    }

    /// <summary>Days or months that make up no single period: <c>Januar–September 2026</c>.</summary>
    public sealed record Stretch(DateOnly First, DateOnly Last) : PeriodReading;
}
