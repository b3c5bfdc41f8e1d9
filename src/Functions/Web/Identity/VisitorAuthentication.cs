using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Produktreport.Functions.Web.Identity;

/// <summary>
/// Who asks, except by cookie: the person at this machine, the bearer of a key, or whom App Service vouches for.
/// </summary>
internal sealed class VisitorAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AccessMode mode,
    AccessBook book, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Besuch";

    private const string Bearer = "Bearer ";
    private static readonly Visitor Local = new("lokal", Role.Administration, []);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var visitor = mode switch
        {
            AccessMode.Open => Local,
            AccessMode.ByAppService => AppServicePrincipal.Read(Request.Headers["X-MS-CLIENT-PRINCIPAL"]),
            AccessMode.ByFile => await ByKey(Request.Headers.Authorization.ToString()),
            _ => null,
        };
        return visitor is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(visitor.ToPrincipal(SchemeName), SchemeName));
    }

    /// <summary>A key is <c>Bearer NAME:SECRET</c>, or the same as Basic credentials, which every HTTP client can send.</summary>
    private async Task<Visitor?> ByKey(string header)
    {
        var text = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : Basic(header);
        if (text is null || text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var at))
            return null;
        var outcome = await book.Verify(text[..at], text[(at + 1)..], VisitorAddress.Of(Context), clock.GetUtcNow(),
            Context.RequestAborted);
        // Whoever answers the request must know why nobody is signed in.
        if (outcome is SignInOutcome.TooMany tooMany)
            Context.Features.Set(tooMany);
        return (outcome as SignInOutcome.Admitted)?.Visitor;
    }

    private static string? Basic(string header)
    {
        const string Prefix = "Basic ";
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || header.Length > 600)
            return null;
        var bytes = new byte[512];
        return Convert.TryFromBase64String(header[Prefix.Length..].Trim(), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
