using System.Globalization;

namespace Produktreport.Core.Pdf.Writing;

/// <summary>Dates as PDF and XMP write them; both keep the offset, so both say the same instant.</summary>
internal static class PdfDate
{
    /// <summary><c>D:20261122093000+01'00'</c> (ISO 32000-1, 7.9.4).</summary>
    public static string Format(DateTimeOffset date)
    {
        var local = date.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var offset = date.Offset;
        return offset == TimeSpan.Zero
            ? local + "Z"
            : string.Create(CultureInfo.InvariantCulture, $"{local}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh}'{offset:mm}'");
    }

    /// <summary><c>2026-11-22T09:30:00+01:00</c> (ISO 8601).</summary>
    public static string FormatXmp(DateTimeOffset date) => date.Offset == TimeSpan.Zero
        ? date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
