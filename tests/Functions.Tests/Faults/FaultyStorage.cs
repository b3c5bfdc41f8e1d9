using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>What can go wrong with a request.</summary>
internal enum StorageFault
{
    /// <summary>Refused with 500.</summary>
    Error,

    /// <summary>Refused with 503.</summary>
    Busy,

    /// <summary>Cut off before it reaches the storage.</summary>
    Lost,

    /// <summary>Cut off after it did its work, which the caller then knows nothing of.</summary>
    AnswerLost,

    /// <summary>Never answered: the caller gives it up.</summary>
    Hanging,
}

/// <summary>Stands before Azurite and lets requests go wrong.</summary>
internal sealed class FaultyStorage : IAsyncDisposable
{
    private readonly Func<StorageFault?> next;
    private readonly Action cut;
    private readonly Dictionary<int, int> targets;
    private readonly HttpClient http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });
    private readonly WebApplication app;
    private readonly Dictionary<StorageFault, int> faults = [];

    private FaultyStorage(IReadOnlyList<int> storage, Func<StorageFault?> next, Action cut)
    {
        (this.next, this.cut) = (next, cut);
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

    /// <summary>Method and address of each request so far; may be cleared.</summary>
    public ConcurrentQueue<string> Seen { get; } = [];

    public int Count(StorageFault kind) => faults.GetValueOrDefault(kind);

    /// <summary>Nothing goes wrong.</summary>
    public static Task<FaultyStorage> Start(IReadOnlyList<int> storage) => Start(storage, () => null, () => { });

    /// <summary>A share of the requests goes wrong, in every way.</summary>
    public static Task<FaultyStorage> Start(IReadOnlyList<int> storage, double share, int seed)
    {
        var random = new Random(seed);
        // One in ten of the faults hangs: it costs a second.
        StorageFault? Next() =>
            random.NextDouble() >= share ? null : random.Next(10) == 0
                ? StorageFault.Hanging : (StorageFault)random.Next((int)StorageFault.Hanging);
        return Start(storage, Next, () => { });
    }

    /// <summary>
    /// What goes wrong is asked for at each request, one after the other; what else is to happen when one is cut off, and before
    /// its caller knows, is done then.
    /// </summary>
    public static async Task<FaultyStorage> Start(IReadOnlyList<int> storage, Func<StorageFault?> next, Action cut)
    {
        var faulty = new FaultyStorage(storage, next, cut);
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
        Seen.Enqueue($"{context.Request.Method} {context.Features.Get<IHttpRequestFeature>()!.RawTarget}");
        switch (Next())
        {
            case StorageFault.Error:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case StorageFault.Busy:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case StorageFault.Lost:
                Cut(context);
                return;
            case StorageFault.AnswerLost:
                using (await Forward(context.Request))
                    Cut(context);
                return;
            case StorageFault.Hanging:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            default:
                using (var answer = await Forward(context.Request))
                    await Copy(answer, context.Response);
                return;
        }
    }

    private void Cut(HttpContext context)
    {
        cut();
        context.Abort();
    }

    private StorageFault? Next()
    {
        lock (faults)
        {
            if (next() is not { } fault)
                return null;
            faults[fault] = Count(fault) + 1;
            return fault;
        }
    }

    private async Task<HttpResponseMessage> Forward(HttpRequest request)
    {
        // The signature covers address and headers: they go on as they came, but for the port.
        var raw = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var target = new Uri($"http://127.0.0.1:{targets[request.HttpContext.Connection.LocalPort]}{raw}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), target);
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
            forwarded.Content = new StreamContent(request.Body);
        else if (request.Method is "PUT" or "POST")
            forwarded.Content = new ByteArrayContent([]);
        foreach (var (name, values) in request.Headers)
        {
            if (name is not ("Transfer-Encoding" or "Connection")
                && !forwarded.Headers.TryAddWithoutValidation(name, values.ToArray()))
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
