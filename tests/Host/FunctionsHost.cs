using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Produktreport.Tests.Host.Rpc;

namespace Produktreport.Tests.Host;

/// <summary>
/// The Azure Functions host as a published isolated worker sees it. Tests push the events. A worker whose process ends is started
/// again, as the host does it, unless it ended with 0.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    // The host shows patience with a worker that runs, and little with one that does not get so far.
    private const int MostFailedStarts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly WorkerApp app;
    private readonly RpcServer server;
    private readonly ConcurrentQueue<WorkerLog> logs = [];
    private readonly Task running;
    private readonly HttpClient http = new(Caller()) { Timeout = TimeSpan.FromMinutes(5) };
    private volatile TaskCompletionSource<Worker> ready = NotYet();
    private volatile Worker worker = null!;
    private volatile bool isEnding;
    private HttpFront? front;

    private FunctionsHost(WorkerApp app, RpcServer server)
    {
        (this.app, this.server) = (app, server);
        running = KeepRunning();
    }

    /// <summary>Where the host takes requests.</summary>
    public Uri Address => front!.Address;

    /// <summary>How many workers were started so far.</summary>
    public int Starts { get; private set; }

    /// <summary>The process of the worker that runs now, or ran last.</summary>
    public int ProcessId => worker.ProcessId;

    /// <summary>Where the worker itself takes requests that the host forwards.</summary>
    public Uri WorkerAddress => worker.HttpAddress;

    /// <summary>What the worker that runs now can do, by its own word.</summary>
    public IReadOnlyDictionary<string, string> Capabilities => worker.Capabilities;

    /// <summary>The functions with their triggers, as the worker describes them.</summary>
    public IReadOnlyDictionary<string, JsonElement> Triggers =>
        worker.Functions.ToDictionary(function => function.Name, function => function.Trigger, StringComparer.Ordinal);

    /// <summary>What all workers have logged so far. What an invocation logs is here before the invocation ends.</summary>
    public IReadOnlyCollection<WorkerLog> Logs => logs;

    /// <summary>What the worker that runs now, or ran last, wrote to its console.</summary>
    public string Console => worker.Console;

    /// <summary>Starts the worker, and returns when its functions are loaded.</summary>
    /// <exception cref="InvalidOperationException">The worker ended before that; the message has its console.</exception>
    public static async Task<FunctionsHost> Start(WorkerApp app, CancellationToken cancellation)
    {
        var host = new FunctionsHost(app, await RpcServer.Start());
        try
        {
            await host.Ready(cancellation);
            host.front = await HttpFront.Start(app, host.worker.Functions, host.Loaded);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until a worker runs whose functions are loaded.</summary>
    public Task Ready(CancellationToken cancellation) => Loaded(cancellation);

    /// <summary>A blob was written.</summary>
    /// <param name="function">The function to tell.</param>
    /// <param name="container">The blob's container.</param>
    /// <param name="name">The blob's name as it is, not encoded.</param>
    /// <param name="cancellation">The worker is told to stop the invocation, as at the host's time limit; its answer is waited
    /// for.</param>
    public Task<InvocationResult> Blob(string function, string container, string name, CancellationToken cancellation) =>
        Invoke(function, to => HostMessages.Blob(to, BlobService(to.Connection), container, name), cancellation);

    /// <summary>A message was taken out of the queue for the given time.</summary>
    /// <inheritdoc cref="Blob" path="/param"/>
    public Task<InvocationResult> Queue(string function, string text, int dequeueCount, DateTimeOffset insertedOn,
        CancellationToken cancellation) =>
        Invoke(function, to => HostMessages.Queue(to, text, dequeueCount, insertedOn, DateTimeOffset.UtcNow), cancellation);

    /// <summary>It is time.</summary>
    /// <inheritdoc cref="Blob" path="/param"/>
    public Task<InvocationResult> Timer(string function, bool isPastDue, CancellationToken cancellation) =>
        Invoke(function, to => HostMessages.Timer(to, isPastDue, DateTimeOffset.UtcNow), cancellation);

    /// <summary>A request from outside. Its headers are those the platform's front end sends to the host.</summary>
    public Task<HttpResponseMessage> Http(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.RequestUri = new Uri(Address, request.RequestUri!);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    /// <summary>Kills the worker's process; the host starts another one.</summary>
    public void Kill() => worker.Kill();

    /// <summary>Stops the host: the worker is asked to end, and ended when it does not.</summary>
    /// <returns>The worker's exit code.</returns>
    public async Task<int> Terminate()
    {
        isEnding = true;
        await worker.Terminate();
        await running;
        return worker.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        isEnding = true;
        if (front is not null)
            await front.DisposeAsync();
        do
            worker.Kill();
        while (await Task.WhenAny(running, Task.Delay(Patience)) != running);
        worker.Dispose();
        await server.DisposeAsync();
        http.Dispose();
    }

    // Whoever drops an answer half read has gone away, at once.
    private static SocketsHttpHandler Caller() =>
        new() { AllowAutoRedirect = false, UseCookies = false, ResponseDrainTimeout = TimeSpan.Zero };

    private static TaskCompletionSource<Worker> NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task KeepRunning()
    {
        for (var failedStarts = 0; ;)
        {
            using var former = worker;
            worker = new Worker(app, server, Keep);
            Starts++;
            await Task.WhenAny(worker.Loaded, worker.Exited);
            if (worker.Loaded.IsCompletedSuccessfully)
                ready.TrySetResult(worker);
            else if (worker.Loaded.IsFaulted)
                worker.Kill();
            await worker.Exited;
            failedStarts = worker.Loaded.IsCompletedSuccessfully ? 0 : failedStarts + 1;
            // Whoever sends the event again finds the next worker.
            if (ready.Task.IsCompleted)
                ready = NotYet();
            worker.GiveUp();
            if (isEnding || worker.ExitCode == 0 || failedStarts == MostFailedStarts)
            {
                ready.TrySetException(new InvalidOperationException(
                    $"The worker ended with {worker.ExitCode} and is not started again. {worker.Loaded.Exception?.Message} "
                        + $"{worker.Console}"));
                return;
            }
        }
    }

    private async Task<InvocationResult> Invoke(string function, Func<Function, InvocationRequest> request,
        CancellationToken cancellation)
    {
        var to = await Loaded(cancellation);
        return await to.Invoke(request(to.Functions.Single(each => each.Name == function)), cancellation);
    }

    private Task<Worker> Loaded(CancellationToken cancellation) => ready.Task.WaitAsync(cancellation);

    // The address in a connection string, or the one that goes with an identity.
    private Uri BlobService(string connection) =>
        new(app.Settings.TryGetValue(connection, out var text)
            ? (string)new DbConnectionStringBuilder { ConnectionString = text }["BlobEndpoint"]
            : app.Settings[connection + "__blobServiceUri"]);

    private void Keep(RpcLog log) => logs.Enqueue(new WorkerLog(
        log.InvocationId is "" ? null : log.InvocationId,
        log.Category,
        (LogLevel)log.Level,
        log.EventId,
        log.Message,
        log.Exception is { } exception ? $"{exception.Type}: {exception.Message}\n{exception.StackTrace}" : null));
}
