using Produktreport.Core.KeyFigures.Assessing;

namespace Produktreport.Functions.Web.Api;

/// <summary>The list of reports.</summary>
internal static class ReportsApi
{
    public static void MapReports(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/berichte", List)
        .Named("berichteAuflisten", "Berichte", "Berichte auflisten")
        .WithDescription(
            "Die Berichte, die der Zugang sehen darf, neuester Zeitraum zuerst. Entwürfe sehen nur das eigene Fachamt und das "
            + "Controlling; alle anderen sehen die zuletzt freigegebene Version.")
        .Produces<ReportPage>().ProducesProblems(400, 401);

    private static async Task<IResult> List([AsParameters] ReportFilter filter, Visitor visitor, VisibleReports visibleReports,
        HttpContext context)
    {
        if (!filter.IsValid)
            return ProblemAnswer.Of(context, Problems.BadFilter);
        var found = (await visibleReports.List(visitor, filter.OnlyPeriod, cancellation: context.RequestAborted))
            .Where(filter.Matches).ToList();
        return TypedResults.Ok(Pages.Cut(found.Select(ReportEntry.Of), filter.Page, filter.Size, (entries, page) =>
            new ReportPage(entries, page.Number, page.Size, page.Count, page.Total)));
    }
}

/// <summary>Filters of the list of reports; all that are given must hold.</summary>
internal sealed class ReportFilter
{
    /// <summary>Only this period: <c>2026-Q3</c>.</summary>
    [FromQuery(Name = "periode")]
    public string? Period { get; init; }

    /// <summary>Only this product, or <c>gesamt</c>.</summary>
    [FromQuery(Name = "produkt")]
    public string? Product { get; init; }

    /// <summary>Only products of this department.</summary>
    [FromQuery(Name = "amt")]
    public string? Department { get; init; }

    /// <summary><c>entwurf</c> or <c>freigegeben</c>.</summary>
    [FromQuery(Name = "stand")]
    public string? State { get; init; }

    /// <summary>Only complete, or only incomplete ones.</summary>
    [FromQuery(Name = "vollstaendig")]
    public bool? IsComplete { get; init; }

    /// <summary>Which page, from 1.</summary>
    [FromQuery(Name = "seite")]
    public int? Page { get; init; }

    /// <summary>Entries a page, 1 to 500; default 100.</summary>
    [FromQuery(Name = "groesse")]
    public int? Size { get; init; }

    internal bool IsValid =>
        (Period is null || PeriodText.TryParse(Period, out _))
        && (State is null || State == ReportState.Draft.Word() || State == ReportState.Released.Word())
        && Paging.IsValid(Page, Size);

    internal Period? OnlyPeriod => PeriodText.TryParse(Period, out var period) ? period : null;

    internal bool Matches(VisibleReport report) =>
        (OnlyPeriod is not { } period || period == report.Summary.Period)
        && (Product is null || Product == report.Summary.Job.Name)
        && (Department is null || Department == report.Summary.Department?.Text)
        && (State is null || State == report.Summary.State.Word())
        && (IsComplete is null || IsComplete == report.Summary.IsComplete);
}

/// <summary>A page of the list of reports.</summary>
/// <param name="Entries">The reports.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Size">Entries a page.</param>
/// <param name="PageCount">How many pages there are.</param>
/// <param name="Total">How many reports there are.</param>
internal sealed record ReportPage(
    [property: JsonPropertyName("eintraege")] IReadOnlyList<ReportEntry> Entries,
    [property: JsonPropertyName("seite")] int Page,
    [property: JsonPropertyName("groesse")] int Size,
    [property: JsonPropertyName("seiten")] int PageCount,
    [property: JsonPropertyName("gesamt")] int Total);

/// <summary>A report as the API lists it.</summary>
/// <param name="Period">The period: <c>2026-Q3</c>.</param>
/// <param name="Name">The product's number, or <c>gesamt</c>.</param>
/// <param name="Product">The product's number; null for the combined report.</param>
/// <param name="Title">The product's name, or „Gesamtbericht“.</param>
/// <param name="Department">Who answers for the product; null for the combined report.</param>
/// <param name="State"><c>entwurf</c> or <c>freigegeben</c>.</param>
/// <param name="IsComplete">Whether all figures due are there.</param>
/// <param name="MissingCount">How many values are missing.</param>
/// <param name="Version">From 1.</param>
/// <param name="Status">The worst Ampel of the main figures: <c>gruen</c>, <c>gelb</c>, <c>rot</c>, <c>grau</c>.</param>
/// <param name="Pdf">Address of the PDF on this server.</param>
/// <param name="Json">Address of the data on this server.</param>
/// <param name="Csv">Address of the figures as CSV on this server.</param>
internal sealed record ReportEntry(
    [property: JsonPropertyName("periode")] string Period,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("produkt")] string? Product,
    [property: JsonPropertyName("bezeichnung")] string Title,
    [property: JsonPropertyName("amt")] string? Department,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("vollstaendig")] bool IsComplete,
    [property: JsonPropertyName("fehlend")] int MissingCount,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("ampel")] string Status,
    [property: JsonPropertyName("pdf")] string Pdf,
    [property: JsonPropertyName("json")] string Json,
    [property: JsonPropertyName("csv")] string Csv)
{
    /// <summary>The entry of a report.</summary>
    public static ReportEntry Of(VisibleReport report)
    {
        var (summary, address) = (report.Summary, $"/api/v1/berichte/{report.Summary.Job.Stem}");
        return new(
            summary.Period.ToString(),
            summary.Job.Name,
            summary.Job.Product?.Text,
            summary.Name,
            summary.Department?.Text,
            summary.State.Word(),
            summary.IsComplete,
            summary.MissingCount,
            summary.Version,
            summary.Status.Word(),
            address + ".pdf",
            address + ".json",
            address + ".csv");
    }
}
