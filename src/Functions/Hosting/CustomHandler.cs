using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Produktreport.Functions.Web;

namespace Produktreport.Functions.Hosting;

/// <summary>The program as the Functions host starts it: events in, portal and API passed through.</summary>
public static class CustomHandler
{
    /// <summary>Serves until the host ends the process.</summary>
    public static async Task Run(ProgramSettings? settings = null)
    {
        await using var app = Build(settings);
        await app.RunAsync();
    }

    /// <summary>The composed program, not yet started.</summary>
    public static WebApplication Build(ProgramSettings? given = null)
    {
        var builder = Composition.NewBuilder();
        var settings = given ?? ProgramSettings.Read(builder.Configuration);
        // Whatever ASPNETCORE_URLS says, which is inherited from the host: only this port, only from this machine.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, settings.Port));
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning);
        builder.Services.AddAzureStorage(settings.Storage, settings.StorageRequestLimit);
        builder.Services.AddCalendar(settings.Today);
        builder.Services.AddSingleton<Reconciliation>();
        builder.Services.AddProduktreportWeb(new WebSetup(settings.Access, DataFolder: null));
        builder.AddTelemetry();

        var app = builder.Build();
        app.Use(AnswerProbe);
        app.Use(NameInvocation);
        app.MapTriggers();
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto });
        app.UseProduktreportWeb();
        app.MapProduktreport();
        return app;
    }

    // Every line that is logged for an event, or for a request passed through, says for which.
    private static async Task NameInvocation(HttpContext context, RequestDelegate next)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Produktreport.Functions");
        var id = Guid.TryParse(context.Request.Headers["X-Azure-Functions-InvocationId"], out var invocation) ? invocation.ToString() : "";
        using (log.BeginScope(new Dictionary<string, object> { ["InvocationId"] = id }))
            await next(context);
    }

    // The host asks every 25 ms whether the program is up. Only what comes from outside carries the address it was sent to.
    private static Task AnswerProbe(HttpContext context, RequestDelegate next) =>
        context.Request.Path == "/" && !context.Request.Headers.ContainsKey("X-Forwarded-Host")
            ? context.Response.WriteAsync("ok")
            : next(context);
}
