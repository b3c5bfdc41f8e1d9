using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Produktreport.Core.Periods;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Web.Answers;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Portal.Frame;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal.Releases;

/// <summary>The page on which controlling releases reports.</summary>
internal static class ReleasePages
{
    private const int MostAtOnce = 2_000;

    /// <summary>Adds the routes.</summary>
    public static void MapReleasePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/freigabe", List);
        routes.MapPost("/freigabe", Release);
    }

    private static Task<IResult> List(
        [FromQuery(Name = "zeitraum")] string? periodText, Visitor visitor, ReportShelf shelf, HttpContext context) =>
        Show(periodText, [], visitor, shelf, context);

    private static async Task<IResult> Release(
        [FromQuery(Name = "zeitraum")] string? periodText,
        [FromForm(Name = "bericht")] StringValues reports,
        [FromForm(Name = "formular")] string? token,
        Visitor visitor,
        ReleaseDesk desk,
        ReportShelf shelf,
        HttpContext context)
    {
        var messages = new List<string>();
        var released = 0;
        // The combined report last: it needs the products to be released.
        foreach (var chosen in reports.OfType<string>().Take(MostAtOnce)
            .OrderBy(text => text.StartsWith("gesamt:", StringComparison.Ordinal)))
        {
            if (chosen.Split(':') is not [var name, var number]
                || !int.TryParse(number, out var version)
                || ReportFile.JobOf(periodText ?? "", name) is not { } job)
            {
                messages.Add("Eine Auswahl war nicht zu verstehen; bitte laden Sie die Seite neu.");
                continue;
            }

            var outcome = await desk.Release(visitor, job, version, note: null, context.RequestAborted);
            if (outcome is ReleaseOutcome.Released or ReleaseOutcome.NotRendered)
                released++;
            if (Describe(name, outcome) is { } message)
                messages.Add(message);
        }

        messages.Insert(0,
            released switch
            {
                0 => "Nichts freigegeben.",
                1 => "1 Bericht freigegeben.",
                _ =>
            $"{released} Berichte freigegeben."
            });
        return await Show(periodText, messages, visitor, shelf, context);
    }

    private static string? Describe(string name, ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.Released => null,
        ReleaseOutcome.AnotherVersion another => $"{name}: {Problems.AnotherVersion(another.Current).German.Detail}",
        ReleaseOutcome.PartsAreDrafts drafts => Problems.PartsAreDrafts(drafts.Products).German.Detail,
        ReleaseOutcome.NotRendered => $"{name}: {Problems.NotRendered.German.Detail}",
        _ => $"{name}: {Problems.NotFound.German.Detail}",
    };

    private static async Task<IResult> Show(
        string? periodText, IReadOnlyList<string> messages, Visitor visitor, ReportShelf shelf, HttpContext context)
    {
        var reports = await shelf.List(visitor, cancellation: context.RequestAborted);
        var periods = reports.Select(report => report.Summary.Period).Distinct().OrderDescending(Period.ByEnd).ToList();
        var period = PeriodText.TryParse(periodText, out var asked) ? asked : periods.FirstOrDefault();
        if (period == default || !periods.Contains(period))
            return PortalPages.NotFound(context);
        // Products first, in the order in which they are looked through; the combined report sums them up.
        List<VisibleReport> ofPeriod = [.. reports.Where(report => report.Summary.Period == period)
            .OrderBy(report => report.Summary.Job.Product is null)];
        return PortalPages.Page<ReleasePage>(new
        {
            Frame = PageFrame.Of(context),
            Period = period,
            Periods = periods,
            Reports = ofPeriod,
            Messages = messages,
        });
    }
}
