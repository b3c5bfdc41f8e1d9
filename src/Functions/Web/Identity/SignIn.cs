using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Produktreport.Functions.Web.Identity;

/// <summary>Sign-in by cookie. The cookie carries the name only; role and departments are read from <c>zugang.json</c> at every request.</summary>
internal static class SignIn
{
    private const string MarkClaim = "marke";

    /// <summary>How the cookie is kept and checked.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "produktreport";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // http on a county's own network is allowed; over https the cookie never leaves it.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = Validate;
    }

    /// <summary>Signs somebody in whose secret was right.</summary>
    public static Task Enter(HttpContext context, Visitor visitor, string mark) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, visitor.Name), new Claim(MarkClaim, mark)], CookieAuthenticationDefaults.AuthenticationScheme)));

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var book = context.HttpContext.RequestServices.GetRequiredService<AccessBook>();
        if (context.Principal?.Identity?.Name is { } name
            && book.Find(name) is var (visitor, mark)
            && context.Principal.FindFirstValue(MarkClaim) == mark)
        {
            var principal = visitor.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme);
            principal.Identities.First().AddClaim(new Claim(MarkClaim, mark));
            context.ReplacePrincipal(principal);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
