using System.Globalization;

namespace Produktreport.Core.German;

/// <summary>
/// The legal time in Germany (Sommerzeitverordnung, directive 2000/84/EC): from the last Sunday of March to the last of October, changing at
/// 01:00 UTC, two hours ahead of UTC, else one. Computed, so that it needs no installed time zone data; right since 1996.
/// </summary>
public static class BerlinTime
{
    /// <summary>The instant with Berlin's offset.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(IsSummer(instant.UtcDateTime) ? 2 : 1));

    /// <summary>As JSON writes it: <c>2026-11-22T09:30:00+01:00</c>.</summary>
    public static string Iso(DateTimeOffset instant) => Of(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>For readers: <c>22.11.2026, 09:30 Uhr</c>.</summary>
    public static string Text(DateTimeOffset instant) => Of(instant).ToString("dd'.'MM'.'yyyy', 'HH':'mm' Uhr'", CultureInfo.InvariantCulture);

    private static bool IsSummer(DateTime utc) => utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);

    /// <summary>01:00 UTC on the last Sunday of a month with 31 days.</summary>
    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
