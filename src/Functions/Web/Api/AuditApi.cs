using Microsoft.Net.Http.Headers;
using Produktreport.Functions.Web.Audit;

namespace Produktreport.Functions.Web.Api;

/// <summary>The audit log of a month, to keep or to look through elsewhere.</summary>
internal static class AuditApi
{
    public static void MapAuditLog(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/protokoll/{datei}", Read)
        .Named("protokollHerunterladen", "Betrieb", "Das Protokoll eines Monats als CSV oder JSON")
        .WithDescription(
            "`datei` ist der Monat mit der Endung `.csv` oder `.json`, etwa `2026-11.csv`; die ältesten Einträge zuerst. Die "
            + "CSV-Datei ist gegen Formeln in Tabellenprogrammen gesichert. Nur für die Administration.")
        .Produces<AuditMonth>(200, contentType: "application/json", additionalContentTypes: ["text/csv"])
        .ProducesProblems(401, 403, 404);

    private static async Task<IResult> Read([FromRoute(Name = "datei")] string fileName, AuditLog audit, HttpContext context)
    {
        var (name, ending) = (Path.GetFileNameWithoutExtension(fileName), Path.GetExtension(fileName));
        if (!PeriodText.TryParse(name, out var month) || month.Kind != PeriodKind.Month || month.ToString() != name
            || ending is not (".csv" or ".json"))
            return ProblemAnswer.Of(context, Problems.NotFound);
        var entries = (await audit.Read(name, context.RequestAborted)).Reverse();
        context.Response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"Protokoll {name}{ending}");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return ending == ".csv"
            ? TypedResults.Bytes(AuditWords.Csv(entries), "text/csv; charset=utf-8; header=present")
            : TypedResults.Ok(new AuditMonth(name, [.. entries.Select(AuditLine.Of)]));
    }
}

/// <summary>The audit log of a month.</summary>
/// <param name="Month">The month: <c>2026-11</c>.</param>
/// <param name="Entries">Oldest first.</param>
internal sealed record AuditMonth(
    [property: JsonPropertyName("monat")] string Month,
    [property: JsonPropertyName("eintraege")] IReadOnlyList<AuditLine> Entries);

/// <summary>A line of the audit log.</summary>
/// <param name="At">When, Berlin time with offset.</param>
/// <param name="By">Who; empty for nobody signed in.</param>
/// <param name="Role">As what.</param>
/// <param name="Action">What was done.</param>
/// <param name="Object">To which file, report or access.</param>
/// <param name="Detail">What else there is to know; null for nothing.</param>
/// <param name="Sentence">All of it in a German sentence.</param>
internal sealed record AuditLine(
    [property: JsonPropertyName("zeit")] string At,
    [property: JsonPropertyName("wer")] string By,
    [property: JsonPropertyName("rolle")] string Role,
    [property: JsonPropertyName("was")] string Action,
    [property: JsonPropertyName("objekt")] string Object,
    [property: JsonPropertyName("zusatz")] string? Detail,
    [property: JsonPropertyName("satz")] string Sentence)
{
    /// <summary>The line of an entry.</summary>
    public static AuditLine Of(AuditEntry entry) => new(
        entry.At, entry.By, entry.Role, entry.Action, entry.Object, entry.Detail, AuditWords.Sentence(entry));
}
