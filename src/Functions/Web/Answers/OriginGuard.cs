namespace Produktreport.Functions.Web.Answers;

/// <summary>
/// Keeps other sites from acting through a visitor's browser. A request that changes something must not come from another
/// origin. Where anybody at this machine may do everything, a request must name this machine, since a foreign name that
/// resolves to it is DNS rebinding. It must not have come through a proxy either, which hands on requests from elsewhere.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, AccessMode mode)
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Real-IP"];

    /// <summary>Lets the request through or answers it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (mode is AccessMode.Open && context.Request.Headers.Keys.Any(IsOfProxy))
            return ProblemAnswer.Of(context, Problems.ThroughProxy).ExecuteAsync(context);
        var isStranger = mode is AccessMode.Open && !AccessModeChoice.IsLoopbackHost(context.Request.Host.Host);
        return isStranger || (ChangesSomething(context.Request.Method) && IsForeign(context.Request))
            ? ProblemAnswer.Of(context, Problems.ForeignOrigin).ExecuteAsync(context)
            : next(context);
    }

    private static bool IsOfProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || ProxyHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static bool ChangesSomething(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)
        && !HttpMethods.IsOptions(method);

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return true;
        // The scheme may differ behind a proxy that ends TLS; host and port are the visitor's own.
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, Authority(request, uri), StringComparison.OrdinalIgnoreCase));
    }

    private static string Authority(HttpRequest request, Uri origin) =>
        request.Host.Port is { } port && port != origin.Port ? request.Host.ToString()
        : request.Host.Port is not null && origin.IsDefaultPort ? request.Host.Host
        : request.Host.ToString();
}
