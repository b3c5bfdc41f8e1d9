using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Produktreport.Functions.Web.Answers;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Limits;

/// <summary>How often one visitor may ask: by name where signed in, else by address.</summary>
public static class RateLimits
{
    /// <summary>The policy of uploads.</summary>
    public const string Uploads = "lieferungen";

    /// <summary>The policy of previews, each of which takes a core for a while.</summary>
    public const string Previews = "vorschau";

    private const string PlatformAddress = "CLIENT-IP";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Registers the limits.</summary>
    public static void AddProduktreportLimits(this IServiceCollection services, WebLimits limits) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PerMinute(context, limits.RequestsPerMinute));
        options.AddPolicy(Uploads, context => PerMinute(context, limits.UploadsPerMinute));
        options.AddPolicy(Previews, context => PerMinute(context, limits.PreviewsPerMinute));
        options.OnRejected = Reject;
    });

    /// <summary>At most so many a minute.</summary>
    public static RateLimitPartition<string> PerMinute(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        PerMinute(Visitor.Of(context.User) is { IsSignedIn: true } visitor ? "n/" + visitor.Name : "a/" + AddressOf(context), permits);

    /// <summary>
    /// Where a request comes from. Behind the Functions host everybody comes from this machine, and the host overwrites <c>X-Forwarded-For</c>. What
    /// counts there is <c>CLIENT-IP</c>, which the platform's front end writes over whatever a caller sends under that name (docs/decisions/0020).
    /// </summary>
    public static string AddressOf(HttpContext context) => KeyOf(
        context.RequestServices.GetRequiredService<AccessMode>() is AccessMode.ByAppService or AccessMode.Closed
            && context.Request.Headers[PlatformAddress] is [{ } address]
            ? Parse(address) ?? context.Connection.RemoteIpAddress
            : context.Connection.RemoteIpAddress);

    /// <summary>An address without its port; null where the text is none.</summary>
    public static IPAddress? Parse(string text) =>
        IPAddress.TryParse(text, out var address) ? address : IPEndPoint.TryParse(text, out var end) ? end.Address : null;

    /// <summary>One visitor's addresses as one text: of IPv6 the network, of which every connection has 2⁶⁴ to choose from.</summary>
    public static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64",
        _ => address.ToString(),
    };

    /// <summary>How long one must wait whom a limit refused.</summary>
    public static TimeSpan WaitOf(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;

    /// <summary>Answers that there were too many.</summary>
    public static Task Refuse(HttpContext context, TimeSpan wait)
    {
        SetRetryAfter(context.Response, wait);
        return ErrorAnswers.Answer(context, Faults.TooMany);
    }

    /// <summary>Says in whole seconds when it can be tried again.</summary>
    public static void SetRetryAfter(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private static async ValueTask Reject(Microsoft.AspNetCore.RateLimiting.OnRejectedContext context, CancellationToken cancellation) =>
        await Refuse(context.HttpContext, WaitOf(context.Lease));
}
