using Microsoft.AspNetCore.ResponseCompression;

namespace Produktreport.Functions.Web.Answers;

/// <summary>
/// Pages, style and script are sent compressed. A page repeats what its address asks for, and an attacker who sees lengths
/// could compare it with the rest (BREACH). But cookies do not come along with what other sites ask for (SameSite), and the
/// forms' tokens are masked anew on every page. Downloads stay as they are, since their length and ranges are those of the
/// file.
/// </summary>
internal static class PageCompression
{
    /// <summary>Adds the compression.</summary>
    public static void AddPageCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
        options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
    });
}
