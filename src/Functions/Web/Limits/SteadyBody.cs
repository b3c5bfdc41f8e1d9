using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Produktreport.Functions.Web.Limits;

/// <summary>
/// Marks a route whose body must keep coming: a connection that stalls is ended, and what it holds is free again.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SteadyBodyAttribute : Attribute;

/// <summary>Sets the rate at which bodies must come.</summary>
internal static class SteadyBodies
{
    /// <summary>Adds the rule. After routing, which says where it applies, and before anything reads a body.</summary>
    public static void UseSteadyBodies(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<WebLimits>();
        var rate = new MinDataRate(limits.UploadBytesPerSecond, limits.UploadGrace);
        app.Use((context, next) =>
        {
            // HTTP/2 has one rate for all streams of a connection; it is the server's.
            if (context.GetEndpoint()?.Metadata.GetMetadata<SteadyBodyAttribute>() is not null
                && HttpProtocol.IsHttp11(context.Request.Protocol)
                && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } feature)
                feature.MinDataRate = rate;
            return next(context);
        });
    }
}
