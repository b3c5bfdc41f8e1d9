using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Deliveries;
using Produktreport.Functions.Web.Limits;
using Produktreport.Functions.Web.Portal;
using Produktreport.Functions.Web.Portal.Accesses;
using Produktreport.Functions.Web.Portal.Catalogues;
using Produktreport.Functions.Web.Portal.PublicFace;
using Produktreport.Functions.Web.Portal.Releases;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Web;

/// <summary>What the web face must be told.</summary>
/// <param name="Mode">Where identities come from.</param>
/// <param name="DataFolder">Standalone, the data folder: the audit log and the keys of cookies lie there. Null = in the file
/// store.</param>
internal sealed record WebSetup(AccessMode Mode, string? DataFolder)
{
    /// <summary>Bounds on requests.</summary>
    public WebLimits Limits { get; init; } = new();
}

/// <summary>The portal and the API, the same for both ways of hosting.</summary>
internal static class ProduktreportWeb
{
    /// <summary>Registers everything the routes need, beside storage and functions.</summary>
    public static void AddProduktreportWeb(this IServiceCollection services, WebSetup setup)
    {
        services.AddSingleton(setup.Mode).AddSingleton(setup.Limits);
        AddIdentity(services, setup);
        AddReading(services);
        services.AddSingleton<AuditLog>();
        services.AddRazorComponents();
        services.AddPageCompression();
        services.AddHttpContextAccessor().AddScoped<PageFrame>();
        services.AddAntiforgery(options =>
        {
            (options.Cookie.Name, options.FormFieldName) = ("produktreport-formular", "formular");
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = setup.Limits.UploadBytes + (64 << 10);
            // A form to enter values has a few fields for each.
            options.ValueCountLimit = Portal.Deliveries.EntryForm.MostFields;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            // A number is a number, in both directions; the description says so.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddSingleton<ErrorPage>(PortalPages.ErrorPage);
        services.AddProduktreportLimits(setup.Limits);
        services.AddProduktreportOpenApi();
        ReadKeysWhenNeeded(services);
    }

    /// <summary>Adds the middleware, in the order in which a request goes through it.</summary>
    public static void UseProduktreportWeb(this IApplicationBuilder app)
    {
        // Standalone behind a proxy that ends TLS: address and scheme are the visitor's own. Believed from this machine only, the
        // default.
        if (app.ApplicationServices.GetRequiredService<AccessMode>() is AccessMode.ByFile)
            app.UseForwardedHeaders(
                new ForwardedHeadersOptions
                {
                    ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
                });
        app.UseSecurityHeaders();
        app.UseMiddleware<ErrorAnswers>();
        app.UseMiddleware<OriginGuard>();
        // Before the static files, which then look only for what is no route.
        app.UseRouting();
        app.UseSteadyBodies();
        app.UseResponseCompression();
        app.UseStaticFiles(
            new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Adds the routes; <see cref="AccessTable"/> says who may call them.</summary>
    public static void MapProduktreport(this IEndpointRouteBuilder routes)
    {
        routes.MapPortal();
        routes.MapReports();
        routes.MapReleaseFeed();
        routes.MapDownloads();
        routes.MapValues();
        routes.MapReleases();
        routes.MapPeriods();
        routes.MapDeliveries();
        routes.MapOrigins();
        routes.MapTemplates();
        routes.MapGivenUp();
        routes.MapAuditLog();
        routes.MapHealth();
        routes.MapOpenApi();
    }

    private static void AddIdentity(IServiceCollection services, WebSetup setup)
    {
        services.AddSingleton<AccessBook>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<IAuthorizationHandler, TableAuthorization>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationAnswers>();
        var byFile = setup.Mode is AccessMode.ByFile;
        services.AddAuthentication("Wahl")
            .AddPolicyScheme("Wahl", displayName: null, options => options.ForwardDefaultSelector = context =>
                byFile && context.Request.Headers.Authorization.Count == 0
                    ? CookieAuthenticationDefaults.AuthenticationScheme
                    : VisitorAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, VisitorAuthentication>(VisitorAuthentication.SchemeName,
                configureOptions: null)
            .AddCookie(SignIn.Configure);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new TableRequirement()).Build());
        AddKeys(services, setup);
    }

    private static void AddKeys(IServiceCollection services, WebSetup setup)
    {
        var protection = services.AddDataProtection().SetApplicationName("Produktreport");
        if (setup.DataFolder is { } folder)
            protection.PersistKeysToFileSystem(KeyFolder(folder));
        else
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
                options => options.XmlRepository = new StoredKeys(provider.GetRequiredService<IFileStore>())));
    }

    // Data Protection's own hosted service reads the keys before the program listens: every new instance would wait for the
    // storage, and not start while that does not answer. The keys are read when the first form needs one. Called last: cookies,
    // forms and pages each register it.
    private static void ReadKeysWhenNeeded(IServiceCollection services)
    {
        foreach (var early in services.Where(service =>
            service.ServiceType == typeof(IHostedService)
                && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly).ToList())
            services.Remove(early);
    }

    // Whoever reads these keys can sign in as anybody.
    private static DirectoryInfo KeyFolder(string data)
    {
        var folder = Path.Combine(data, Area.SessionKeys.FolderName());
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void AddReading(IServiceCollection services)
    {
        services.AddSingleton<ReleaseReport>();
        services.AddSingleton<VisibleReports>();
        services.AddSingleton<ReleasePreparation>();
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<ReportDownloads>();
        services.AddSingleton<ReleaseDesk>();
        services.AddSingleton<ReleaseList>().AddSingleton<VersionView>();
        services.AddSingleton<CatalogueView>();
        services.AddSingleton<AccessDesk>().AddSingleton<AccessView>();
        services.AddSingleton<GivenUpWork>();
        services.AddSingleton<LiveReports>();
        services.AddSingleton<LivePreview>();
        services.AddSingleton<PeriodStatusReader>();
        services.AddSingleton<FigureCourseReader>();
        services.AddSingleton<FigureSeriesReader>();
        services.AddSingleton<ContentSearch>();
        services.AddSingleton<CountyInForce>();
        services.AddSingleton<OpenDatasets>();
        services.AddSingleton<InboxFiles>();
        services.AddSingleton<DeliveryEffects>();
        services.AddSingleton<Upload>();
        services.AddSingleton<DeliveryWithdrawal>();
        services.AddSingleton<Portal.Deliveries.EntryDesk>();
        services.AddSingleton<ReportProgress>();
        services.AddSingleton<Portal.Deliveries.DepartmentDesk>();
    }
}
