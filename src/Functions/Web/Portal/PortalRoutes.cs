using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Web.Answers;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal;

/// <summary>The pages people open in a browser.</summary>
public static class PortalRoutes
{
    /// <summary>The page that tells a person what went wrong.</summary>
    public static IResult ErrorPage(HttpContext context, Problem problem, string? form) =>
        new RazorComponentResult<FehlerSeite>(new { Rahmen = PageFrame.Of(context), problem.German.Title, problem.German.Detail, Form = form })
        {
            StatusCode = problem.Status,
        };

    /// <summary>Adds the routes.</summary>
    public static void MapPortal(this IEndpointRouteBuilder builder)
    {
        var routes = builder.MapGroup("").ExcludeFromDescription();
        routes.MapGet("/", Overview);
        routes.MapProducts();
        routes.MapDeliveryPages();
        routes.MapReleasePages();
        routes.MapGet("/fristen", Deadlines);
        routes.MapGet("/protokoll", Log);
        routes.MapGivenUpPages();
        routes.MapGet("/schnittstelle", Reference);
        routes.MapSignIn(builder.ServiceProvider.GetRequiredService<AccessMode>());
    }

    /// <summary>A page with its parameters.</summary>
    public static RazorComponentResult<T> Page<T>(object parameters)
        where T : Microsoft.AspNetCore.Components.IComponent => new(parameters);

    /// <summary>The error page „Nicht gefunden“.</summary>
    public static IResult NotFound(HttpContext context)
    {
        var text = Problems.NotFound.German;
        return new RazorComponentResult<FehlerSeite>(new { Rahmen = PageFrame.Of(context), text.Title, text.Detail }) { StatusCode = 404 };
    }

    private static async Task<IResult> Overview(int? jahr, Visitor visitor, ReportShelf shelf, Calendar calendar, HttpContext context)
    {
        var reports = await shelf.List(visitor, cancellation: context.RequestAborted);
        var years = reports.Select(report => report.Summary.Period.Year).ToHashSet();
        var year = jahr is { } asked && years.Contains(asked) ? asked : years.DefaultIfEmpty(calendar.Today.Year).Max();
        return Page<Uebersicht>(new { Rahmen = PageFrame.Of(context), Reports = reports, Jahr = year });
    }

    private static async Task<IResult> Deadlines(string? zeitraum, Visitor visitor, PeriodStatusReader reader, HttpContext context)
    {
        var periods = await reader.Periods(context.RequestAborted);
        var today = context.RequestServices.GetRequiredService<Calendar>().Today;
        // What is asked for; else the last period that has ended, whose figures are due or overdue.
        var chosen = zeitraum is null ? periods.FirstOrDefault(info => info.Ende < today) ?? (periods is [var first, ..] ? first : null) : periods.FirstOrDefault(info => info.Periode == zeitraum);
        return chosen is not null && await reader.Read(PeriodText.Parse(chosen.Periode), visitor, context.RequestAborted) is { } status
            ? Page<FristenSeite>(new { Rahmen = PageFrame.Of(context), Status = status, Periods = periods })
            : NotFound(context);
    }

    private static async Task<IResult> Log(
        string? monat, string? was, string? wer, int? seite, AuditLog audit, TimeProvider clock, HttpContext context)
    {
        if (!Paging.IsValid(seite, size: null))
            return NotFound(context);
        var newest = Period.Containing(BerlinTime.Day(clock.GetUtcNow()), PeriodKind.Month);
        var month = PeriodText.TryParse(monat, out var asked) && asked.Kind == PeriodKind.Month ? asked : newest;
        var entries = await audit.Read(month.ToString(), int.MaxValue, context.RequestAborted);
        // A form sends what was not chosen as nothing.
        var filter = new AuditFilter(was is "" ? null : was, wer is "" ? null : wer);
        return Page<ProtokollSeite>(new { Rahmen = PageFrame.Of(context), Monat = month, Newest = newest, Shown = AuditPage.Of(entries, filter, seite ?? 1) });
    }

    private static async Task<IResult> Reference(
        [FromKeyedServices(OpenApiSetup.Document)] IOpenApiDocumentProvider documents, HttpContext context) =>
        Page<SchnittstelleSeite>(new
        {
            Rahmen = PageFrame.Of(context),
            Document = await documents.GetOpenApiDocumentAsync(context.RequestAborted),
            Address = $"{context.Request.Scheme}://{context.Request.Host}",
        });
}
