using Microsoft.Extensions.Primitives;
using Produktreport.Functions.Web.Api;

namespace Produktreport.Functions.Web.Portal.Releases;

/// <summary>The page on which controlling releases reports.</summary>
internal static class ReleasePages
{
    public static void MapReleasePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/freigabe", List);
        routes.MapPost("/freigabe/pruefen", Check);
        routes.MapPost("/freigabe", Release);
    }

    private static Task<IResult> List(
        [FromQuery(Name = "zeitraum")] string? periodText, Visitor visitor, ReleaseList list, CancellationToken cancellation) =>
        list.Show(periodText, [], visitor, cancellation);

    private static async Task<IResult> Check(
        [FromQuery(Name = "zeitraum")] string? periodText,
        [FromForm(Name = "bericht")] StringValues? reports,
        ReleaseList list,
        CancellationToken cancellation) =>
        PeriodText.TryParse(periodText, out var period)
            ? await list.Summarize(period, await list.Chosen(period, reports ?? default, cancellation), cancellation)
            : PortalPages.NotFound;

    private static async Task<IResult> Release(
        [FromQuery(Name = "zeitraum")] string? periodText,
        [FromForm(Name = "bericht")] StringValues? reports,
        [FromForm(Name = "vermerk")] string? noteText,
        [FromForm(Name = "unvollstaendig")] string? confirmation,
        Visitor visitor,
        ReleaseDesk desk,
        ReleaseList list,
        CancellationToken cancellation)
    {
        if (!PeriodText.TryParse(periodText, out var period))
            return PortalPages.NotFound;
        var chosen = await list.Chosen(period, reports ?? default, cancellation);
        var isConfirmed = confirmation == "ja";
        var fault = !ReleaseNote.TryParse(noteText, out var note) ? Problems.BadNote.German.Detail
            : !isConfirmed && chosen.Any(report => !report.Summary.IsComplete)
                ? "Nichts freigegeben: Bitte bestätigen Sie unten, dass Sie auch unvollständige Berichte freigeben wollen."
                : null;
        if (fault is not null)
            return await list.Summarize(period, chosen, cancellation, noteText, isConfirmed, fault);
        var messages = await ReleaseChosen(desk, visitor, period, reports ?? default, note, cancellation);
        return await list.Show(periodText, messages, visitor, cancellation);
    }

    // What became of it, in German.
    private static async Task<List<string>> ReleaseChosen(
        ReleaseDesk desk, Visitor visitor, Period period, StringValues reports, string? note, CancellationToken cancellation)
    {
        var messages = new List<string>();
        var (released, proposed) = (0, 0);
        // The combined report last: it needs the products to be released.
        foreach (var text in reports.OfType<string>().Take(ReleaseList.MostAtOnce)
            .OrderBy(text => text.StartsWith("gesamt:", StringComparison.Ordinal)))
        {
            if (ReleaseList.Parse(period, text) is not var (job, version))
            {
                messages.Add("Eine Auswahl war nicht zu verstehen; bitte laden Sie die Seite neu.");
                continue;
            }

            var outcome = await desk.Release(visitor, job, version, note, cancellation);
            released += outcome is ReleaseOutcome.Released or ReleaseOutcome.NotRendered ? 1 : 0;
            proposed += outcome is ReleaseOutcome.Proposed ? 1 : 0;
            if (Describe(job.Name, outcome) is { } message)
                messages.Add(message);
        }

        if (proposed > 0)
            messages.Insert(0,
                $"{Texts.Count(proposed, "Bericht", "Berichte")} vorgeschlagen; eine zweite Person muss zustimmen.");
        if (proposed == 0 || released > 0)
            messages.Insert(0,
                released == 0 ? "Nichts freigegeben." : $"{Texts.Count(released, "Bericht", "Berichte")} freigegeben.");
        return messages;
    }

    private static string? Describe(string name, ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.Released or ReleaseOutcome.Proposed => null,
        ReleaseOutcome.PartsAreDrafts => ReleaseApi.ProblemOf(outcome).German.Detail,
        _ => $"{name}: {ReleaseApi.ProblemOf(outcome).German.Detail}",
    };
}

/// <summary>The reports of a period to choose from, and what was chosen.</summary>
internal sealed class ReleaseList(
    VisibleReports visibleReports, ReportReleases releases, ReleasePreparation preparation, PublishedCatalogues catalogues)
{
    /// <summary>Reports released at once, at most.</summary>
    public const int MostAtOnce = 2_000;

    /// <summary>The page of a period; the latest where the text names none that has reports.</summary>
    public async Task<IResult> Show(
        string? periodText, IReadOnlyList<string> messages, Visitor visitor, CancellationToken cancellation)
    {
        var reports = await visibleReports.List(visitor, cancellation: cancellation);
        var periods = reports.Select(report => report.Summary.Period).Distinct().OrderDescending(Period.ByEnd).ToList();
        var period = PeriodText.TryParse(periodText, out var asked) ? asked : periods.FirstOrDefault();
        if (period == default || !periods.Contains(period))
            return PortalPages.NotFound;
        // Products first, in the order in which they are looked through; the combined report sums them up.
        List<VisibleReport> ofPeriod = [.. reports.Where(report => report.Summary.Period == period)
            .OrderBy(report => report.Summary.Job.Product is null)];
        var released = await visibleReports.ListReleased(visitor, period, cancellation);
        return PortalPages.Page<ReleasePage>(new
        {
            Period = period,
            Periods = periods,
            Reports = ofPeriod,
            Released = released.ToDictionary(
                each => each.Visible.Summary.Job.Name, each => (int?)each.Visible.Summary.Version, StringComparer.Ordinal),
            Proposals = await Proposals(ofPeriod, cancellation),
            Messages = messages,
        });
    }

    /// <summary>What was chosen and is still a draft in the version that was seen.</summary>
    public async Task<IReadOnlyList<ReportToRelease>> Chosen(
        Period period, StringValues texts, CancellationToken cancellation)
    {
        var chosen = new List<ReportToRelease>();
        foreach (var text in texts.OfType<string>().Take(MostAtOnce).Distinct())
        {
            if (Parse(period, text) is var (job, version)
                && await preparation.Of(job, cancellation) is { IsReleased: false } report && report.Summary.Version == version)
                chosen.Add(report);
        }

        return chosen;
    }

    /// <summary>The page that says what is about to be released.</summary>
    public async Task<IResult> Summarize(
        Period period, IReadOnlyList<ReportToRelease> chosen, CancellationToken cancellation, string? note = null,
        bool isConfirmed = false, string? fault = null) =>
        PortalPages.Page<ReleaseSummaryPage>(new
        {
            Period = period,
            Reports = chosen,
            ByTwo = (await catalogues.Load(cancellation)).For(period.Year) is { Reporting.IsReleasedByTwo: true },
            Note = note,
            IsConfirmed = isConfirmed,
            Fault = fault,
        });

    /// <summary>A report and its version as a form names them; null for any other text.</summary>
    public static (ReportJob Job, int Version)? Parse(Period period, string text) =>
        text.Split(':') is [var name, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && ReportFile.JobOf(period.ToString(), name) is { } job
            ? (job, version)
            : null;

    private async Task<Dictionary<string, ReleaseProposal>> Proposals(
        List<VisibleReport> reports, CancellationToken cancellation)
    {
        var proposals = new Dictionary<string, ReleaseProposal>(StringComparer.Ordinal);
        foreach (var job in reports.Where(report => report.IsDraft).Select(report => report.Summary.Job))
        {
            if ((await releases.TryRead(job, cancellation)).Proposal is { } proposal)
                proposals[job.Name] = proposal;
        }

        return proposals;
    }
}
