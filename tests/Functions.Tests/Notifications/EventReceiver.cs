using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>
/// A program that is told of events, with a certificate for <see cref="Name"/>. What it answers, the path says.
/// </summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    public const string Name = "empfang.example";
    public const string Key = "ein-gemeinsamer-Schluessel";

    private readonly X509Certificate2 certificate = MailServer.Certificate(Name);
    private readonly WebApplication app;

    private EventReceiver()
    {
        // On every system a server wants its key from a container it can open.
        var own = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(own)));
        builder.WebHost.UseKestrelHttpsConfiguration();
        app = builder.Build();
        app.MapPost("/{**path}", Receive);
    }

    public ConcurrentQueue<ReceivedEvent> Received { get; } = new();

    public MessageSettings Settings => new() { EventKey = Key, TrustedRoots = [certificate] };

    public string AddressOf(string path) => $"https://{Name}:{new Uri(app.Urls.First()).Port}/{path}";

    public static async Task<EventReceiver> Start()
    {
        var receiver = new EventReceiver();
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private async Task Receive(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers;
        var timestamp = long.Parse(headers["webhook-timestamp"]!, null);
        var isGenuine = headers["webhook-signature"] == Webhook.Sign(
            Webhook.KeyOf(Key, AddressOf(context.Request.Path.Value![1..])), headers["webhook-id"]!, timestamp, body);
        Received.Enqueue(new ReceivedEvent(
            context.Request.Path, headers["webhook-id"]!, timestamp, isGenuine, context.Request.ContentType!,
            JsonDocument.Parse(body).RootElement));
        context.Response.StatusCode = context.Request.Path.Value switch
        {
            "/umleiten" => 302,
            "/spaeter" => 503,
            "/zuviel" => 429,
            "/nein" => 410,
            _ => 204,
        };
        if (context.Response.StatusCode == 302)
            context.Response.Headers.Location = "/angekommen";
    }
}

/// <summary>An event that arrived.</summary>
internal sealed record ReceivedEvent(
    string Path, string Id, long Timestamp, bool IsGenuine, string ContentType, JsonElement Event);
