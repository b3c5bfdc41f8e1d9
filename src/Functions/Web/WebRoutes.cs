using Produktreport.Functions.Web.Api;

namespace Produktreport.Functions.Web;

/// <summary>The portal and the API: what the program answers over HTTP, however it is hosted.</summary>
public static class WebRoutes
{
    /// <summary>Adds what the routes need.</summary>
    public static void AddWeb(this IServiceCollection services)
    {
        services.AddRouting();
        services.AddSingleton<ReportIndex>();
        services.AddRazorComponents();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    /// <summary>Adds the routes, with the headers and files that belong to them.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseStaticFiles();
        app.MapPortal();
        app.MapReports();
        app.MapFaults();
    }
}
