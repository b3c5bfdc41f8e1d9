using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using Produktreport.Tests.Host.Rpc;

namespace Produktreport.Tests.Host;

/// <summary>What the host says, message by message, as captured at a real one.</summary>
internal static class HostMessages
{
    /// <summary>What is left to a worker that is asked to end.</summary>
    public static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan MessageInvisible = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MessageLife = TimeSpan.FromDays(7);

    // Nobody reads a blob's properties in the trigger's data; they are sent as they were seen.
    private static readonly Lazy<string> BlobProperties = new(() =>
    {
        using var captured = new StreamReader(typeof(HostMessages).Assembly.GetManifestResourceStream("blob-event")!);
        return StreamingMessage.Parser.ParseJson(captured.ReadToEnd()).InvocationRequest.TriggerMetadata["Properties"].Json;
    });

    public static StreamingMessage Init(string folder) => new()
    {
        WorkerInitRequest = new WorkerInitRequest
        {
            HostVersion = "4.1037.0.0",
            Capabilities = { ["MultiStream"] = "10" },
            WorkerDirectory = folder,
            FunctionAppDirectory = folder,
        },
    };

    public static StreamingMessage AskFunctions(string folder) =>
        new() { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder } };

    public static StreamingMessage Load(RpcFunctionMetadata function) => new()
    {
        FunctionLoadRequest = new FunctionLoadRequest
        {
            FunctionId = function.FunctionId,
            Metadata = new RpcFunctionMetadata
            {
                ScriptFile = function.ScriptFile,
                EntryPoint = function.EntryPoint,
                Name = function.Name,
                Bindings = { function.Bindings },
                Properties = { ["FunctionId"] = function.FunctionId },
            },
        },
    };

    public static StreamingMessage Cancel(string invocationId) =>
        new() { InvocationCancel = new InvocationCancel { InvocationId = invocationId } };

    public static StreamingMessage Terminate() =>
        new() { WorkerTerminate = new WorkerTerminate { GracePeriod = GracePeriod.ToDuration() } };

    /// <param name="function">A function with a blob trigger.</param>
    /// <param name="storage">The address of the blob service.</param>
    /// <param name="container">The blob's container.</param>
    /// <param name="name">The blob's name as it is.</param>
    public static InvocationRequest Blob(Function function, Uri storage, string container, string name)
    {
        var path = $"{container}/{name}";
        var address = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var request = Invocation(function.For("blobTrigger"), Reference("AzureStorageBlobs", new
        {
            function.Connection,
            ContainerName = container,
            BlobName = name,
        }));
        request.TriggerMetadata.Add("BlobTrigger", Text(path));
        request.TriggerMetadata.Add("Uri", Json($"{storage.AbsoluteUri.TrimEnd('/')}/{address}"));
        request.TriggerMetadata.Add("Properties", new TypedData { Json = BlobProperties.Value });
        request.TriggerMetadata.Add("Metadata", new TypedData { Json = "{}" });
        foreach (var (part, value) in function.PartsOf(path))
            request.TriggerMetadata.Add(part, Text(value));
        return request;
    }

    public static InvocationRequest Queue(Function function, string text, int dequeueCount, DateTimeOffset insertedOn,
        DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString();
        var receipt = Convert.ToBase64String(RandomNumberGenerator.GetBytes(20));
        var (inserted, visible) = (Seconds(insertedOn), Seconds(now + MessageInvisible));
        var request = Invocation(function.For("queueTrigger"), Reference("AzureStorageQueues", new
        {
            MessageId = id,
            PopReceipt = receipt,
            MessageText = text,
            Body = Encoding.UTF8.GetBytes(text),
            NextVisibleOn = visible,
            InsertedOn = inserted,
            ExpiresOn = inserted + MessageLife,
            DequeueCount = dequeueCount,
        }));
        request.TriggerMetadata.Add("QueueTrigger", Text(text));
        request.TriggerMetadata.Add("DequeueCount", Json(dequeueCount));
        request.TriggerMetadata.Add("ExpirationTime", Json(inserted + MessageLife));
        request.TriggerMetadata.Add("Id", Text(id));
        request.TriggerMetadata.Add("InsertionTime", Json(inserted));
        request.TriggerMetadata.Add("NextVisibleTime", Json(visible));
        request.TriggerMetadata.Add("PopReceipt", Text(receipt));
        return request;
    }

    public static InvocationRequest Timer(Function function, bool isPastDue, DateTimeOffset now)
    {
        var request = Invocation(function.For("timerTrigger"), Json(new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = new { Last = default(DateTime), Next = now.AddDays(1), LastUpdated = now },
            IsPastDue = isPastDue,
        }));
        request.TriggerMetadata.Add("TimerTrigger", Text(now.UtcDateTime.ToString(CultureInfo.InvariantCulture)));
        return request;
    }

    public static InvocationRequest Http(Function function, HttpRequest http, bool isTraced)
    {
        var request = Invocation(function.For("httpTrigger"), new TypedData { Http = new RpcHttp() });
        foreach (var (part, value) in http.RouteValues.Where(part => part.Value is not null))
            request.TriggerMetadata.Add(part, Text((string)value!));
        request.TriggerMetadata.Add("Query",
            Json(http.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)));
        request.TriggerMetadata.Add("Headers",
            Json(http.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)));
        if (isTraced)
            request.TraceContext = Trace(http);
        return request;
    }

    // The trace context is there even where it is empty: without it a worker fails every invocation.
    private static InvocationRequest Invocation(Function function, TypedData input) => new()
    {
        InvocationId = Guid.NewGuid().ToString(),
        FunctionId = function.Id,
        InputData = { new ParameterBinding { Name = function.Parameter, Data = input } },
        TraceContext = new RpcTraceContext(),
        RetryContext = function.Metadata.RetryOptions is { } options
            ? new RetryContext { MaxRetryCount = options.MaxRetryCount }
            : null,
    };

    // The host's own span: of the caller's trace where the request names one.
    private static RpcTraceContext Trace(HttpRequest http)
    {
        var trace = ActivityContext.TryParse(http.Headers.TraceParent, http.Headers.TraceState, out var caller)
            ? caller.TraceId
            : ActivityTraceId.CreateRandom();
        return new RpcTraceContext
        {
            TraceParent = $"00-{trace}-{ActivitySpanId.CreateRandom()}-01",
            Attributes =
            {
                ["http.request.method"] = http.Method,
                ["server.address"] = http.Host.Host,
                ["user_agent.original"] = http.Headers.UserAgent.ToString(),
                ["url.scheme"] = http.Scheme,
                ["url.path"] = http.Path.Value,
                ["network.protocol.version"] = "1.1",
            },
        };
    }

    private static TypedData Reference(string source, object content) => new()
    {
        ModelBindingData = new ModelBindingData
        {
            Version = "1.0",
            Source = source,
            ContentType = "application/json",
            Content = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(content)),
        },
    };

    private static TypedData Text(string text) => new() { String = text };

    private static TypedData Json<T>(T value) => new() { Json = JsonSerializer.Serialize(value) };

    private static DateTimeOffset Seconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
