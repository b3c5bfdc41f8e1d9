using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Produktreport.Functions.Hosting;

/// <summary>
/// Traces, metrics and logs to where the standard settings point: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>,
/// <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>. Where neither is set, nothing is collected.
/// </summary>
internal static class Telemetry
{
    /// <summary>Adds what is collected however the program is started.</summary>
    /// <returns>What was set up, to be added to; null where nothing is collected.</returns>
    public static IOpenTelemetryBuilder? AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var isOtlp = configuration[SettingNames.OtlpEndpoint] is { Length: > 0 };
        var isMonitor = configuration[SettingNames.ApplicationInsights] is { Length: > 0 };
        if (!isOtlp && !isMonitor)
            return null;
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("produktreport"))
            .WithTracing(traces => traces.AddSource("Azure.*"))
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name).AddAspNetCoreInstrumentation())
            // The Functions host passes no line on once the program says that it exports by itself.
            .WithLogging();
        if (isOtlp)
        {
            telemetry.WithTracing(traces => traces.AddOtlpExporter());
            telemetry.WithMetrics(metrics => metrics.AddOtlpExporter());
            telemetry.WithLogging(logs => logs.AddOtlpExporter());
        }

        if (isMonitor)
        {
            telemetry.WithTracing(traces => traces.AddAzureMonitorTraceExporter(Configure));
            telemetry.WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Configure));
            telemetry.WithLogging(logs => logs.AddAzureMonitorLogExporter(Configure));
        }

        return telemetry;
    }

    private static void Configure(AzureMonitorExporterOptions exporter)
    {
        // An Application Insights that takes no key, as infra/ makes it, wants the program's identity.
        if (Environment.GetEnvironmentVariable(SettingNames.TokenCredentials) is { Length: > 0 })
            exporter.Credential = new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName);
        // Alerts count failures and daily runs: nothing is left out. A county's traffic is small.
        exporter.TracesPerSecond = null;
        exporter.SamplingRatio = 1;
        exporter.EnableTraceBasedLogsSampler = false;
    }
}
