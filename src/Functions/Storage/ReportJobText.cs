using System.Globalization;
using System.Text.Json;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Functions.Storage;

/// <summary>A job as a queue message: <c>{"periode":"2026-Q3","produkt":"1111"}</c>; <c>produkt</c> null for the combined report.</summary>
public static class ReportJobText
{
    /// <summary>The message of a job.</summary>
    public static string Write(ReportJob job) =>
        JsonSerializer.Serialize(new Message(job.Period.ToString(), job.Product?.Text), JsonSerializerOptions.Web);

    /// <summary>The job of a message; null where the text is none.</summary>
    public static ReportJob? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Message>(text, JsonSerializerOptions.Web) is { } message
                && PeriodOf(message.Periode) is { } period
                ? Job(period, message.Produkt)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Only the canonical notation: the message is our own.
    private static Period? PeriodOf(string? text) =>
        text is { Length: >= 4 } && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2199
            ? Enum.GetValues<PeriodKind>().SelectMany(kind => Period.AllOf(year, kind)).Cast<Period?>().FirstOrDefault(period => period.ToString() == text)
            : null;

    private static ReportJob? Job(Period period, string? product) =>
        product is null ? new ReportJob(period, null)
        : ProductNumber.TryParse(product, out var number) ? new ReportJob(period, number)
        : null;

    private sealed record Message(string? Periode, string? Produkt);
}
