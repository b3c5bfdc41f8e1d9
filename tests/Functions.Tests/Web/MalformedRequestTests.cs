using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Produktreport.Functions.Tests.Web;

/// <summary>Requests no browser sends, with all rights: the program answers each with less than 500, and writes nothing where it should not.</summary>
[Collection(SharedCounty.Name)]
public sealed class MalformedRequestTests(WebCounty county)
{
    private const int Count = 5_000;
    private const int AtOnce = 16;
    private const int HttpVersionNotSupported = 505;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private const long MostMemory = 200L << 20;

    [Fact]
    public async Task NoRequest_BreaksTheProgramOrLeavesTheDataArea()
    {
        var before = Outside();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var answers = new int[Count];
        await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (number, token) =>
            answers[number] = await Send(new RequestGenerator(number).Next(), token));

        // 0 = the connection was closed without an answer, as HTTP allows for what is no HTTP.
        var broken = answers.Select((status, number) => (status, number)).Where(answer => answer.status >= 500 && !IsUnknownVersion(answer.status, new RequestGenerator(answer.number).Next())).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(5).Select(answer => $"{answer.status}: {Encoding.Latin1.GetString(new RequestGenerator(answer.number).Next())}")));
        Assert.True(answers.Count(status => status is >= 400 and < 500) > Count / 4, "the requests are meant to be wrong");
        Assert.True(answers.Count(status => status is >= 200 and < 400) > Count / 50, "some are meant to be right");
        Assert.Equal(before, Outside());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, MostMemory);
    }

    // What RFC 9110 (15.6.6) asks of a server for a version of HTTP it does not know; Kestrel answers before the program sees anything. Right only
    // where the request names such a version.
    private static bool IsUnknownVersion(int status, byte[] request) =>
        status == HttpVersionNotSupported && FirstLine(request).EndsWith(RequestGenerator.UnknownVersion, StringComparison.Ordinal);

    private static string FirstLine(byte[] request) => Encoding.Latin1.GetString(request.AsSpan(0, request.AsSpan().IndexOf("\r\n"u8)));

    // Everything beside the inbox, the receipts and the audit log, which uploads may change.
    private List<string> Outside() =>
    [
        .. Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(county.Data)!, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(county.Data, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("eingang/buero-landrat/", StringComparison.Ordinal) && !path.StartsWith("quittungen/buero-landrat", StringComparison.Ordinal)
                && !path.StartsWith("protokoll", StringComparison.Ordinal) && !path.StartsWith("sitzungen", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private async Task<int> Send(byte[] request, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(county.Address.Host, county.Address.Port, cancellation);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, cancellation);
            // Who waits for more of the request is told that there is none; told at once, the program would take it for hanging up.
            var status = Status(stream, cancellation);
            if (await Task.WhenAny(status, Task.Delay(Patience, cancellation)) != status)
                client.Client.Shutdown(SocketShutdown.Send);
            return await status;
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            return 0;
        }
    }

    private static async Task<int> Status(NetworkStream stream, CancellationToken cancellation)
    {
        var start = new byte[12];
        var count = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return count == start.Length && int.TryParse(Encoding.ASCII.GetString(start, 9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
    }
}

/// <summary>Makes a request from a number: a valid one, bent in a few places.</summary>
internal sealed class RequestGenerator(int seed)
{
    /// <summary>The end of a request line in a version of HTTP that does not exist.</summary>
    public const string UnknownVersion = " HTTP/9.9";

    private static readonly string[] Methods = ["GET", "GET", "GET", "HEAD", "PUT", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE", "gEt", "PUT\t", "Ü"];

    private static readonly string[] Paths =
    [
        "/", "/api/v1/berichte", "/api/v1/berichte/2025-Q1/1111.pdf", "/api/v1/berichte/2025-Q1.zip", "/api/v1/berichte/2025-Q1/1111/freigabe",
        "/api/v1/kennzahlen/1111/ergebnis", "/api/v1/eingang/buero-landrat/", "/api/v1/eingang/buero-landrat/x.csv", "/api/v1/quittungen/buero-landrat/2025-ist.csv",
        "/api/v1/zeitraeume/2025-Q1/status", "/produkte/1111/2025-Q1", "/produkte/1111/2025-Q1/warum/1111/ergebnis/istPeriode", "/lieferungen/buero-landrat",
        "/quellen/buero-landrat/2025-ist.csv?zeile=3", "/fristen?zeitraum=2025-Q1", "/freigabe", "/anmelden", "/health/ready", "/openapi/v1.json", "/vorlagen",
        "/api/v1/vorlagen/buero-landrat/2025-Q2.csv", "/protokoll?monat=2025-01", "/portal.css",
    ];

    private static readonly string[] Bends =
    [
        "..", "../..", "%2e%2e%2f", "..%2f..%2fzugang.json", "%5c..%5c", "....//", "/etc/passwd", "%00", "%", "%zz", "%c0%af", "\u00e4", "%F0%9F%92%A9", "%ED%A0%80",
        "*", "?", "#", ";a=b", " ", "\\", ":", "~", "//", "con", "nul.csv", ".csv", ".csv.", "a.csv ", "$DATA", "%0d%0aSet-Cookie:x=1", "{amt}", "99999999999999999999",
        "-1", "NaN", "2025-Q9", "0000-Q1", "9999", "gesamt", "?seite=-1", "?groesse=99999999999", "?zeile=99999999", "?zeile=-5", "?jahr=abc", "?weiter=//x", "'", "\"<script>",
    ];

    private static readonly string[] Headers =
    [
        "Range: bytes=0-0", "Range: bytes=9-1", "Range: bytes=-99999999999999999999", "Range: bytes=0-1,5-9,1-2", "Range: x", "If-None-Match: *", "If-None-Match: \"", "If-Range: W/\"x\"",
        "If-Modified-Since: gestern", "If-Match: \"a\"", "Accept-Language: ;;q=9,de;q=x", "Accept: text/html", "Accept-Encoding: \u00ff", "Content-Type: application/json",
        "Content-Type: multipart/form-data; boundary=", "Content-Type: multipart/form-data; boundary=x", "Content-Type: ///", "Content-Length: 5", "Content-Length: -1",
        "Content-Length: 99999999999999", "Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Expect: 100-continue", "Cookie: produktreport=AAAA", "Cookie: =;=",
        "X-MS-CLIENT-PRINCIPAL: e30=", "X-Forwarded-For: 1.2.3.4", "Origin: null", "Origin: http://x", "Sec-Fetch-Site: cross-site", "Host: ", "Host: a b", "Authorization: Basic ====",
        "Authorization: Bearer :", "Kaputt", ": leer", "X: " + "a\u0001b", "Upgrade: h2c", "Connection: close, x",
    ];

    private static readonly string[] Bodies =
        ["", "{", "{\"version\":", "{\"version\":1e999}", "{\"version\":\"x\"}", "[[[[[[[[", "\0\0\0\0", "a;b\n1;2", "--x\r\n\r\n--x--", "ffffffff\r\nx", "5\r\nabc", "\u00ff\u00fe;\u0000"];

    private readonly Random random = new(seed);

    public byte[] Next()
    {
        var path = Pick(Paths);
        for (var bends = random.Next(4); bends > 0; bends--)
            path = path.Insert(random.Next(1, path.Length + 1), Pick(Bends));
        if (random.Next(60) == 0)
            path += new string('a', random.Next(20_000));
        var text = new StringBuilder(Pick(Methods)).Append(' ').Append(path).Append(random.Next(40) == 0 ? UnknownVersion : " HTTP/1.1").Append("\r\n");
        if (random.Next(20) != 0)
            text.Append("Host: localhost\r\n");
        if (random.Next(5) != 0)
            text.Append("Authorization: Bearer administration:ein-langes-Kennwort\r\n");
        for (var headers = random.Next(4); headers > 0; headers--)
            text.Append(Pick(Headers)).Append("\r\n");
        return Encoding.Latin1.GetBytes(text.Append("\r\n").Append(Pick(Bodies)).ToString());
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
