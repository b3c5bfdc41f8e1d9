using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Answers;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Api;

/// <summary>Release of a report, its releases so far, and a preview of one that is not due yet.</summary>
internal static class ReleaseApi
{
    /// <summary>Adds the routes.</summary>
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/berichte/{periode}/{name}/freigabe", History)
            .WithName("freigabenLesen").WithTags("Freigabe")
            .WithSummary("Wer einen Bericht wann freigegeben hat")
            .Produces<ReleaseHistory>().ProducesProblem(401).ProducesProblem(404);
        routes.MapPost("/api/v1/berichte/{periode}/{name}/freigabe", Release)
            .WithName("berichtFreigeben").WithTags("Freigabe")
            .WithSummary("Einen Bericht freigeben")
            .WithDescription(
                "Gibt genau die genannte Version frei. Gibt es inzwischen eine andere, bleibt alles, wie es ist (409). Der "
                + "Gesamtbericht kann erst freigegeben werden, wenn alle Produktberichte freigegeben sind. Ändern sich später "
                + "Zahlen, entsteht eine neue Version als Entwurf; die freigegebene bleibt erhalten.")
            .Accepts<ReleaseRequest>("application/json")
            .Produces<Release>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
                .ProducesProblem(409).ProducesProblem(415).ProducesProblem(503);
        routes.MapGet("/api/v1/berichte/{periode}/{name}/vorschau", Preview)
            .WithName("vorschau").WithTags("Berichte")
            .WithSummary("Einen Bericht nach dem Stand von jetzt erstellen")
            .WithDescription(
                "Ein PDF nach den Zahlen, die in diesem Augenblick vorliegen, auch für einen Zeitraum vor seinem Meldeschluss. "
                + "Wird nicht gespeichert.")
            .Produces<Stream>(200, contentType: "application/pdf").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
                .ProducesProblem(503)
            .RequireRateLimiting(RateLimits.Previews);
    }

    private static async Task<IResult> History(string periode, string name, Visitor visitor, ReportShelf shelf,
        ReportReleases releases, HttpContext context) =>
        ReportFile.JobOf(periode, name) is { } job && await shelf.Find(visitor, job, context.RequestAborted) is not null
            ? TypedResults.Ok(
                visitor.IsSignedIn
                ? await releases.Read(job, context.RequestAborted)
                : Nameless(await releases.Read(job, context.RequestAborted)))
            : ProblemAnswer.Of(context, Problems.NotFound);

    // The public learns that a report was released and when, not by whom; the fingerprint is that of the internal edition, by
    // which what was left out could be guessed.
    private static ReleaseHistory Nameless(ReleaseHistory history) =>
        new([.. history.Releases.Select(release => release with { By = "", Fingerprint = "" })]);

    private static async Task<IResult> Release(
        string periode, string name, ReleaseRequest request, Visitor visitor, ReleaseDesk desk, HttpContext context) =>
        ReportFile.JobOf(periode, name) is { } job
            ? await desk.Release(visitor, job, request.Version, context.RequestAborted) switch
            {
                ReleaseOutcome.Released released => TypedResults.Ok(released.Release),
                ReleaseOutcome.AnotherVersion another => ProblemAnswer.Of(context, Problems.AnotherVersion(another.Current)),
                ReleaseOutcome.PartsAreDrafts drafts => ProblemAnswer.Of(context, Problems.PartsAreDrafts(drafts.Products)),
                ReleaseOutcome.NotRendered => ProblemAnswer.Of(context, Problems.NotRendered),
                _ => ProblemAnswer.Of(context, Problems.NotFound),
            }
            : ProblemAnswer.Of(context, Problems.NotFound);

    [Busy]
    private static async Task<IResult> Preview(string periode, string name, Visitor visitor, LivePreview preview,
        HttpContext context)
    {
        if (ReportFile.JobOf(periode, name) is not { } job)
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
internal sealed record ReleaseRequest(int Version);

/// <summary>Releases, with a line in the audit log.</summary>
internal sealed class ReleaseDesk(ReleaseReport release, AuditLog audit, TimeProvider clock)
{
    /// <summary>Releases a report as a visitor.</summary>
    public async Task<ReleaseOutcome> Release(Visitor visitor, ReportJob job, int version, CancellationToken cancellation)
    {
        if (await release.Record(job, version, visitor.Name, cancellation) is { } refused)
            return refused;
        // Before the report is made, which can fail: it is released from here on.
        await audit.Append(AuditEntry.Now(clock, visitor, "freigabe", $"{job.Period}/{job.Name}", $"Version {version}"));
        return await release.Finish(job, version);
    }
}
