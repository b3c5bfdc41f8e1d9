using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Answers;

/// <summary>
/// Answers whom the access table keeps out: people without sign-in are shown where to sign in, everybody else gets an error.
/// </summary>
internal sealed class AuthorizationAnswers(AccessMode mode) : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc/>
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        if (Visitor.Of(context.User).IsSignedIn)
            return ErrorAnswers.Answer(context, Problems.Forbidden);
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
}
