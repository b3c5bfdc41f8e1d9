using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Produktreport.Functions.Web.Answers;

/// <summary>
/// Answers whom the access table keeps out: people without sign-in are shown where to sign in, everybody else gets an error.
/// </summary>
internal sealed partial class AuthorizationAnswers(AccessMode mode, ILogger<AuthorizationAnswers> log)
    : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        if (Visitor.Of(context.User) is { IsSignedIn: true } visitor)
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            KeptOut(log, visitor.Name, visitor.Role, context.Request.Method, route);
            return ErrorAnswers.Answer(context, Problems.Forbidden);
        }

        if (context.Features.Get<SignInOutcome.TooMany>() is { } tooMany)
            return TooManyRequests.Refuse(context, tooMany.RetryAfter);
        if (!ErrorAnswers.IsProgram(context.Request)
            && mode.SignInAddress(context.Request.PathBase + context.Request.Path + context.Request.QueryString) is { } address)
        {
            context.Response.Redirect(address);
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorAnswers.Answer(context, Problems.NotSignedIn);
    }

    // The route and not the address, which the visitor wrote.
    [LoggerMessage(4006, LogLevel.Warning, "{Name} ({Role}) was kept out of {Method} {Route}.")]
    private static partial void KeptOut(ILogger log, string name, Role role, string method, string route);
}
