using Microsoft.AspNetCore.Mvc;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Functions.Web.Answers;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Api;

/// <summary>Periods with their status, and the course of one figure over the periods.</summary>
internal static class PeriodsApi
{
    /// <summary>Adds the routes.</summary>
    public static void MapPeriods(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/zeitraeume", Periods)
            .WithName("zeitraeumeAuflisten").WithTags("Zeiträume")
            .WithSummary("Zeiträume mit ihrem Meldeschluss")
            .Produces<IReadOnlyList<PeriodInfo>>().ProducesProblem(401).ProducesProblem(403);
        routes.MapGet("/api/v1/zeitraeume/{periode}/status", Status)
            .WithName("zeitraumStatus").WithTags("Zeiträume")
            .WithSummary("Wer für einen Zeitraum geliefert hat und was fehlt")
            .WithDescription("Ein Fachamt sieht die eigenen Ämter, das Controlling alle.")
            .Produces<PeriodStatus>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        routes.MapGet("/api/v1/kennzahlen/{ebene}/{id}", Series)
            .WithName("zeitreihe").WithTags("Kennzahlen")
            .WithSummary("Eine Grund- oder Kennzahl über die Zeiträume")
            .WithDescription(
                "`ebene` ist die Nummer des Produkts oder der Leistung, `id` der Kurzname der Zahl. Jeder Punkt stammt aus dem "
                + "Bericht seines Zeitraums, den der Zugang sehen darf.")
            .Produces<FigureSeries>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(404);
    }

    private static async Task<IResult> Periods(PeriodStatusReader status, HttpContext context) =>
        TypedResults.Ok(await status.Periods(context.RequestAborted));

    private static async Task<IResult> Status(string periode, Visitor visitor, PeriodStatusReader reader, HttpContext context)
    {
        if (!PeriodText.TryParse(periode, out var period) || period.ToString() != periode || period.Kind == PeriodKind.Month)
            return ProblemAnswer.Of(context, Problems.BadPeriod);
        return await reader.Read(period, visitor, context.RequestAborted) is { } status
            ? TypedResults.Ok(status)
            : ProblemAnswer.Of(context, Problems.NotFound);
    }

    private static async Task<IResult> Series(
        string ebene, string id, [FromQuery(Name = "art")] string? kindWord, Visitor visitor, FigureSeriesReader reader,
        HttpContext context)
    {
        if (kindWord is not (null or "quartal" or "halbjahr" or "jahr"))
            return ProblemAnswer.Of(context, Problems.BadFilter);
        var kind = kindWord switch { "jahr" => PeriodKind.Year, "halbjahr" => PeriodKind.HalfYear, _ => PeriodKind.Quarter };
        return LevelNumber.TryParse(ebene, out var level) && FigureId.TryParse(id, out var figure)
            && await reader.Read(visitor, level, figure, kind, context.RequestAborted) is { } series
            ? TypedResults.Ok(series)
            : ProblemAnswer.Of(context, Problems.NotFound);
    }
}
