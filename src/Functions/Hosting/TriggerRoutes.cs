using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Produktreport.Functions.IngestFigures;
using Produktreport.Functions.RenderReport;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Hosting;

/// <summary>
/// Where the Functions host sends its events: <c>POST /{function}</c>. Always answered with JSON, because the host hangs on an empty answer: 200
/// for what is done and for faults of the input, 500 for what a retry can heal.
/// </summary>
internal static partial class TriggerRoutes
{
    private const string Done = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";
    private const string Failed = """{"Outputs":{},"Logs":["failed, to be retried"],"ReturnValue":null}""";

    /// <summary>Adds the four routes.</summary>
    public static void MapTriggers(this IEndpointRouteBuilder routes)
    {
        Map(routes, "IngestFigures", async (payload, services, cancellation) =>
        {
            if (payload.BlobIn(Area.Inbox) is { } upload)
                await services.GetRequiredService<IngestFiguresFunction>().Run(upload, cancellation);
            else if (payload.BlobNameIn(Area.Inbox) is not null)
                await services.GetRequiredService<UnnamableUploads>().Run(cancellation);
            else
                NotUnderstood(Log(services), "IngestFigures");
        });
        Map(routes, "PublishCatalogue", (_, services, cancellation) => services.GetRequiredService<Reconciliation>().Publish(cancellation));
        Map(routes, "AssembleReports", (payload, services, cancellation) =>
            services.GetRequiredService<Reconciliation>().Run(payload.IsPastDue("timer"), cancellation));
        Map(routes, "RenderReport", RenderReport);
    }

    private static async Task RenderReport(TriggerPayload payload, IServiceProvider services, CancellationToken cancellation)
    {
        var message = payload.Message("auftrag") ?? "";
        if (payload.SentAt is { } sent)
            Measures.Waited(services.GetRequiredService<TimeProvider>().GetUtcNow() - sent);
        var jobs = services.GetRequiredService<QueueReportJobs>();
        if (ReportJobText.Taken(message) is not { } taken)
        {
            // No retry makes it a job: put where somebody sees it.
            NotUnderstood(Log(services), "RenderReport");
            await jobs.Refuse(message, cancellation);
            return;
        }

        var outcome = await services.GetRequiredService<RenderReportFunction>().Run(taken.Job, cancellation);
        if (outcome is ReportOutcome.Failed failed)
            throw new ReportFailedException($"{failed.Job.Period}/{failed.Job.Name}: {failed.Reason}");
        if (outcome is ReportOutcome.Waiting waiting && !await jobs.PutBack(taken, cancellation))
            throw new ReportFailedException($"{waiting.Job.Period}/{waiting.Job.Name}: not made yet are {string.Join(", ", waiting.Parts)}.");
    }

    private static void Map(IEndpointRouteBuilder routes, string function, Func<TriggerPayload, IServiceProvider, CancellationToken, Task> run) =>
        // The host signs nobody in and sends as much as there is to do; what is not from the host is turned away in Answer.
        routes.MapPost("/" + function, context => Answer(context, function, run)).AllowAnonymous().DisableRateLimiting();

    private static async Task Answer(HttpContext context, string function, Func<TriggerPayload, IServiceProvider, CancellationToken, Task> run)
    {
        if (!IsFromHost(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Blob content comes along as base64 in a body without length, whatever its size.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var log = Log(context.RequestServices);
        using var scope = log.BeginScope(new Dictionary<string, object>
        {
            ["Function"] = function,
        });
        using var activity = Measures.Activities.StartActivity(function);
        var isDone = await Try(context, function, run, log);
        context.Response.StatusCode = isDone ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(isDone ? Done : Failed);
    }

    /// <summary>The event; null where it is no JSON, which no repetition mends.</summary>
    private static async Task<JsonDocument?> Parse(HttpContext context, string function, ILogger log)
    {
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: CancellationToken.None);
        }
        catch (JsonException noJson)
        {
            EventUnreadable(log, noJson, function);
            return null;
        }
    }

    private static async Task<bool> Try(
        HttpContext context, string function, Func<TriggerPayload, IServiceProvider, CancellationToken, Task> run, ILogger log)
    {
        try
        {
            using var body = await Parse(context, function, log);
            // Not ended with the request: the host gives no signal, and what is begun is better finished.
            if (body is not null)
                await run(new TriggerPayload(body.RootElement), context.RequestServices, CancellationToken.None);
            return true;
        }
        catch (Exception failure)
        {
            EventFailed(log, failure, function);
            return false;
        }
    }

    // What comes from outside is passed through with the address it was sent to: such a request is none of the host's events.
    private static bool IsFromHost(HttpRequest request) =>
        !request.Headers.ContainsKey("X-Forwarded-Host") && !request.Headers.ContainsKey("X-Original-Host");

    private static ILogger Log(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger("Produktreport.Functions");

    [LoggerMessage(3001, LogLevel.Error, "{Function} failed; the host tries again.")]
    private static partial void EventFailed(ILogger log, Exception failure, string function);

    [LoggerMessage(3002, LogLevel.Warning, "An event for {Function} names nothing this function works on; it is left.")]
    private static partial void NotUnderstood(ILogger log, string function);

    [LoggerMessage(3003, LogLevel.Error, "An event for {Function} is not JSON; it is left.")]
    private static partial void EventUnreadable(ILogger log, Exception failure, string function);

    private sealed class ReportFailedException(string message) : Exception(message);
}
