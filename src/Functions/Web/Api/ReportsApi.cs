using Produktreport.Core.Periods;
using Produktreport.Functions.Web.Answers;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Api;

/// <summary>The list of reports.</summary>
public static class ReportsApi
{
    /// <summary>Adds the routes.</summary>
    public static void MapReports(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/berichte", List)
        .WithName("berichteAuflisten").WithTags("Berichte")
        .WithSummary("Berichte auflisten")
        .WithDescription("Die Berichte, die der Zugang sehen darf, neuester Zeitraum zuerst. Entwürfe sehen nur das eigene Fachamt und das Controlling; alle anderen sehen die zuletzt freigegebene Version.")
        .Produces<ReportPage>().ProducesProblem(400).ProducesProblem(401);

    private static async Task<IResult> List([AsParameters] ReportFilter filter, Visitor visitor, ReportShelf shelf, HttpContext context)
    {
        if (!filter.IsValid)
            return ProblemAnswer.Of(context, Problems.BadFilter);
        var found = (await shelf.List(visitor, filter.OnlyPeriod, cancellation: context.RequestAborted)).Where(filter.Matches).ToList();
        return TypedResults.Ok(Pages.Cut(found.Select(ReportEntry.Of), filter.Seite, filter.Groesse, (entries, page) =>
            new ReportPage(entries, page.Number, page.Size, page.Count, page.Total)));
    }
}

/// <summary>Filters of the list of reports; all that are given must hold.</summary>
public sealed class ReportFilter
{
    /// <summary>Only this period: <c>2026-Q3</c>.</summary>
    public string? Periode { get; init; }

    /// <summary>Only this product, or <c>gesamt</c>.</summary>
    public string? Produkt { get; init; }

    /// <summary>Only products of this department.</summary>
    public string? Amt { get; init; }

    /// <summary><c>entwurf</c> or <c>freigegeben</c>.</summary>
    public string? Stand { get; init; }

    /// <summary>Only complete, or only incomplete ones.</summary>
    public bool? Vollstaendig { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int? Seite { get; init; }

    /// <summary>Entries a page, 1 to 500; default 100.</summary>
    public int? Groesse { get; init; }

    internal bool IsValid =>
        (Periode is null || PeriodText.TryParse(Periode, out _))
        && Stand is null or "entwurf" or "freigegeben"
        && Paging.IsValid(Seite, Groesse);

    internal Period? OnlyPeriod => PeriodText.TryParse(Periode, out var period) ? period : null;

    internal bool Matches(VisibleReport report) =>
        (OnlyPeriod is not { } period || period == report.Summary.Period)
        && (Produkt is null || Produkt == report.Summary.Job.Name)
        && (Amt is null || Amt == report.Summary.Department?.Text)
        && (Stand is null || (Stand == "entwurf") == report.IsDraft)
        && (Vollstaendig is null || Vollstaendig == report.Summary.IsComplete);
}

/// <summary>A page of the list of reports.</summary>
/// <param name="Eintraege">The reports.</param>
/// <param name="Seite">Which page, from 1.</param>
/// <param name="Groesse">Entries a page.</param>
/// <param name="Seiten">How many pages there are.</param>
/// <param name="Gesamt">How many reports there are.</param>
public sealed record ReportPage(IReadOnlyList<ReportEntry> Eintraege, int Seite, int Groesse, int Seiten, int Gesamt);

/// <summary>A report as the API lists it.</summary>
/// <param name="Periode">The period: <c>2026-Q3</c>.</param>
/// <param name="Name">The product's number, or <c>gesamt</c>.</param>
/// <param name="Produkt">The product's number; null for the combined report.</param>
/// <param name="Bezeichnung">The product's name, or „Gesamtbericht“.</param>
/// <param name="Amt">Who answers for the product; null for the combined report.</param>
/// <param name="Stand"><c>entwurf</c> or <c>freigegeben</c>.</param>
/// <param name="Vollstaendig">Whether all figures due are there.</param>
/// <param name="Fehlend">How many values are missing.</param>
/// <param name="Version">From 1.</param>
/// <param name="Ampel">The worst Ampel of the main figures: <c>gruen</c>, <c>gelb</c>, <c>rot</c>, <c>grau</c>.</param>
/// <param name="Pdf">Address of the PDF on this server.</param>
/// <param name="Json">Address of the data on this server.</param>
/// <param name="Csv">Address of the figures as CSV on this server.</param>
public sealed record ReportEntry(
    string Periode,
    string Name,
    string? Produkt,
    string Bezeichnung,
    string? Amt,
    string Stand,
    bool Vollstaendig,
    int Fehlend,
    int Version,
    string Ampel,
    string Pdf,
    string Json,
    string Csv)
{
    /// <summary>The entry of a report.</summary>
    public static ReportEntry Of(VisibleReport report)
    {
        var (summary, address) = (report.Summary, $"/api/v1/berichte/{report.Summary.Period}/{report.Summary.Job.Name}");
        return new(
            summary.Period.ToString(),
            summary.Job.Name,
            summary.Job.Product?.Text,
            summary.Name,
            summary.Department?.Text,
            StateWords.Of(summary.State),
            summary.IsComplete,
            summary.MissingCount,
            summary.Version,
            StateWords.Of(summary.Status),
            address + ".pdf",
            address + ".json",
            address + ".csv");
    }
}
