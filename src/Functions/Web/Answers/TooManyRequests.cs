using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Answers;

/// <summary>
/// Bounds how often one visitor may ask, by name where signed in, else by address, and answers whom it refuses.
/// </summary>
internal static class TooManyRequests
{
    /// <summary>Registers the limits.</summary>
    public static void AddProduktreportLimits(this IServiceCollection services, WebLimits limits) =>
        services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            PerMinute(context, limits.RequestsPerMinute));
        options.AddPolicy(RateLimits.Uploads, context => PerMinute(context, limits.UploadsPerMinute));
        options.AddPolicy(RateLimits.Previews, context => PerMinute(context, limits.PreviewsPerMinute));
        options.OnRejected = Reject;
    });

    /// <summary>Answers that there were too many.</summary>
    public static Task Refuse(HttpContext context, TimeSpan wait)
    {
        SetRetryAfter(context.Response, wait);
        return ErrorAnswers.Answer(context, Problems.TooMany);
    }

    /// <summary>Says in whole seconds when it can be tried again.</summary>
    public static void SetRetryAfter(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) => RateLimits.PerMinute(
        Visitor.Of(context.User) is { IsSignedIn: true } visitor ? "n/" + visitor.Name : "a/" + VisitorAddress.Of(context),
        permits);

    private static async ValueTask Reject(OnRejectedContext context, CancellationToken cancellation) =>
        await Refuse(context.HttpContext, RateLimits.WaitOf(context.Lease));
}
