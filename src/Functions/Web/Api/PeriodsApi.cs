namespace Produktreport.Functions.Web.Api;

/// <summary>Periods with their status, and the course of one figure over the periods.</summary>
internal static class PeriodsApi
{
    public static void MapPeriods(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/zeitraeume", Periods)
            .Named("zeitraeumeAuflisten", "Zeiträume", "Zeiträume mit ihrem Meldeschluss")
            .Produces<IReadOnlyList<PeriodInfo>>().ProducesProblems(401, 403);
        routes.MapGet("/api/v1/zeitraeume/{periode}/status", Status)
            .Named("zeitraumStatus", "Zeiträume", "Wer für einen Zeitraum geliefert hat und was fehlt")
            .WithDescription("Ein Fachamt sieht die eigenen Ämter, das Controlling alle.")
            .Produces<PeriodStatus>().ProducesProblems(400, 401, 403, 404);
        routes.MapGet("/api/v1/kennzahlen/{ebene}/{id}", Series)
            .Named("zeitreihe", "Kennzahlen", "Eine Grund- oder Kennzahl über die Zeiträume")
            .WithDescription(
                "`ebene` ist die Nummer des Produkts oder der Leistung, `id` der Kurzname der Zahl. Jeder Punkt stammt aus dem "
                + "Bericht seines Zeitraums, den der Zugang sehen darf.")
            .Produces<FigureSeries>().ProducesProblems(400, 401, 404);
    }

    private static async Task<IResult> Periods(PeriodStatusReader status, HttpContext context) =>
        TypedResults.Ok(await status.Periods(context.RequestAborted));

    private static async Task<IResult> Status(
        [FromRoute(Name = "periode")] string periodText, Visitor visitor, PeriodStatusReader reader, HttpContext context)
    {
        if (!PeriodText.TryParse(periodText, out var period) || period.ToString() != periodText
            || period.Kind == PeriodKind.Month)
            return ProblemAnswer.Of(context, Problems.BadPeriod);
        return await reader.Read(period, visitor, context.RequestAborted) is { } status
            ? TypedResults.Ok(status)
            : ProblemAnswer.Of(context, Problems.NotFound);
    }

    private static async Task<IResult> Series(
        [FromRoute(Name = "ebene")] string levelNumber, string id, [FromQuery(Name = "art")] string? kindWord,
        Visitor visitor, FigureSeriesReader reader, HttpContext context)
    {
        var kind = CourseKinds.Of(kindWord);
        if (kindWord is not null && kind is null)
            return ProblemAnswer.Of(context, Problems.BadFilter);
        return LevelNumber.TryParse(levelNumber, out var level) && FigureId.TryParse(id, out var figure)
            && await reader.Read(visitor, level, figure, kind ?? PeriodKind.Quarter, context.RequestAborted) is { } series
            ? TypedResults.Ok(series)
            : ProblemAnswer.Of(context, Problems.NotFound);
    }
}
