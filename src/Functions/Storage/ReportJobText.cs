namespace Produktreport.Functions.Storage;

/// <summary>
/// A job as a queue message: <c>{"periode":"2026-Q3","produkt":"1111"}</c>; <c>produkt</c> null for the combined report,
/// <c>gewartet</c> where it was put back.
/// </summary>
internal static class ReportJobText
{
    /// <summary>The message of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="waits">How often it was put back.</param>
    public static string Write(ReportJob job, int waits = 0) =>
        JsonSerializer.Serialize(new Message(job.Period.ToString(), job.Product?.Text, waits), JsonSerializerOptions.Web);

    /// <summary>The job of a message; null where the text is none.</summary>
    public static ReportJob? Read(string text) => Taken(text)?.Job;

    /// <summary>The job of a message with how often it was put back; null where the text is none.</summary>
    public static TakenJob? Taken(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Message>(text, JsonSerializerOptions.Web) is { } message
                && PeriodOf(message.Periode) is { } period
                && Job(period, message.Produkt) is { } job
                ? new TakenJob(job, Waits: message.Gewartet)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Only the canonical notation: the message is our own.
    private static Period? PeriodOf(string? text) =>
        text is { Length: >= 4 } && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1900 and <= 2199
            ? Enum.GetValues<PeriodKind>().SelectMany(kind => Period.AllOf(year, kind)).Cast<Period?>()
                .FirstOrDefault(period => period.ToString() == text)
            : null;

    private static ReportJob? Job(Period period, string? product) =>
        product is null ? new ReportJob(period, null)
        : ProductNumber.TryParse(product, out var number) ? new ReportJob(period, number)
        : null;

    private sealed record Message(string? Periode, string? Produkt,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Gewartet = 0);
}
