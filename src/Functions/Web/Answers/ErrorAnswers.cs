using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;
using Produktreport.Functions.Web.Portal;

namespace Produktreport.Functions.Web.Answers;

/// <summary>
/// The one place where errors become answers: problem documents for programs, a page for people. Says nothing about how the program
/// works inside; that is in the log.
/// </summary>
public sealed partial class ErrorAnswers(RequestDelegate next, WebLimits limits, ILogger<ErrorAnswers> log)
{
    /// <summary>Runs the request and answers what went wrong in it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
                await Answer(context, FaultOf(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (BadHttpRequestException malformed) when (!context.Response.HasStarted)
        {
            await Answer(context, Faults.OfStatus(malformed.StatusCode));
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            RequestFailed(log, failure, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "");
            await Answer(context, Faults.Internal);
        }
    }

    /// <summary>Answers with an error in the form the caller understands.</summary>
    public static Task Answer(HttpContext context, Fault fault)
    {
        context.Response.StatusCode = fault.Status;
        return IsProgram(context.Request)
            ? Problem.Of(context, fault).ExecuteAsync(context)
            : new RazorComponentResult<FehlerSeite>(new { Rahmen = PageFrame.Of(context), fault.German.Title, fault.German.Detail, Form = FormOf(context) })
            {
                StatusCode = fault.Status,
            }.ExecuteAsync(context);
    }

    /// <summary>Whether the caller is a program rather than a person in a browser.</summary>
    public static bool IsProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || !request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    // A form that is too large is not read, so its token is not found either: the size is the reason to name.
    private Fault FaultOf(HttpContext context) =>
        context.Response.StatusCode != 400 || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } ? Faults.OfStatus(context.Response.StatusCode)
        : context.Request.ContentLength > limits.UploadBytes ? Faults.TooLarge
        : Faults.StalePage;

    // Loading this answer again would only send the form again.
    private static string? FormOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint() is RouteEndpoint route && AccessTable.Find(HttpMethods.Get, TableAuthorization.RouteOf(route)) is not null
            ? context.Request.PathBase + context.Request.Path + context.Request.QueryString
            : null;

    [LoggerMessage(4003, LogLevel.Error, "{Method} {Endpoint} failed.")]
    private static partial void RequestFailed(ILogger log, Exception failure, string method, string endpoint);
}
