using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Grpc.Core;
using Produktreport.Tests.Host.Rpc;

namespace Produktreport.Tests.Host;

/// <summary>One life of the worker: its process and the talk with it.</summary>
internal sealed class Worker : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder console = new();
    private readonly Action<RpcLog> log;
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> awaited = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource talked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool hasTalk;
    private volatile bool isGone;

    /// <summary>Starts the process, with the arguments and the environment of the host.</summary>
    public Worker(WorkerApp app, RpcServer server, Action<RpcLog> log)
    {
        this.log = log;
        server.Expect(this);
        process = Process.Start(StartInfo(app, server.Port, Id))!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Exited = UntilExit();
        Loaded = Load(app.Folder);
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    public int ProcessId => process.Id;

    /// <summary>The process has ended, and what it said before is heard.</summary>
    public Task Exited { get; }

    /// <summary>All functions are loaded. Fails where the worker ends before that.</summary>
    public Task Loaded { get; }

    public IReadOnlyList<Function> Functions { get; private set; } = [];

    /// <summary>Where it takes requests.</summary>
    public Uri HttpAddress { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();

    public int ExitCode => process.ExitCode;

    /// <summary>What it wrote to its console so far.</summary>
    public string Console
    {
        get
        {
            lock (console)
                return console.ToString();
        }
    }

    /// <summary>Reads and writes until the worker ends the stream.</summary>
    public async Task Talk(IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> outgoingStream,
        CancellationToken ended)
    {
        hasTalk = true;
        var writing = Write(outgoingStream, ended);
        try
        {
            do
                Hear(incoming.Current);
            while (await incoming.MoveNext(ended));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // A worker that is killed says no goodbye.
        }

        outgoing.Writer.TryComplete();
        await writing;
        talked.TrySetResult();
    }

    /// <summary>Lets the function run.</summary>
    /// <param name="request">What it is to be called with.</param>
    /// <param name="cancellation">Tells the worker to stop; its answer is waited for nevertheless.</param>
    public async Task<InvocationResult> Invoke(InvocationRequest request, CancellationToken cancellation)
    {
        var id = request.InvocationId;
        try
        {
            var answer = Ask(new StreamingMessage { InvocationRequest = request }, id);
            await using (cancellation.Register(() => outgoing.Writer.TryWrite(HostMessages.Cancel(id))))
            {
                var result = (await answer).InvocationResponse.Result;
                return new InvocationResult(id, Enum.Parse<InvocationStatus>(result.Status.ToString()), result.Exception?.Type,
                    result.Exception?.Message);
            }
        }
        catch (WorkerGoneException gone)
        {
            return new InvocationResult(id, InvocationStatus.WorkerGone, Message: gone.Message);
        }
    }

    /// <summary>Asks the worker to end, and ends it when the time for that is over.</summary>
    public async Task Terminate()
    {
        outgoing.Writer.TryWrite(HostMessages.Terminate());
        if (await Task.WhenAny(Exited, Task.Delay(HostMessages.GracePeriod)) != Exited)
            Kill();
        await Exited;
    }

    /// <summary>SIGKILL: nothing of the worker runs any more, no buffer is written.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Whoever still waits for an answer learns that none will come.</summary>
    public void GiveUp()
    {
        isGone = true;
        foreach (var answer in awaited.Values)
            answer.TrySetException(Gone());
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(WorkerApp app, int port, string workerId)
    {
        var (executable, assembly) = app.Worker;
        var (requestId, portText) = (Guid.NewGuid().ToString(), port.ToString(CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo(
            executable,
            [
                assembly, "--host", "127.0.0.1", "--port", portText, "--workerId", workerId, "--requestId", requestId,
                "--grpcMaxMessageLength", "2147483647",
                "--functions-uri", $"http://127.0.0.1:{portText}/", "--functions-worker-id", workerId, "--functions-request-id",
                requestId,
                "--functions-grpc-max-message-length", "2147483647",
            ])
        {
            WorkingDirectory = app.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = app.Folder;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder;
        // The host's own address, which the worker inherits and must not take.
        start.Environment["ASPNETCORE_URLS"] = "http://*:1";
        foreach (var (name, value) in app.Settings)
            start.Environment[name] = value;
        return start;
    }

    private async Task Load(string folder)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        await using var _ = limit.Token.Register(Kill);
        await Answer(nameof(StreamingMessage.ContentOneofCase.StartStream));
        var init = (await Ask(HostMessages.Init(folder),
            nameof(StreamingMessage.ContentOneofCase.WorkerInitResponse))).WorkerInitResponse;
        Check(init.Result, "its start");
        Capabilities = init.Capabilities;
        HttpAddress = new Uri(init.Capabilities["HttpUri"]);
        var found = (await Ask(HostMessages.AskFunctions(folder),
            nameof(StreamingMessage.ContentOneofCase.FunctionMetadataResponse))).FunctionMetadataResponse;
        Check(found.Result, "its list of functions");
        Functions = [.. found.FunctionMetadataResults.Select(metadata => new Function(metadata))];
        foreach (var loaded in await Task.WhenAll(
            Functions.Select(function => Ask(HostMessages.Load(function.Metadata), function.Id))))
            Check(loaded.FunctionLoadResponse.Result, "a function");
    }

    private static void Check(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"The worker failed at {what}: {result.Exception}");
    }

    private Task<StreamingMessage> Ask(StreamingMessage message, string answerKey)
    {
        var answer = Answer(answerKey);
        outgoing.Writer.TryWrite(message);
        return answer;
    }

    private Task<StreamingMessage> Answer(string key)
    {
        var answer = awaited.GetOrAdd(key,
            _ => new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (isGone)
            answer.TrySetException(Gone());
        return answer.Task;
    }

    private WorkerGoneException Gone() => new($"The worker's process ended with {ExitCode}. {Console}");

    private void Hear(StreamingMessage message)
    {
        var key = message.ContentCase switch
        {
            StreamingMessage.ContentOneofCase.InvocationResponse => message.InvocationResponse.InvocationId,
            StreamingMessage.ContentOneofCase.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
            var kind => kind.ToString(),
        };
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
            log(message.RpcLog);
        else if (message.ContentCase == StreamingMessage.ContentOneofCase.StartStream)
            awaited.GetOrAdd(key,
                _ => new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously))
                .TrySetResult(message);
        else if (awaited.TryRemove(key, out var answer))
            answer.TrySetResult(message);
    }

    private async Task Write(IServerStreamWriter<StreamingMessage> stream, CancellationToken ended)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(ended))
                await stream.WriteAsync(message, ended);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // There is nobody left to hear it.
        }
    }

    private async Task UntilExit()
    {
        await process.WaitForExitAsync();
        if (hasTalk)
            await talked.Task;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (console)
            console.Append(line.Data).Append(line.Data is null ? "" : "\n");
    }
}

/// <summary>The worker's process ended before it answered.</summary>
internal sealed class WorkerGoneException(string message) : Exception(message);
