using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
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
internal static class PortalRoutes
{
    /// <summary>The page that tells a person what went wrong.</summary>
    public static IResult ErrorPage(HttpContext context, Problem problem, string? form) =>
        new RazorComponentResult<ProblemPage>(
            new { Frame = PageFrame.Of(context), problem.German.Title, problem.German.Detail, Form = form })
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
        return new RazorComponentResult<ProblemPage>(new { Frame = PageFrame.Of(context), text.Title, text.Detail })
        { StatusCode = 404 };
    }

    private static async Task<IResult> Overview([FromQuery(Name = "jahr")] int? asked, Visitor visitor, ReportShelf shelf,
        Calendar calendar, HttpContext context)
    {
        var reports = await shelf.List(visitor, cancellation: context.RequestAborted);
        var years = reports.Select(report => report.Summary.Period.Year).ToHashSet();
        var year = asked is { } known && years.Contains(known) ? known : years.DefaultIfEmpty(calendar.Today.Year).Max();
        return Page<OverviewPage>(new { Frame = PageFrame.Of(context), Reports = reports, Year = year });
    }

    private static async Task<IResult> Deadlines(
        [FromQuery(Name = "zeitraum")] string? asked, Visitor visitor, PeriodStatusReader reader, HttpContext context)
    {
        var periods = await reader.Periods(context.RequestAborted);
        var today = context.RequestServices.GetRequiredService<Calendar>().Today;
        // What is asked for; else the last period that has ended, whose figures are due or overdue.
        var chosen = asked is null
            ? periods.FirstOrDefault(info => info.End < today) ?? (periods is [var first, ..] ? first : null)
            : periods.FirstOrDefault(info => info.Period == asked);
        return chosen is not null
            && await reader.Read(PeriodText.Parse(chosen.Period), visitor, context.RequestAborted) is { } status
            ? Page<DeadlinesPage>(new { Frame = PageFrame.Of(context), Status = status, Periods = periods })
            : NotFound(context);
    }

    private static async Task<IResult> Log(
        [FromQuery(Name = "monat")] string? monthText,
        [FromQuery(Name = "was")] string? action,
        [FromQuery(Name = "wer")] string? by,
        [FromQuery(Name = "seite")] int? number,
        AuditLog audit,
        TimeProvider clock,
        HttpContext context)
    {
        if (!Paging.IsValid(number, size: null))
            return NotFound(context);
        var newest = Period.Containing(BerlinTime.Day(clock.GetUtcNow()), PeriodKind.Month);
        var month = PeriodText.TryParse(monthText, out var asked) && asked.Kind == PeriodKind.Month ? asked : newest;
        var entries = await audit.Read(month.ToString(), int.MaxValue, context.RequestAborted);
        // A form sends what was not chosen as nothing.
        var filter = new AuditFilter(action is "" ? null : action, by is "" ? null : by);
        return Page<AuditLogPage>(new
        {
            Frame = PageFrame.Of(context),
            Month = month,
            Newest = newest,
            Shown = AuditPage.Of(entries, filter, number ?? 1),
        });
    }

    private static async Task<IResult> Reference(
        [FromKeyedServices(OpenApiSetup.Document)] IOpenApiDocumentProvider documents, HttpContext context) =>
        Page<ApiPage>(new
        {
            Frame = PageFrame.Of(context),
            Document = await documents.GetOpenApiDocumentAsync(context.RequestAborted),
            Address = $"{context.Request.Scheme}://{context.Request.Host}",
        });
}
