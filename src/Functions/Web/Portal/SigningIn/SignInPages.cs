using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Web.Audit;

namespace Produktreport.Functions.Web.Portal.SigningIn;

/// <summary>Sign-in and sign-out by form, which only accesses in <c>zugang.json</c> need.</summary>
internal static class SignInPages
{
    /// <summary>Adds the routes; in other modes the page leads to where people sign in there, and forms are not taken.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes, AccessMode mode)
    {
        if (mode is not AccessMode.ByFile)
        {
            routes.MapGet("/anmelden", ([FromQuery(Name = "weiter")] string? next) =>
                TypedResults.Redirect(mode.SignInAddress(Local(next)) ?? "/"));
            return;
        }

        routes.MapGet("/anmelden", Show);
        routes.MapPost("/anmelden", Enter);
        routes.MapPost("/abmelden", Leave);
    }

    private static RazorComponentResult<SignInPage> Show([FromQuery(Name = "weiter")] string? next, HttpContext context) =>
        PortalPages.Page<SignInPage>(new { Next = Local(next) });

    private static async Task<IResult> Enter(
        [FromForm] string? name,
        [FromForm(Name = "kennwort")] string? secret,
        [FromForm(Name = "weiter")] string? next,
        AccessBook book,
        AuditLog audit,
        TimeProvider clock,
        HttpContext context)
    {
        var source = VisitorAddress.Of(context);
        switch (await book.Verify(name ?? "", secret ?? "", source, clock.GetUtcNow(), context.RequestAborted))
        {
            case SignInOutcome.Admitted(var visitor, var mark):
                await audit.Append(AuditEntry.Now(clock, visitor, AuditEntry.SignedIn, source));
                await SignIn.Enter(context, visitor, mark);
                return TypedResults.LocalRedirect(Local(next));
            case SignInOutcome.TooMany tooMany:
                // No line: guessing must not fill the log.
                await TooManyRequests.Refuse(context, tooMany.RetryAfter);
                return TypedResults.Empty;
            default:
                var stranger = Visitor.Nobody with { Name = Access.IsName(name) ? name! : "" };
                await audit.Append(AuditEntry.Now(clock, stranger, AuditEntry.Refused, source));
                return PortalPages.Page<SignInPage>(new { Next = Local(next), HasFailed = true });
        }
    }

    private static async Task<IResult> Leave([FromForm(Name = "formular")] string? token, HttpContext context)
    {
        await SignIn.Leave(context);
        return TypedResults.LocalRedirect("/anmelden");
    }

    // Only a path of this server; //host would be another one.
    private static string Local(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
