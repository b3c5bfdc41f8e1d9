using Produktreport.Core.Reports;

namespace Produktreport.Functions.Web.Api;

/// <summary>All figures of a period, or of one of its products, as one table.</summary>
internal static class ValuesApi
{
    private const string Contents =
        "Eine Zeile je Zahl, mit den Dezimalstellen des Berichts und den Zellen der Lieferungen, aus denen sie stammt. "
        + "`endung` ist `xlsx` (formatierte Zahlen, mit denen sich rechnen lässt), `csv` (gerundet, gegen Formeln gesichert) "
        + "oder `json` (exakte Zahlen).";

    public static void MapValues(this IEndpointRouteBuilder routes)
    {
        Describe(routes.MapGet("/api/v1/berichte/{periode}/werte.{endung}", OfPeriod))
            .Named("werteHerunterladen", "Berichte", "Alle Zahlen eines Zeitraums als eine Tabelle")
            .WithDescription("Die Zahlen aller Produktberichte des Zeitraums, die der Zugang sehen darf. " + Contents);
        Describe(routes.MapGet("/api/v1/berichte/{periode}/{name}/werte.{endung}", OfReport))
            .Named("werteDesBerichtsHerunterladen", "Berichte", "Die Zahlen eines Berichts als eine Tabelle")
            .WithDescription("Die Zahlen eines Produkts; mit `gesamt` die aller Produkte. " + Contents);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .Produces<Stream>(200, contentType: ReportTableXlsx.MediaType, additionalContentTypes: ["text/csv", "application/json"])
        .ProducesProblems(401, 404);

    private static Task<IResult> OfPeriod(
        [FromRoute(Name = "periode")] string periodText, [FromRoute(Name = "endung")] string ending, Visitor visitor,
        VisibleReports visibleReports, ReportDownloads downloads, HttpContext context) =>
        Answer(ReportFile.JobOf(periodText, ReportJob.Combined), ending, visitor, visibleReports, downloads, context);

    private static Task<IResult> OfReport(
        [FromRoute(Name = "periode")] string periodText, string name, [FromRoute(Name = "endung")] string ending,
        Visitor visitor, VisibleReports visibleReports, ReportDownloads downloads, HttpContext context) =>
        Answer(ReportFile.JobOf(periodText, name), ending, visitor, visibleReports, downloads, context);

    private static async Task<IResult> Answer(
        ReportJob? job, string ending, Visitor visitor, VisibleReports visibleReports, ReportDownloads downloads,
        HttpContext context)
    {
        if (job is null || FormOf(ending) is not var (type, write))
            return ProblemAnswer.Of(context, Problems.NotFound);
        var (reports, drafts) = await Read(visibleReports, visitor, job, context.RequestAborted);
        if (reports.Count == 0)
            return ProblemAnswer.Of(context, Problems.NotFound);
        if (drafts > 0)
            await downloads.NoteRead(visitor, $"{job.Stem}/werte.{ending}", $"Entwürfe: {drafts}");
        var name = job.Product is { } product ? $"{product} {reports[0].Name}" : "alle Produkte";
        return TypedResults.Bytes(write(reports), type, $"Werte {job.Period} {name}.{ending}");
    }

    private static async Task<(IReadOnlyList<ProductReport> Reports, int Drafts)> Read(
        VisibleReports visibleReports, Visitor visitor, ReportJob job, CancellationToken cancellation)
    {
        var (reports, drafts) = (new List<ProductReport>(), 0);
        foreach (var visible in await visibleReports.List(visitor, job.Period, job.Product, cancellation))
        {
            if (visible.Summary.Job.Product is null
                || await visibleReports.Read(visitor, visible.Summary.Job, cancellation) is not var (read, report))
                continue;
            reports.Add(report);
            drafts += read.IsDraft ? 1 : 0;
        }

        return (reports, drafts);
    }

    private static (string Type, Func<IReadOnlyList<ProductReport>, byte[]> Write)? FormOf(string ending) => ending switch
    {
        "xlsx" => (ReportTableXlsx.MediaType, ReportTableXlsx.Write),
        "csv" => ("text/csv; charset=utf-8; header=present", ReportTableCsv.Write),
        "json" => ("application/json; charset=utf-8", ReportTableJson.Write),
        _ => null,
    };
}
