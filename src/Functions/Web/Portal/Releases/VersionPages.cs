using Produktreport.Functions.Web.Api;

namespace Produktreport.Functions.Web.Portal.Releases;

/// <summary>The versions of a report, and the withdrawal of a release.</summary>
internal static class VersionPages
{
    public static void MapVersions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/versionen/{periode}/{name}",
            ([FromRoute(Name = "periode")] string periodText, string name, Visitor visitor, VersionView view,
                CancellationToken cancellation) =>
                view.Show(ReportFile.JobOf(periodText, name), visitor, cancellation));
        routes.MapPost("/versionen/{periode}/{name}", Withdraw);
    }

    private static async Task<IResult> Withdraw(
        [FromRoute(Name = "periode")] string periodText,
        string name,
        [FromForm(Name = "version")] int? version,
        [FromForm(Name = "grund")] string? reasonText,
        Visitor visitor,
        ReleaseDesk desk,
        VersionView view,
        CancellationToken cancellation)
    {
        if (ReportFile.JobOf(periodText, name) is not { } job)
            return PortalPages.NotFound;
        if (version is not { } number || !ReleaseNote.TryParse(reasonText, out var reason) || reason is null)
            return await view.Show(job, visitor, cancellation, Problems.BadReason.German.Detail, isFault: true);
        return await desk.Withdraw(visitor, job, number, reason, cancellation) switch
        {
            WithdrawalOutcome.Withdrawn withdrawn => await view.Show(job, visitor, cancellation,
                $"Die Freigabe von Version {number} ist zurückgenommen. " + (withdrawn.Former is { } former
                    ? $"Alle Leser sehen wieder Version {former.Version}."
                    : "Leser sehen diesen Bericht nicht mehr.")),
            var other => await view.Show(job, visitor, cancellation, ReleaseApi.ProblemOf(other).German.Detail, isFault: true),
        };
    }
}

/// <summary>Puts the page of a report's versions together.</summary>
internal sealed class VersionView(VisibleReports visibleReports, ReportReleases releases, ReleasePreparation preparation)
{
    /// <summary>The page.</summary>
    /// <param name="job">The report; null where the address names none.</param>
    /// <param name="visitor">Who reads.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <param name="message">What became of what was asked for; null for nothing.</param>
    /// <param name="isFault">Whether nothing became of it.</param>
    public async Task<IResult> Show(
        ReportJob? job, Visitor visitor, CancellationToken cancellation, string? message = null, bool isFault = false)
    {
        var versions = job is null ? [] : await visibleReports.ListVersions(visitor, job, cancellation);
        if (job is null || versions.Count == 0)
            return PortalPages.NotFound;
        var history = await releases.TryRead(job, cancellation);
        var inForce = versions.FirstOrDefault(version => version.IsInForce)?.Report.Summary.Version;
        var mayCompare = versions[0].Report is { IsDraft: true, Summary.Department: var department }
            && visitor.MaySeeDraftsOf(department);
        return PortalPages.Page<VersionsPage>(new
        {
            Job = job,
            Versions = versions,
            Draft = mayCompare ? await preparation.Of(job, cancellation) : null,
            Proposal = mayCompare ? history.Proposal : null,
            Before = history.Standing.LastOrDefault(release => release.Version != inForce)?.Version,
            Message = message,
            IsFault = isFault,
        });
    }
}
