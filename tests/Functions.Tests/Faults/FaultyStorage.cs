using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>
/// Stands before Azurite and lets a share of the requests go wrong: refused with 500 or 503, cut off before they reach the storage, or cut off
/// after they did their work, which the caller then knows nothing of.
/// </summary>
internal sealed class FaultyStorage : IAsyncDisposable
{
    private readonly Random random;
    private readonly double share;
    private readonly Dictionary<int, int> targets;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });
    private readonly WebApplication app;
    private int faults;

    private FaultyStorage(IReadOnlyList<int> storage, double share, int seed)
    {
        (this.share, random) = (share, new Random(seed));
        Ports = LocalPorts.Free(storage.Count);
        targets = Ports.Zip(storage).ToDictionary(pair => pair.First, pair => pair.Second);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var port in Ports)
                kestrel.Listen(IPAddress.Loopback, port);
        });
        app = builder.Build();
        app.Run(Answer);
    }

    public IReadOnlyList<int> Ports { get; }

    public int Faults => faults;

    public static async Task<FaultyStorage> Start(IReadOnlyList<int> storage, double share, int seed)
    {
        var faulty = new FaultyStorage(storage, share, seed);
        await faulty.app.StartAsync();
        return faulty;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        switch (Next())
        {
            case 0:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case 1:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case 2:
                context.Abort();
                return;
            case 3:
                using (await Forward(context.Request))
                    context.Abort();
                return;
            default:
                using (var answer = await Forward(context.Request))
                    await Copy(answer, context.Response);
                return;
        }
    }

    private int Next()
    {
        lock (random)
        {
            if (random.NextDouble() >= share)
                return -1;
            faults++;
            return random.Next(4);
        }
    }

    private async Task<HttpResponseMessage> Forward(HttpRequest request)
    {
        // The signature covers address and headers: they go on as they came, but for the port.
        var raw = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var target = new Uri($"http://127.0.0.1:{targets[request.HttpContext.Connection.LocalPort]}{raw}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), target);
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
            forwarded.Content = new StreamContent(request.Body);
        else if (request.Method is "PUT" or "POST")
            forwarded.Content = new ByteArrayContent([]);
        foreach (var (name, values) in request.Headers)
        {
            if (name is not ("Transfer-Encoding" or "Connection") && !forwarded.Headers.TryAddWithoutValidation(name, values.ToArray()))
                forwarded.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return await http.SendAsync(forwarded, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task Copy(HttpResponseMessage from, HttpResponse to)
    {
        to.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
                to.Headers[name] = values.ToArray();
        }

        if (to.StatusCode is not (204 or 304) && to.HttpContext.Request.Method != "HEAD")
            await from.Content.CopyToAsync(to.Body);
    }
}
