using Produktreport.Core.Deliveries.Templates;

namespace Produktreport.Functions.Web.Api;

/// <summary>Files for a department to fill in.</summary>
internal static class TemplatesApi
{
    public static void MapTemplates(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/vorlagen/{amt}/{datei}", Download)
        .Named("vorlageHerunterladen", "Lieferungen", "Eine Vorlage zum Ausfüllen")
        .WithDescription(
            "`datei` ist der Zeitraum mit der Endung `.csv` oder `.xlsx`, zum Beispiel `2026-Q3.xlsx`: eine Zeile je Zahl, die "
            + "das Amt für den Zeitraum liefert.")
        .Produces<Stream>(200, contentType: XlsxTemplate.MediaType, additionalContentTypes: "text/csv")
        .ProducesProblems(401, 403, 404);

    private static async Task<IResult> Download(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "datei")] string fileName, LiveReports live,
        HttpContext context)
    {
        var (name, ending) = (Path.GetFileNameWithoutExtension(fileName), Path.GetExtension(fileName));
        var source = await live.Source(context.RequestAborted);
        if (!PeriodText.TryParse(name, out var period) || period.ToString() != name
            || !DepartmentId.TryParse(departmentId, out var id)
            || source.Catalogues.ByYear.GetValueOrDefault(period.Year) is not { } catalogue
            || catalogue.Find(id) is not { } department
            || ending is not (".csv" or ".xlsx"))
            return ProblemAnswer.Of(context, Problems.NotFound);
        var template = DeliveryTemplate.For(catalogue, department, period, source.Figures);
        return ending == ".csv"
            ? TypedResults.Bytes(CsvTemplate.Write(template), "text/csv; charset=utf-8", $"{departmentId}-{fileName}")
            : TypedResults.Bytes(XlsxTemplate.Write(template), XlsxTemplate.MediaType, $"{departmentId}-{fileName}");
    }
}
