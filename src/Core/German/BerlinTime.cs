using System.Globalization;
using NodaTime;
using NodaTime.Extensions;

namespace Produktreport.Core.German;

/// <summary>
/// Legal time in Germany (Europe/Berlin) from the time-zone data the program brings along, so that deadlines fall on the same day
/// on a machine without installed zones.
/// </summary>
public static class BerlinTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>The calendar day in Berlin at an instant.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The same instant with Berlin's offset.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => instant.ToInstant().InZone(Zone).ToDateTimeOffset();

    /// <summary>
    /// The instant at which it is this date and time in Berlin; where the clock is set forward, the one just after the gap.
    /// </summary>
    public static DateTimeOffset At(DateTime local) => LocalDateTime.FromDateTime(local).InZoneLeniently(Zone).ToDateTimeOffset();

    /// <summary>An instant for machines, in Berlin time with offset: <c>2026-10-19T09:42:00+02:00</c>.</summary>
    public static string Iso(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The instant that <see cref="Iso"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no instant.</exception>
    public static DateTimeOffset Parse(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);

    /// <summary>An instant for people, in Berlin time: <c>19.10.2026, 09:42 Uhr</c>.</summary>
    public static string Text(DateTimeOffset instant) =>
        Local(instant).ToString("dd'.'MM'.'yyyy', 'HH':'mm' Uhr'", CultureInfo.InvariantCulture);
}
