using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>Whether a text names a part of a year, from or up to which values count, and not all of it.</summary>
internal static class PartOfYear
{
    /// <summary>Whether what a text says of time ends within the year; what names no year may mean this one.</summary>
    public static bool Is(PeriodReading? said, int year) => said switch
    {
        PeriodReading.Whole { Period: var period } => period.Year == year && period.LastMonth < 12,
        PeriodReading.WithoutYear part => part.Of(year).LastMonth < 12,
        PeriodReading.Day { Date: var day } => EndsWithin(day, year),
        PeriodReading.Stretch { First: var first, Last: var last } => first.Year == year && EndsWithin(last, year),
        _ => false,
    };

    /// <summary>Whether the first words of time in a sentence do, or any that name a day.</summary>
    public static bool IsNamedIn(string sentence, int year)
    {
        PeriodReading[] all = [.. TitleTimes.All(sentence)];
        return Is(all.FirstOrDefault(), year) || Is(PeriodText.Read($"{sentence} {year}"), year) // „Jan-Sep“
            || Array.Exists(all, read => read is PeriodReading.Day or PeriodReading.Stretch && Is(read, year));
    }

    private static bool EndsWithin(DateOnly day, int year) => day.Year == year && day < new DateOnly(year, 12, 31);
}
