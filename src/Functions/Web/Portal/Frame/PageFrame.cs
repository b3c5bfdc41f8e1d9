using Microsoft.AspNetCore.Antiforgery;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Portal.Frame;

/// <summary>What every page shows around its content.</summary>
/// <param name="Visitor">Who reads.</param>
/// <param name="Area">The main entry of the navigation the page belongs to: its address.</param>
/// <param name="FormField">The name of the hidden field every form carries.</param>
/// <param name="FormToken">Its value: proof that the form is this server's own.</param>
/// <param name="Mode">Where people sign in and out.</param>
public sealed record PageFrame(Visitor Visitor, string Area, string FormField, string FormToken, AccessMode Mode)
{
    /// <summary>What stands in the field of the search; null where the visitor may not search.</summary>
    public string? Search { get; init; }

    /// <summary>The frame of a request's page.</summary>
    public static PageFrame Of(HttpContext context)
    {
        var services = context.RequestServices;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        context.Response.Headers.CacheControl = "private, no-cache";
        var visitor = Visitor.Of(context.User);
        return new PageFrame(
            visitor,
            "/" + context.Request.Path.Value!.Trim('/').Split('/')[0],
            tokens.FormFieldName,
            tokens.RequestToken!,
            services.GetRequiredService<AccessMode>())
        {
            Search = visitor.IsSignedIn || services.GetRequiredService<AccessBook>().IsPublic ? "" : null,
        };
    }
}
