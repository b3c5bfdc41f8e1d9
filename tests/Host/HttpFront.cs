using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Produktreport.Tests.Host;

/// <summary>
/// The side the host shows to the world: chooses the function by method and route, starts its invocation, and forwards the
/// request to the worker with the host's own forwarder.
/// </summary>
internal sealed class HttpFront : IAsyncDisposable
{
    private const long LargestBody = 104_857_600;
    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly WorkerApp workerApp;
    private readonly Func<CancellationToken, Task<Worker>> worker;
    private readonly bool isTraced;
    private readonly WebApplication app;
    private readonly HttpMessageInvoker client =
        new(new RefusedAgain { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } });

    private HttpFront(WorkerApp workerApp, IEnumerable<Function> functions, Func<CancellationToken, Task<Worker>> worker)
    {
        (this.workerApp, this.worker, isTraced) = (workerApp, worker, workerApp.IsTraced);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddHttpForwarder();
        app = builder.Build();
        if (workerApp.IsInFlexConsumption)
            app.Use(TakePlatformsWord);
        app.UseRouting();
        foreach (var function in functions.Where(function => function.TriggerType == "httpTrigger"))
            app.MapMethods(function.Route, function.Methods, context => Answer(function.Name, context));
        // A method that no function of the route lists is not found, rather than not allowed.
        app.MapFallback("{*path}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    public Uri Address => new(app.Urls.Single());

    public static async Task<HttpFront> Start(WorkerApp workerApp, IEnumerable<Function> functions,
        Func<CancellationToken, Task<Worker>> worker)
    {
        var front = new HttpFront(workerApp, functions, worker);
        await front.app.StartAsync();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private static Task TakePlatformsWord(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.TryGetValue("X-Forwarded-Proto", out var scheme))
            context.Request.Scheme = scheme.ToString();
        if (context.Request.Headers.TryGetValue("DISGUISED-HOST", out var host))
            context.Request.Host = new HostString(host.ToString());
        return next(context);
    }

    private async Task Answer(string name, HttpContext context)
    {
        if (context.Request.ContentLength is not null && !await ReadsWhole(context))
            return;
        var to = await worker(context.RequestAborted);
        var invocation = HostMessages.Http(to.Functions.Single(function => function.Name == name), context.Request, isTraced);
        context.Request.Headers["x-ms-invocation-id"] = invocation.InvocationId;
        var result = to.Invoke(invocation, context.RequestAborted);
        await app.Services.GetRequiredService<IHttpForwarder>()
            .SendAsync(context, to.HttpAddress.AbsoluteUri, client, Forwarding);
        // Seen at the host: an empty 500, where nothing of the worker's answer is on its way yet.
        if (!(await result).IsSuccess && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    // The host has the whole body of a request that names its length before it forwards any of it.
    private static async Task<bool> ReadsWhole(HttpContext context)
    {
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return false;
        }

        body.Position = 0;
        context.Request.Body = body;
        return true;
    }

    /// <summary>Tries a refused connection again: a worker's functions are loaded a little before it listens.</summary>
    private sealed class RefusedAgain : DelegatingHandler
    {
        private const int MostTries = 10;
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError && tries < MostTries)
                {
                    await Task.Delay(Pause, cancellationToken);
                }
            }
        }
    }
}
