using System.Globalization;
using System.Threading.RateLimiting;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web;

/// <summary>How often one visitor may ask: by name where signed in, else by address.</summary>
public static class RateLimits
{
    /// <summary>The policy of uploads.</summary>
    public const string Uploads = "lieferungen";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Registers the limits.</summary>
    public static void AddProduktreportLimits(this IServiceCollection services, WebLimits limits) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PerMinute(context, limits.RequestsPerMinute));
        options.AddPolicy(Uploads, context => PerMinute(context, limits.UploadsPerMinute));
        options.OnRejected = Reject;
    });

    /// <summary>At most so many a minute.</summary>
    public static RateLimitPartition<string> PerMinute(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        PerMinute(Visitor.Of(context.User) is { IsSignedIn: true } visitor ? "n/" + visitor.Name : "a/" + AddressOf(context), permits);

    /// <summary>Where a request comes from. Behind the Functions host everybody comes from this machine; the platform adds the address it saw last.</summary>
    public static string AddressOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<AccessMode>() is AccessMode.ByAppService or AccessMode.Closed
        && context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim() is { Length: > 0 } forwarded
            ? forwarded
            : context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async ValueTask Reject(Microsoft.AspNetCore.RateLimiting.OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        await ErrorAnswers.Answer(context.HttpContext, Faults.TooMany);
    }
}
