using System.Threading.RateLimiting;

namespace Produktreport.Functions.Web.Limits;

/// <summary>How often the same visitor may ask.</summary>
internal static class RateLimits
{
    /// <summary>The policy of uploads.</summary>
    public const string Uploads = "lieferungen";

    /// <summary>The policy of previews, each of which takes a core for a while.</summary>
    public const string Previews = "vorschau";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>At most so many a minute.</summary>
    public static RateLimitPartition<string> PerMinute(string key, int permits) => Per(Minute, key, permits);

    /// <summary>At most so many an hour.</summary>
    public static RateLimitPartition<string> PerHour(string key, int permits) => Per(TimeSpan.FromHours(1), key, permits);

    /// <summary>How long one must wait whom a limit refused.</summary>
    public static TimeSpan WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;

    private static RateLimitPartition<string> Per(TimeSpan window, string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });
}
