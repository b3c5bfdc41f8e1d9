using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>
/// Takes what an OpenTelemetry exporter sends by HTTP, and keeps it as it comes (names stand in protobuf as plain UTF-8).
/// </summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly int port = LocalPorts.Free(1)[0];
    private readonly ConcurrentDictionary<string, string> received = new();
    private readonly WebApplication app;

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        app = builder.Build();
        app.Run(Take);
    }

    /// <summary>What the program's settings must be to send here, and soon.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port}",
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "300",
    };

    public static async Task<OtlpReceiver> Start()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until something with this text came to an address such as <c>/v1/traces</c>.</summary>
    public async Task<bool> Receives(string path, string text, CancellationToken cancellation)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (clock.Elapsed < Limit)
        {
            if (received.GetValueOrDefault(path, "").Contains(text, StringComparison.Ordinal))
                return true;
            await Task.Delay(50, cancellation);
        }

        return false;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, System.Text.Encoding.Latin1);
        var text = await body.ReadToEndAsync();
        received.AddOrUpdate(context.Request.Path, text, (_, former) => former + text);
        context.Response.ContentType = "application/x-protobuf";
    }
}
