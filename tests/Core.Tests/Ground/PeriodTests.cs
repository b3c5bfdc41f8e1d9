using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Ground;

/// <summary>Months, quarters, half-years and years: what they are called, what they hold, how they follow each other.</summary>
public sealed class PeriodTests
{
    // Text, first day, last day, next, previous, year earlier.
    public static TheoryData<string, string, string, string, string, string> Facts => new()
    {
        { "2026-01", "2026-01-01", "2026-01-31", "2026-02", "2025-12", "2025-01" },
        { "2024-02", "2024-02-01", "2024-02-29", "2024-03", "2024-01", "2023-02" },
        { "2026-12", "2026-12-01", "2026-12-31", "2027-01", "2026-11", "2025-12" },
        { "2026-Q1", "2026-01-01", "2026-03-31", "2026-Q2", "2025-Q4", "2025-Q1" },
        { "2026-Q4", "2026-10-01", "2026-12-31", "2027-Q1", "2026-Q3", "2025-Q4" },
        { "2026-H1", "2026-01-01", "2026-06-30", "2026-H2", "2025-H2", "2025-H1" },
        { "2026-H2", "2026-07-01", "2026-12-31", "2027-H1", "2026-H1", "2025-H2" },
        { "2026", "2026-01-01", "2026-12-31", "2027", "2025", "2025" },
    };

    // Whole, kind, its parts.
    public static TheoryData<string, PeriodKind, string> Wholes => new()
    {
        { "2026-Q3", PeriodKind.Month, "2026-07 2026-08 2026-09" },
        { "2026-H2", PeriodKind.Quarter, "2026-Q3 2026-Q4" },
        { "2026", PeriodKind.HalfYear, "2026-H1 2026-H2" },
        { "2026", PeriodKind.Year, "2026" },
        { "2026-07", PeriodKind.Month, "2026-07" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Period_HasItsDaysAndNeighbours(
        string text, string start, string end, string next, string previous, string yearEarlier)
    {
        var period = PeriodText.Parse(text);
        Assert.Equal(
            (start, end, next, previous, yearEarlier),
            (period.Start.ToString("O"), period.End.ToString("O"), period.Next().ToString(), period.Previous().ToString(),
                period.YearsEarlier(1).ToString()));
    }

    [Theory]
    [MemberData(nameof(Wholes))]
    public void Parts_MakeUpTheWhole(string whole, PeriodKind kind, string parts)
    {
        var period = PeriodText.Parse(whole);
        Assert.Equal(parts.Split(' '), period.Parts(kind).Select(part => part.ToString()));
        Assert.All(period.Parts(kind), part => Assert.True(period.Contains(part) && part.Within(period.Kind) == period));
    }

    [Fact]
    public void APeriod_HasNoPartsOfALongerKind() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.OfMonth(2026, 7).Parts(PeriodKind.Quarter).ToList());

    [Theory]
    [InlineData(2026, PeriodKind.Month, 0)]
    [InlineData(2026, PeriodKind.Month, 13)]
    [InlineData(2026, PeriodKind.Quarter, 5)]
    [InlineData(2026, PeriodKind.HalfYear, 3)]
    [InlineData(2026, PeriodKind.Year, 2)]
    [InlineData(1899, PeriodKind.Year, 1)]
    [InlineData(2200, PeriodKind.Year, 1)]
    public void WhatIsNoPeriod_IsRefused(int year, PeriodKind kind, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Of(year, kind, number));

    [Fact]
    public void Periods_AreOrderedByStart_TheShorterFirst() => Assert.Equal(
        "2025 2026-01 2026-Q1 2026-H1 2026 2026-02 2026-Q2 2026-H2",
        string.Join(
            ' ', "2026 2026-H2 2026-Q2 2026-02 2026-H1 2026-Q1 2026-01 2025".Split(' ').Select(PeriodText.Parse).Order()));

    [Fact]
    public void PeriodsByEnd_AreInTheOrderInWhichTheyAreOver() => Assert.Equal(
        "2026-01 2026-03 2026-Q1 2026-06 2026-Q2 2026-H1 2026-12 2026-Q4 2026-H2 2026",
        string.Join(' ', "2026 2026-H2 2026-H1 2026-Q4 2026-Q2 2026-Q1 2026-12 2026-06 2026-03 2026-01"
            .Split(' ').Select(PeriodText.Parse).Order(Period.ByEnd)));

    [Theory]
    [InlineData("2026-03-31", "2026-03 2026-Q1 2026-H1 2026")]
    [InlineData("2026-07-01", "2026-07 2026-Q3 2026-H2 2026")]
    public void ADay_LiesInOnePeriodOfEachKind(string day, string periods) => Assert.Equal(
        periods.Split(' '),
        Enum.GetValues<PeriodKind>().Select(kind => Period.Containing(DateOnly.Parse(day, null), kind).ToString()));
}
