using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>
/// The Functions host as the handler sees it. Every event is a captured payload in which only the name, address or message is another one; the body
/// is chunked, and an answer the real host would hang on or call a failure is one here.
/// </summary>
internal sealed class PlayedHost(Uri handler) : IDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(30);
    private readonly HttpClient http = new() { BaseAddress = handler, Timeout = TimeSpan.FromMinutes(5) };

    public static JsonNode Captured(string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.At("tests", "Functions.Tests", "Hosting", "Payloads", name + ".json")))!;

    /// <summary>Probes <c>GET /</c> every 25 ms until any status comes.</summary>
    public async Task UntilReady(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(ReadyLimit);
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), limit.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(25, limit.Token);
            }
        }
    }

    /// <summary>A blob event. Whether the host takes it as done.</summary>
    public Task<bool> Blob(string function, Uri blob, CancellationToken cancellation)
    {
        var payload = Captured("blob-trigger");
        payload["Metadata"]!["Uri"] = JsonSerializer.Serialize(blob.AbsoluteUri);
        return Send(function, payload, cancellation);
    }

    /// <summary>A queue message. Whether the host takes it as done.</summary>
    public Task<bool> Queue(string function, string binding, string message, CancellationToken cancellation)
    {
        var payload = Captured("queue-trigger");
        payload["Data"] = new JsonObject { [binding] = JsonSerializer.Serialize(message) };
        return Send(function, payload, cancellation);
    }

    /// <summary>A timer event. Whether the host takes it as done.</summary>
    public Task<bool> Timer(string function, string captured, CancellationToken cancellation)
    {
        var payload = Captured(captured);
        payload["Data"] = new JsonObject { ["timer"] = payload["Data"]!["tmr"]!.DeepClone() };
        return Send(function, payload, cancellation);
    }

    /// <summary>Any event.</summary>
    public async Task<bool> Send(string function, JsonNode payload, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, function) { Content = new StringContent(payload.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
            return false;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        return true;
    }

    /// <summary>A request from outside by somebody signed in, passed through as the platform and the host do it.</summary>
    public Task<HttpResponseMessage> Forward(HttpMethod method, string path, CancellationToken cancellation, string role = "controlling")
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Forwarded-Host", "kreis.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""
            {"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Eva Beispiel"},{"typ":"roles","val":"{{role}}"}]}
            """)));
        return http.SendAsync(request, cancellation);
    }

    public void Dispose() => http.Dispose();
}
