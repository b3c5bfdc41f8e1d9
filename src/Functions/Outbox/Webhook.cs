using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Produktreport.Functions.Outbox;

/// <summary>
/// Sends events to programs by https only, signed as Standard Webhooks have it. An address is looked up and checked once and
/// then connected to. A redirection is not followed.
/// </summary>
internal sealed class Webhook(MessageSettings settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient client = new(Handler(settings)) { Timeout = Patience };

    /// <summary>How a name is looked up.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> LookUp { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Sends an event.</summary>
    public async Task<SendOutcome> Send(Outgoing.Event sent, CancellationToken cancellation)
    {
        var address = new Uri(sent.To);
        if (address.Scheme != Uri.UriSchemeHttps)
            return new SendOutcome.Never("Ereignisse gehen nur an https-Adressen.");
        try
        {
            var addresses = await LookUp(address.DnsSafeHost, cancellation);
            if (addresses.FirstOrDefault(each => !ForeignAddress.IsAllowed(each, sent.MayBePrivate)) is { } refused)
                return new SendOutcome.Never(
                    $"{address.Host} steht für {refused}; an solche Adressen wird nicht gesendet (siehe intern in rahmen.yaml).");
            using var request = RequestOf(sent, address, addresses);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return OutcomeOf(answer.StatusCode);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && failure is HttpRequestException
            or SocketException or OperationCanceledException or IOException)
        {
            return new SendOutcome.Later($"{address.Host} ist nicht zu erreichen: {failure.Message}");
        }
    }

    /// <summary>
    /// The key of one target, in hexadecimal: whoever is told of events can make none up for somebody else.
    /// </summary>
    /// <param name="key">The county's own key, which nobody else has.</param>
    /// <param name="target">The target's address, as the catalogue has it.</param>
    public static string KeyOf(string key, string target) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(target)));

    /// <summary>The signature of an event's body.</summary>
    /// <param name="key">The target's key.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">What is sent.</param>
    public static string Sign(string key, string id, long timestamp, string body) => "v1," + Convert.ToBase64String(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"))));

    public void Dispose() => client.Dispose();

    private HttpRequestMessage RequestOf(Outgoing.Event sent, Uri address, IPAddress[] addresses)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(sent.Body, Encoding.UTF8,
                new MediaTypeHeaderValue("application/cloudevents+json", "utf-8")),
        };
        request.Headers.Add("webhook-id", sent.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", Sign(KeyOf(settings.EventKey ?? "", sent.To), sent.Id, timestamp, sent.Body));
        request.Options.Set(Checked, addresses);
        return request;
    }

    private static readonly HttpRequestOptionsKey<IPAddress[]> Checked = new("geprueft");

    private static SendOutcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => new SendOutcome.Sent(),
        408 or 429 or >= 500 => new SendOutcome.Later($"Die Gegenstelle antwortet mit {(int)status}."),
        >= 300 and < 400 =>
            new SendOutcome.Never($"Die Gegenstelle verweist woandershin ({(int)status}); dem wird nicht gefolgt."),
        _ => new SendOutcome.Never($"Die Gegenstelle lehnt ab ({(int)status})."),
    };

    // A connection is used once: another event may look its name up anew.
    private static SocketsHttpHandler Handler(MessageSettings settings) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            settings.IsTrusted(certificate, chain, errors) },
        ConnectCallback = Connect,
    };

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        if (!context.InitialRequestMessage.Options.TryGetValue(Checked, out var addresses))
            throw new HttpRequestException("Nobody has checked the address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
