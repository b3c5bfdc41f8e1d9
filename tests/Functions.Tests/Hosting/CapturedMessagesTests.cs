using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Produktreport.Tests.Host;
using Produktreport.Tests.Host.Rpc;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>The stand-in for the host says what a real host said of the same function and event, word by word.</summary>
public sealed class CapturedMessagesTests
{
    private const string AppFolder = "/app";

    // What differs from event to event, as a path within the message; that it is there, and of the same kind, is compared.
    private static readonly string[] Free =
    [
        "/invocationId", "/MessageId", "/PopReceipt", "/PopReceipt/string", "/Id/string", "/TimerTrigger/string",
        "/ScheduleStatus/Next", "/ScheduleStatus/LastUpdated", "/traceContext/traceParent",
    ];

    private static readonly Dictionary<string, Function> Functions =
        Message("worker-FunctionMetadataResponse").FunctionMetadataResponse.FunctionMetadataResults
        .ToDictionary(metadata => metadata.Name, metadata => new Function(metadata), StringComparer.Ordinal);

    public static TheoryData<string> Loaded => [.. Functions.Keys];

    [Fact]
    public void Start_AndStop_AreThoseOfTheHost()
    {
        AssertSame("host-WorkerInitRequest", HostMessages.Init(AppFolder));
        AssertSame("host-FunctionsMetadataRequest", HostMessages.AskFunctions(AppFolder));
        AssertSame("host-WorkerTerminate", HostMessages.Terminate());
        AssertSame("host-InvocationCancel", HostMessages.Cancel("d38be41a-7f44-4888-b22d-6e23396ac52e"));
    }

    [Theory]
    [MemberData(nameof(Loaded))]
    public void LoadingAFunction_SaysTheSameOfIt(string function) =>
        AssertSame($"host-FunctionLoadRequest-{function}", HostMessages.Load(Functions[function].Metadata));

    [Theory]
    [InlineData("IngestFigures", "eingang", "jugendamt/2026-q2.csv", "host-InvocationRequest-IngestFigures-EventGrid")]
    public void ABlobEvent_IsTheSame(string function, string container, string name, string captured) =>
        AssertSame(captured,
            Invocation(HostMessages.Blob(Functions[function], new Uri("http://127.0.0.1:21000/devstoreaccount1"), container,
            name)));

    [Theory]
    [InlineData("IngestFigures", "eingang", "jugendamt/2026-q2-neu.csv", "host-InvocationRequest-IngestFigures-polling")]
    [InlineData("ProbeBlob", "probe", "fail1.txt", "host-InvocationRequest-ProbeBlob")]
    public void ABlobEvent_IsTheSame_ButForThePropertiesOfTheBlob(string function, string container, string name, string captured)
    {
        var expected = Message(captured);
        var sent = Invocation(
            HostMessages.Blob(Functions[function], new Uri("http://127.0.0.1:21000/devstoreaccount1"), container, name));
        Assert.Equal(Names(expected), Names(sent));
        expected.InvocationRequest.TriggerMetadata.Remove("Properties");
        sent.InvocationRequest.TriggerMetadata.Remove("Properties");
        AssertSame(captured, Json(expected), Json(sent));

        static IEnumerable<string> Names(StreamingMessage message) =>
            JsonNode.Parse(message.InvocationRequest.TriggerMetadata["Properties"].Json)!.AsObject()
                .Select(property => $"{property.Key}: {property.Value?.GetValueKind()}");
    }

    [Theory]
    [InlineData("RenderReport", "kein auftrag", 1, "2026-11-28T21:58:32Z", "2026-11-28T21:58:34Z",
        "host-InvocationRequest-RenderReport")]
    [InlineData("ProbeQueue", "hallo", 1, "2026-11-28T21:34:55Z", "2026-11-28T21:34:57Z", "host-InvocationRequest-ProbeQueue")]
    [InlineData("ProbeQueue", "fail1", 2, "2026-11-28T21:34:55Z", "2026-11-28T21:35:28Z",
        "host-InvocationRequest-ProbeQueue-dequeue2")]
    public void AQueueMessage_IsTheSame(string function, string text, int dequeueCount, string insertedOn, string now,
        string captured) =>
        AssertSame(captured,
            Invocation(HostMessages.Queue(Functions[function], text, dequeueCount, Time(insertedOn), Time(now))));

    [Theory]
    [InlineData("AssembleReports")]
    [InlineData("ProbeTimer")]
    public void ATimerEvent_IsTheSame(string function) =>
        AssertSame($"host-InvocationRequest-{function}",
            Invocation(HostMessages.Timer(Functions[function], isPastDue: false, DateTimeOffset.UtcNow)));

    [Theory]
    [InlineData("Web", "/", false, "host-InvocationRequest-Web")]
    [InlineData("Web", "/health/live", true, "host-InvocationRequest-Web-OpenTelemetry")]
    [InlineData("DownloadReport", "/api/v1/berichte/2026-Q3/3633.pdf", false, "host-InvocationRequest-DownloadReport")]
    public void ARequest_IsTheSame(string function, string path, bool isTraced, string captured)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Scheme, request.Path) = ("GET", "http", path);
        var headers = Message(captured).InvocationRequest.TriggerMetadata["Headers"].Json;
        foreach (var (name, value) in JsonNode.Parse(headers)!.AsObject())
            request.Headers[name] = value!.GetValue<string>();
        var parts = path.Split('/');
        request.RouteValues = function == "Web"
            ? new() { ["path"] = path.Length == 1 ? null : path[1..] }
            : new() { ["periode"] = parts[^2], ["datei"] = parts[^1] };
        AssertSame(captured, Invocation(HostMessages.Http(Functions[function], request, isTraced)));
    }

    [Fact]
    public void ATraceOfTheCaller_GoesOn_InASpanOfTheHost()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.TraceParent = "00-5dfa17cc39c75faff49ee3805ccd0b8e-31d65d94564c0c88-01";
        var sent = HostMessages.Http(Functions["Web"], request, isTraced: true).TraceContext.TraceParent;
        Assert.StartsWith("00-5dfa17cc39c75faff49ee3805ccd0b8e-", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("31d65d94564c0c88", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEventAtAPlaceTheTriggerDoesNotLookAt_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            HostMessages.Blob(Functions["IngestFigures"], new Uri("http://127.0.0.1/k"), "katalog", "2026/rahmen.yaml"));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static StreamingMessage Invocation(InvocationRequest request) => new() { InvocationRequest = request };

    private static string Captured(string name) => File.ReadAllText(Repository.At("tests", "Host", "Captured", name + ".json"));

    // A field that the stand-in's protocol does not know would fail here.
    private static StreamingMessage Message(string name) => StreamingMessage.Parser.ParseJson(Captured(name));

    private static JsonNode Json(StreamingMessage message) => JsonNode.Parse(JsonFormatter.Default.Format(message))!;

    private static void AssertSame(string captured, StreamingMessage sent) =>
        AssertSame(captured, JsonNode.Parse(Captured(captured))!, Json(sent));

    private static void AssertSame(string name, JsonNode captured, JsonNode sent)
    {
        var (expected, actual) = (Lines(captured), Lines(sent));
        Assert.True(expected.SequenceEqual(actual),
            $"{name}\ncaptured\n{string.Join('\n', expected.Except(actual))}\n"
                + $"sent\n{string.Join('\n', actual.Except(expected))}");
    }

    // Every value with its path; JSON within a text is unfolded.
    private static List<string> Lines(JsonNode message)
    {
        var lines = new List<string>();
        Add("", message);
        lines.Sort(StringComparer.Ordinal);
        return lines;

        void Add(string path, JsonNode? node)
        {
            switch (node)
            {
                case JsonObject { Count: > 0 } properties:
                    foreach (var (name, value) in properties)
                        Add($"{path}/{name}", value);
                    break;
                case JsonArray items:
                    foreach (var item in items)
                        Add($"{path}/*", item);
                    break;
                case JsonValue text when path.EndsWith("/json", StringComparison.Ordinal):
                    Add(path + "!", JsonNode.Parse(text.GetValue<string>()));
                    break;
                case JsonValue bytes when path.EndsWith("/modelBindingData/content", StringComparison.Ordinal):
                    Add(path + "!", JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(bytes.GetValue<string>()))));
                    break;
                default:
                    lines.Add(Free.Any(free => path.EndsWith(free, StringComparison.Ordinal))
                        ? $"{path}: {node?.GetValueKind()}"
                        : $"{path}: {node?.ToJsonString()}");
                    break;
            }
        }
    }
}
