using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Api;

/// <summary>Release of a report, its releases so far, and a preview of one that is not due yet.</summary>
internal static class ReleaseApi
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/berichte/{periode}/{name}/freigabe", History)
            .Named("freigabenLesen", "Freigabe", "Wer einen Bericht wann freigegeben hat")
            .Produces<ReleaseHistory>().ProducesProblems(401, 404);
        routes.MapPost("/api/v1/berichte/{periode}/{name}/freigabe", Release)
            .Named("berichtFreigeben", "Freigabe", "Einen Bericht freigeben")
            .WithDescription(
                "Gibt genau die genannte Version frei. Gibt es inzwischen eine andere, bleibt alles, wie es ist (409). Der "
                + "Gesamtbericht kann erst freigegeben werden, wenn alle Produktberichte freigegeben sind. Ändern sich später "
                + "Zahlen, entsteht eine neue Version als Entwurf; die freigegebene bleibt erhalten. Verlangt der Katalog zwei "
                + "Personen (`berichte.vierAugen`), schlägt der erste Aufruf die Freigabe vor (202), und der einer anderen "
                + "Person gibt frei.")
            .Accepts<ReleaseRequest>("application/json")
            .Produces<Release>().Produces<ReleaseProposal>(202).ProducesProblems(400, 401, 403, 404, 409, 415, 503);
        routes.MapPost("/api/v1/berichte/{periode}/{name}/ruecknahme", Withdraw)
            .Named("freigabeZuruecknehmen", "Freigabe", "Eine Freigabe zurücknehmen")
            .WithDescription(
                "Nimmt die Freigabe der Version zurück, die alle Leser sehen; von da an sehen sie wieder die vorige "
                    + "freigegebene, "
                + "wenn es eine gibt. Die Dateien bleiben. Eine Version, die im freigegebenen Gesamtbericht steht, erst nach dem "
                + "Gesamtbericht (409). Verwirft auch einen Vorschlag, dem noch niemand zugestimmt hat.")
            .Accepts<WithdrawalRequest>("application/json")
            .Produces<ReleaseHistory>().ProducesProblems(400, 401, 403, 404, 409, 415);
        routes.MapGet("/api/v1/berichte/{periode}/{name}/versionen", Versions)
            .Named("versionenAuflisten", "Berichte", "Die Versionen eines Berichts auflisten")
            .WithDescription(
                "Die Versionen, die der Zugang haben darf, die neueste zuerst: freigegebene jeder, der angemeldet ist; Entwürfe "
                + "und zurückgenommene nur das eigene Fachamt und das Controlling; ohne Anmeldung die geltende.")
            .Produces<VersionList>().ProducesProblems(401, 404);
        routes.MapGet("/api/v1/berichte/{periode}/{name}/vorschau", Preview)
            .Named("vorschau", "Berichte", "Einen Bericht nach dem Stand von jetzt erstellen")
            .WithDescription(
                "Ein PDF nach den Zahlen, die in diesem Augenblick vorliegen, auch für einen Zeitraum vor seinem Meldeschluss. "
                + "Wird nicht gespeichert.")
            .Produces<Stream>(200, contentType: "application/pdf").ProducesProblems(401, 403, 404, 503)
            .RequireRateLimiting(RateLimits.Previews);
    }

    private static async Task<IResult> History(
        [FromRoute(Name = "periode")] string periodText, string name, Visitor visitor, VisibleReports visibleReports,
        ReportReleases releases, HttpContext context) =>
        ReportFile.JobOf(periodText, name) is { } job
        && await visibleReports.Find(visitor, job, context.RequestAborted) is not null
            ? TypedResults.Ok(
                visitor.IsSignedIn
                ? await releases.Read(job, context.RequestAborted)
                : Nameless(await releases.Read(job, context.RequestAborted)))
            : ProblemAnswer.Of(context, Problems.NotFound);

    // The public learns that a report was released or withdrawn and when, not by whom and why. The fingerprint is that of the
    // internal edition, by which what was left out could be guessed.
    private static ReleaseHistory Nameless(ReleaseHistory history) => new([.. history.Releases.Select(Nameless)]);

    /// <summary>A release as the public learns of it.</summary>
    public static Release Nameless(Release release) => new(release.Version, Fingerprint: "", By: "", release.At)
    {
        Withdrawal = release.Withdrawal is { } withdrawal ? withdrawal with { By = "", Reason = "" } : null,
    };

    private static async Task<IResult> Release(
        [FromRoute(Name = "periode")] string periodText, string name, ReleaseRequest request, Visitor visitor,
        ReleaseDesk desk, HttpContext context)
    {
        if (ReportFile.JobOf(periodText, name) is not { } job)
            return ProblemAnswer.Of(context, Problems.NotFound);
        if (!ReleaseNote.TryParse(request.Note, out var note))
            return ProblemAnswer.Of(context, Problems.BadNote);
        return await desk.Release(visitor, job, request.Version, note, context.RequestAborted) switch
        {
            ReleaseOutcome.Released released => TypedResults.Ok(released.Release),
            ReleaseOutcome.Proposed proposed => TypedResults.Accepted((string?)null, proposed.Proposal),
            var other => ProblemAnswer.Of(context, ProblemOf(other)),
        };
    }

    /// <summary>The error of a report that was not released, or not made after it.</summary>
    public static Problem ProblemOf(ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.SamePerson => Problems.SamePerson,
        ReleaseOutcome.AnotherVersion another => Problems.AnotherVersion(another.Current),
        ReleaseOutcome.PartsAreDrafts drafts => Problems.PartsAreDrafts(drafts.Products),
        ReleaseOutcome.NotRendered => Problems.NotRendered,
        _ => Problems.NotFound,
    };

    /// <summary>The error of a release that was not withdrawn.</summary>
    public static Problem ProblemOf(WithdrawalOutcome outcome) =>
        outcome is WithdrawalOutcome.IsPart part ? Problems.IsPart(part.Combined) : Problems.NotInForce;

    private static async Task<IResult> Withdraw(
        [FromRoute(Name = "periode")] string periodText, string name, WithdrawalRequest request, Visitor visitor,
        ReleaseDesk desk, ReportReleases releases, HttpContext context)
    {
        if (ReportFile.JobOf(periodText, name) is not { } job)
            return ProblemAnswer.Of(context, Problems.NotFound);
        if (!ReleaseNote.TryParse(request.Reason, out var reason) || reason is null)
            return ProblemAnswer.Of(context, Problems.BadReason);
        return await desk.Withdraw(visitor, job, request.Version, reason, context.RequestAborted) switch
        {
            WithdrawalOutcome.Withdrawn => TypedResults.Ok(await releases.Read(job, context.RequestAborted)),
            var other => ProblemAnswer.Of(context, ProblemOf(other)),
        };
    }

    private static async Task<IResult> Versions(
        [FromRoute(Name = "periode")] string periodText, string name, Visitor visitor, VisibleReports visibleReports,
        HttpContext context)
    {
        var listed = ReportFile.JobOf(periodText, name) is { } job
            ? await visibleReports.ListVersions(visitor, job, context.RequestAborted)
            : [];
        return listed.Count == 0
            ? ProblemAnswer.Of(context, Problems.NotFound)
            : TypedResults.Ok(new VersionList([.. listed.Select(version => VersionEntry.Of(version, visitor.IsSignedIn))]));
    }

    [Busy]
    private static async Task<IResult> Preview(
        [FromRoute(Name = "periode")] string periodText, string name, Visitor visitor, LivePreview preview,
        HttpContext context)
    {
        if (ReportFile.JobOf(periodText, name) is not { } job)
            return ProblemAnswer.Of(context, Problems.NotFound);
        return await preview.Render(visitor, job, context.RequestAborted) switch
        {
            PreviewOutcome.Rendered rendered => Show(rendered.Pdf, job, context),
            PreviewOutcome.Busy => ProblemAnswer.Busy(context),
            _ => ProblemAnswer.Of(context, Problems.NotFound),
        };
    }

    private static FileContentHttpResult Show(byte[] pdf, ReportJob job, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        context.Response.Headers.ContentDisposition = $"inline; filename=\"Vorschau {job.Period} {job.Name}.pdf\"";
        return TypedResults.Bytes(pdf, "application/pdf");
    }
}

/// <summary>Which version to release.</summary>
/// <param name="Version">The version somebody has looked at.</param>
/// <param name="Note">What is noted with it, for colleagues: at most 500 characters; null for nothing.</param>
internal sealed record ReleaseRequest(int Version, [property: JsonPropertyName("vermerk")] string? Note = null);

/// <summary>Which release to withdraw.</summary>
/// <param name="Version">The version that readers have.</param>
/// <param name="Reason">Why, for colleagues: at most 500 characters.</param>
internal sealed record WithdrawalRequest(int Version, [property: JsonPropertyName("grund")] string? Reason);

/// <summary>The versions of a report.</summary>
/// <param name="Entries">Latest first.</param>
internal sealed record VersionList([property: JsonPropertyName("versionen")] IReadOnlyList<VersionEntry> Entries);

/// <summary>A version as the API lists it.</summary>
/// <param name="Version">Its number.</param>
/// <param name="State"><c>entwurf</c>, <c>freigegeben</c> or <c>zurueckgenommen</c>.</param>
/// <param name="IsInForce">Whether it is the one that readers see.</param>
/// <param name="IsComplete">Whether all figures due are there.</param>
/// <param name="Release">Its last release; null where it never was released.</param>
/// <param name="Pdf">Address of the PDF on this server.</param>
/// <param name="Json">Address of the data on this server.</param>
/// <param name="Csv">Address of the figures as CSV on this server.</param>
internal sealed record VersionEntry(
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("gilt")] bool IsInForce,
    [property: JsonPropertyName("vollstaendig")] bool IsComplete,
    [property: JsonPropertyName("freigabe")] Release? Release,
    [property: JsonPropertyName("pdf")] string Pdf,
    [property: JsonPropertyName("json")] string Json,
    [property: JsonPropertyName("csv")] string Csv)
{
    /// <summary>The entry of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="hasNames">Whether names and notes are told.</param>
    public static VersionEntry Of(ListedVersion version, bool hasNames)
    {
        var (summary, address) = (version.Report.Summary, version.Address);
        return new(
            summary.Version,
            version.StateWord,
            version.IsInForce,
            summary.IsComplete,
            hasNames || version.Release is not { } release ? version.Release : ReleaseApi.Nameless(release),
            address + ".pdf",
            address + ".json",
            address + ".csv");
    }
}
