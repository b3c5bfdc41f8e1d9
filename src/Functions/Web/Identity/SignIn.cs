using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Produktreport.Functions.Web.Identity;

/// <summary>
/// Sign-in by cookie. The cookie names the account and its session only; role and departments are read from <c>zugang.json</c>
/// at every request, and the session must be one of <see cref="Sessions"/>.
/// </summary>
internal static class SignIn
{
    // Marks the secret somebody came in with: a new one signs them out.
    private const string MarkClaim = "marke";
    private const string SessionClaim = "sitzung";
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>After which time without a request a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>How the cookie is kept and checked.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "produktreport";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // http on a county's own network is allowed; over https the cookie never leaves it.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = Validate;
    }

    /// <summary>
    /// Signs somebody in whose secret was right, with a session of its own; one that was open in this browser ends.
    /// </summary>
    public static async Task Enter(HttpContext context, Visitor visitor, string mark)
    {
        await EndSession(context);
        var session = await SessionsOf(context).Begin(visitor.Name, context.RequestAborted);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, visitor.Name), new Claim(MarkClaim, mark), new Claim(SessionClaim, session)], Scheme)));
    }

    /// <summary>Signs out: the session ends, and with it every copy of the cookie.</summary>
    public static async Task Leave(HttpContext context)
    {
        await EndSession(context);
        await context.SignOutAsync(Scheme);
        // What the browser kept of this person's downloads goes as well; browsers listen to it over https only.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { Identity.Name: { } name } principal
            && principal.FindFirstValue(SessionClaim) is { } session
            && await SessionsOf(context.HttpContext).IsOpen(name, session, context.HttpContext.RequestAborted))
        {
            var book = context.HttpContext.RequestServices.GetRequiredService<AccessBook>();
            if (book.Find(name) is var (visitor, mark) && principal.FindFirstValue(MarkClaim) == mark)
            {
                var present = visitor.ToPrincipal(Scheme);
                present.Identities.First().AddClaims([new Claim(MarkClaim, mark), new Claim(SessionClaim, session)]);
                context.ReplacePrincipal(present);
                return;
            }

            // An access that is gone or has another secret: its session must not come back with it.
            await SessionsOf(context.HttpContext).End(name, session);
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    // Not to be broken off by the browser: whoever signed out is out.
    private static async Task EndSession(HttpContext context)
    {
        if (context.User is { Identity.Name: { } name } user && user.FindFirstValue(SessionClaim) is { } session)
            await SessionsOf(context).End(name, session);
    }

    private static Sessions SessionsOf(HttpContext context) => context.RequestServices.GetRequiredService<Sessions>();
}
