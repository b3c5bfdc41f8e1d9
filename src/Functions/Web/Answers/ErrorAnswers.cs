using Microsoft.AspNetCore.Antiforgery;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Answers;

/// <summary>The page that tells a person what went wrong.</summary>
/// <param name="problem">What went wrong.</param>
/// <param name="form">The page of the form that was sent, to go back to; null where none was.</param>
internal delegate IResult ErrorPage(Problem problem, string? form);

/// <summary>
/// The one place where errors become answers: problem documents for programs, a page for people. Says nothing about how the
/// program works inside; that is in the log.
/// </summary>
internal sealed partial class ErrorAnswers(RequestDelegate next, WebLimits limits, ILogger<ErrorAnswers> log)
{
    /// <summary>Runs the request and answers what went wrong in it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
                await Answer(context, ProblemOf(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (BadHttpRequestException malformed) when (!context.Response.HasStarted)
        {
            await Answer(context, Problems.OfStatus(malformed.StatusCode));
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            RequestFailed(log, failure, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "");
            await Answer(context, Problems.Internal);
        }
    }

    /// <summary>Answers with an error in the form the caller understands.</summary>
    public static Task Answer(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        var answer = IsProgram(context.Request)
            ? ProblemAnswer.Of(context, problem)
            : context.RequestServices.GetRequiredService<ErrorPage>()(problem, FormOf(context));
        return answer.ExecuteAsync(context);
    }

    /// <summary>Whether the caller is a program rather than a person in a browser.</summary>
    public static bool IsProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
            || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || !request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    // A form that is too large is not read, so its token is not found either: the size is the reason to name.
    private Problem ProblemOf(HttpContext context) =>
        context.Response.StatusCode != 400 || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            ? Problems.OfStatus(context.Response.StatusCode)
        : context.Request.ContentLength > limits.UploadBytes ? Problems.TooLarge
        : Problems.StalePage;

    // Loading this answer again would only send the form again.
    private static string? FormOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint() is RouteEndpoint route
            && AccessTable.Find(HttpMethods.Get, TableAuthorization.RouteOf(route)) is not null
            ? context.Request.PathBase + context.Request.Path + context.Request.QueryString
            : null;

    [LoggerMessage(4003, LogLevel.Error, "{Method} {Endpoint} failed.")]
    private static partial void RequestFailed(ILogger log, Exception failure, string method, string endpoint);
}
