using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Produktreport.Functions.Operation;

namespace Produktreport.Functions.Hosting;

/// <summary>
/// Traces and metrics to where the standard settings point: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>. Where neither
/// is set, nothing is collected.
/// </summary>
internal static class Telemetry
{
    /// <returns>What was set up; null where nothing is collected.</returns>
    public static IOpenTelemetryBuilder? AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var isOtlp = configuration[SettingNames.OtlpEndpoint] is { Length: > 0 };
        var isMonitor = configuration[SettingNames.ApplicationInsights] is { Length: > 0 };
        if (!isOtlp && !isMonitor)
            return null;
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("produktreport"))
            .WithTracing(traces => traces.AddSource(Measures.Name).AddSource("Azure.*").AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name).AddAspNetCoreInstrumentation());
        if (isOtlp)
        {
            telemetry.WithTracing(traces => traces.AddOtlpExporter());
            telemetry.WithMetrics(metrics => metrics.AddOtlpExporter());
        }

        if (isMonitor)
        {
            telemetry.WithTracing(traces => traces.AddAzureMonitorTraceExporter(SignIn));
            telemetry.WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(SignIn));
        }

        return telemetry;
    }

    // An Application Insights that takes no key, as infra/ makes it, wants the program's identity.
    private static void SignIn(AzureMonitorExporterOptions exporter)
    {
        if (Environment.GetEnvironmentVariable(SettingNames.TokenCredentials) is { Length: > 0 })
            exporter.Credential = new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName);
    }
}
