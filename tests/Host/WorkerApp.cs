using System.Text.Json;

namespace Produktreport.Tests.Host;

/// <summary>A published function app, and what it is started with.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Settings">Environment variables that the host hands on to the worker, its connections among them.</param>
public sealed record WorkerApp(string Folder, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>
    /// Whether the host behaves as on Flex Consumption: scheme and address of a request are those the platform names.
    /// </summary>
    public bool IsInFlexConsumption { get; init; }

    /// <summary>Whether <c>host.json</c> asks for OpenTelemetry; invocations by HTTP then carry a trace.</summary>
    internal bool IsTraced
    {
        get
        {
            using var host = Json("host.json");
            return host.RootElement.TryGetProperty("telemetryMode", out var mode) && mode.GetString() == "OpenTelemetry";
        }
    }

    /// <summary>The program, and the assembly that is always its first argument.</summary>
    internal (string Executable, string Assembly) Worker
    {
        get
        {
            using var worker = Json("worker.config.json");
            var description = worker.RootElement.GetProperty("description");
            var executable = description.GetProperty("defaultExecutablePath")
                .GetString()!.Replace("{WorkerRoot}", Folder + '/', StringComparison.Ordinal);
            return (executable, Path.Combine(Folder, description.GetProperty("defaultWorkerPath").GetString()!));
        }
    }

    private JsonDocument Json(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
}
