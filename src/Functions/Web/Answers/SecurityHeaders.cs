namespace Produktreport.Functions.Web.Answers;

/// <summary>
/// Headers that narrow what a browser, or a cache on the way, may do with an answer of ours (OWASP Secure Headers).
/// </summary>
internal static class SecurityHeaders
{
    // Nothing inline, nothing foreign, no framing. Scripts talk to this server only (upload with progress).
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors ";

    private const string Nobody = "'none'";

    /// <summary>Adds the headers to every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy + Nobody;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.OnStarting(KeepPrivate, context.Response);
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return next(context);
    });

    /// <summary>Lets sites show this answer in a frame.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="sites">Their origins; nobody may where there are none.</param>
    public static void AllowFraming(HttpResponse response, IReadOnlyCollection<string> sites) =>
        response.Headers.ContentSecurityPolicy =
            ContentSecurityPolicy + (sites.Count == 0 ? Nobody : string.Join(' ', sites));

    // Answers differ by visitor, unless one says itself how it may be kept. Pages stay in no browser: the next person at this
    // machine must not go back to them.
    private static Task KeepPrivate(object state)
    {
        var response = (HttpResponse)state;
        var isPage = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        if (isPage || response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = isPage ? "no-store" : "private, no-cache";
        return Task.CompletedTask;
    }
}
