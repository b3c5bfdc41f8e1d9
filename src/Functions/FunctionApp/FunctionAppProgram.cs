using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Notifications;
using Produktreport.Functions.Web;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.FunctionApp;

/// <summary>The program as the Functions host starts it: an isolated worker, events in, portal and API passed through.</summary>
internal static class FunctionAppProgram
{
    // The host starts a process that ended with 0 never again, and all later events would wait for it.
    private const int EndedExitCode = 1;

    /// <summary>Whether the Functions host started the program: it says where to report to.</summary>
    public static bool IsStartedByHost(IEnumerable<string> arguments) =>
        arguments.Contains("--functions-uri", StringComparer.Ordinal);

    /// <summary>Works until the host ends it.</summary>
    /// <returns>The exit code, never 0.</returns>
    public static async Task<int> Run(string[] arguments)
    {
        try
        {
            using var app = Build(arguments);
            await app.RunAsync();
        }
        catch (Exception failure)
        {
            // A missing setting, or a host that is gone: the host keeps what is written here.
            await Console.Error.WriteLineAsync(failure.ToString());
        }

        return EndedExitCode;
    }

    private static IHost Build(string[] arguments)
    {
        var builder = FunctionsApplication.CreateBuilder(arguments);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<InvocationScope>();
        builder.UseMiddleware<FaultUnwrapping>();
        var settings = FunctionAppSettings.Read(builder.Configuration);
        // Each line costs a message to the host, and the frameworks write several a request.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning);
        builder.Services.Configure<KestrelServerOptions>(ProgramParts.Bound);
        builder.Services.AddProgram();
        builder.Services.AddAzureStorage(settings.Storage, settings.StorageRequestLimit);
        builder.Services.AddCalendar(settings.Today);
        builder.Services.AddSingleton<QuietNights>();
        builder.Services.AddSingleton<Reconciliation>();
        builder.Services.AddSingleton<WebPipeline>();
        builder.Services.AddNotifications();
        builder.Services.AddProduktreportWeb(new WebSetup(settings.Access, DataFolder: null));
        if (settings.LooksForBlobs)
            builder.Services.AddSingleton<IFunctionMetadataTransformer, BlobPolling>();
        builder.Services.AddTelemetry(builder.Configuration)?.UseFunctionsWorkerDefaults();
        return builder.Build();
    }
}
