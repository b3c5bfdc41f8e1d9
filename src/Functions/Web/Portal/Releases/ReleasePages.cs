using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Produktreport.Core.Periods;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Answers;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Portal.Frame;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal.Releases;

/// <summary>The page on which controlling releases reports.</summary>
internal static class ReleasePages
{
    /// <summary>Adds the routes.</summary>
    public static void MapReleasePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/freigabe", List);
        routes.MapPost("/freigabe/pruefen", Check);
        routes.MapPost("/freigabe", Release);
    }

    private static Task<IResult> List(
        [FromQuery(Name = "zeitraum")] string? periodText, Visitor visitor, ReleaseList list, HttpContext context) =>
        list.Show(periodText, [], visitor, context);

    private static async Task<IResult> Check(
        [FromQuery(Name = "zeitraum")] string? periodText,
        [FromForm(Name = "bericht")] StringValues? reports,
        [FromForm(Name = "formular")] string? token,
        ReleaseList list,
        HttpContext context) =>
        PeriodText.TryParse(periodText, out var period)
            ? await list.Summarize(period, await list.Chosen(period, reports ?? default, context.RequestAborted), context)
            : PortalPages.NotFound(context);

    private static async Task<IResult> Release(
        [FromQuery(Name = "zeitraum")] string? periodText,
        [FromForm(Name = "bericht")] StringValues? reports,
        [FromForm(Name = "vermerk")] string? noteText,
        [FromForm(Name = "unvollstaendig")] string? confirmation,
        [FromForm(Name = "formular")] string? token,
        Visitor visitor,
        ReleaseDesk desk,
        ReleaseList list,
        HttpContext context)
    {
        if (!PeriodText.TryParse(periodText, out var period))
            return PortalPages.NotFound(context);
        var chosen = await list.Chosen(period, reports ?? default, context.RequestAborted);
        var isConfirmed = confirmation == "ja";
        var fault = !ReleaseNote.TryParse(noteText, out var note) ? Problems.BadNote.German.Detail
            : !isConfirmed && chosen.Any(report => !report.Summary.IsComplete)
                ? "Nichts freigegeben: Bitte bestätigen Sie unten, dass Sie auch unvollständige Berichte freigeben wollen."
                : null;
        if (fault is not null)
            return await list.Summarize(period, chosen, context, noteText, isConfirmed, fault);
        var messages = new List<string>();
        var (released, proposed) = (0, 0);
        // The combined report last: it needs the products to be released.
        foreach (var text in (reports ?? default).OfType<string>().Take(ReleaseList.MostAtOnce)
            .OrderBy(text => text.StartsWith("gesamt:", StringComparison.Ordinal)))
        {
            if (ReleaseList.Parse(period, text) is not var (job, version))
            {
                messages.Add("Eine Auswahl war nicht zu verstehen; bitte laden Sie die Seite neu.");
                continue;
            }

            var outcome = await desk.Release(visitor, job, version, note, context.RequestAborted);
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
        return await list.Show(periodText, messages, visitor, context);
    }

    private static string? Describe(string name, ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.Released or ReleaseOutcome.Proposed => null,
        ReleaseOutcome.SamePerson => $"{name}: {Problems.SamePerson.German.Detail}",
        ReleaseOutcome.AnotherVersion another => $"{name}: {Problems.AnotherVersion(another.Current).German.Detail}",
        ReleaseOutcome.PartsAreDrafts drafts => Problems.PartsAreDrafts(drafts.Products).German.Detail,
        ReleaseOutcome.NotRendered => $"{name}: {Problems.NotRendered.German.Detail}",
        _ => $"{name}: {Problems.NotFound.German.Detail}",
    };
}

/// <summary>The reports of a period to choose from, and what was chosen.</summary>
internal sealed class ReleaseList(
    ReportShelf shelf, ReportReleases releases, ReleasePreparation preparation, PublishedCatalogues catalogues)
{
    /// <summary>Reports released at once, at most.</summary>
    public const int MostAtOnce = 2_000;

    /// <summary>The page of a period; the latest where the text names none that has reports.</summary>
    public async Task<IResult> Show(
        string? periodText, IReadOnlyList<string> messages, Visitor visitor, HttpContext context)
    {
        var reports = await shelf.List(visitor, cancellation: context.RequestAborted);
        var periods = reports.Select(report => report.Summary.Period).Distinct().OrderDescending(Period.ByEnd).ToList();
        var period = PeriodText.TryParse(periodText, out var asked) ? asked : periods.FirstOrDefault();
        if (period == default || !periods.Contains(period))
            return PortalPages.NotFound(context);
        // Products first, in the order in which they are looked through; the combined report sums them up.
        List<VisibleReport> ofPeriod = [.. reports.Where(report => report.Summary.Period == period)
            .OrderBy(report => report.Summary.Job.Product is null)];
        var released = await shelf.ListReleased(visitor, period, context.RequestAborted);
        return PortalPages.Page<ReleasePage>(new
        {
            Frame = PageFrame.Of(context),
            Period = period,
            Periods = periods,
            Reports = ofPeriod,
            Released = released.ToDictionary(
                each => each.Visible.Summary.Job.Name, each => (int?)each.Visible.Summary.Version, StringComparer.Ordinal),
            Proposals = await Proposals(ofPeriod, context.RequestAborted),
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
        Period period, IReadOnlyList<ReportToRelease> chosen, HttpContext context, string? note = null,
        bool isConfirmed = false, string? fault = null) =>
        PortalPages.Page<ReleaseSummaryPage>(new
        {
            Frame = PageFrame.Of(context),
            Period = period,
            Reports = chosen,
            ByTwo = (await catalogues.Load(context.RequestAborted)).For(period.Year) is { Reporting.IsReleasedByTwo: true },
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
