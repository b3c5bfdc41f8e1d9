using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Produktreport.Functions.Tests.Web;

/// <summary>Alone, since it measures the memory of the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LonelyCounty : ICollectionFixture<WebCounty>
{
    public const string Name = "web, allein";
}

/// <summary>
/// Requests no browser sends, with all rights: the program answers each with less than 500, and writes nothing where it should
/// not.
/// </summary>
[Collection(LonelyCounty.Name)]
public sealed partial class MalformedRequestTests(WebCounty county)
{
    private const int Count = 5_600;
    private const int AtOnce = 16;
    private const int HttpVersionNotSupported = 505;
    private const long MostMemory = 256L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoRequest_BreaksTheProgramOrLeavesTheDataArea()
    {
        // With the page come the keys of forms, which are made once.
        var proof = await Proof();
        var requests = Enumerable.Range(0, Count).Select(seed => new RequestGenerator(seed, proof).Next()).ToList();
        var before = Outside();
        var memory = new MemorySamples();
        var answers = new int[Count];
        await Parallel.ForAsync(0, Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation }, async (number, token) =>
            answers[number] = await Send(requests[number], token));
        var peak = await memory.Peak();

        var answered = requests.Zip(answers).ToList();
        AssertNone(answered.Where(each => each.Second >= 500 && !IsUnknownVersion(each.Second, each.First.Bytes)));
        // 0 = the connection was closed without an answer, as HTTP allows for what is no HTTP.
        AssertNone(answered.Where(each => each.Second == 0 && each.First.IsFramed));
        Assert.True(requests.Count(request => request.IsFramed) > Count / 2);
        Assert.True(answers.Count(status => status is >= 400 and < 500) > Count / 4, "the requests are meant to be wrong");
        Assert.True(answers.Count(status => status is >= 200 and < 400) > Count / 50, "some are meant to be right");
        Assert.True(answered.Count(each => each is { First.Kind: MalformedKind.Form, Second: 200 or 302 }) > Count / 40,
            "forms are meant to get past their token");
        Assert.True(answered.Count(each => each is { First.Kind: MalformedKind.Upload, Second: 422 }) > Count / 40,
            "files are meant to be read");
        Assert.Equal(before, Outside());
        Assert.InRange(peak, 0, MostMemory);
    }

    private static void AssertNone(IEnumerable<(MalformedRequest Request, int Status)> broken) =>
        Assert.Equal("",
            string.Join("\n\n", broken.Take(5)
            .Select(each => $"{each.Status} {each.Request.Kind}: {Encoding.Latin1.GetString(each.Request.Bytes)}")));

    // What RFC 9110 (15.6.6) asks of a server for a version of HTTP it does not know; Kestrel answers before the program sees
    // anything. Right only where the request names such a version.
    private static bool IsUnknownVersion(int status, byte[] request) =>
        status == HttpVersionNotSupported
            && FirstLine(request).EndsWith(RequestGenerator.UnknownVersion, StringComparison.Ordinal);

    private static string FirstLine(byte[] request) =>
        Encoding.Latin1.GetString(request.AsSpan(0, request.AsSpan().IndexOf("\r\n"u8)));

    // Everything beside the inbox, the receipts and the audit log, which uploads may change; with what stands in it.
    private List<string> Outside() =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(county.Data)!, "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Name: Path.GetRelativePath(county.Data, path).Replace('\\', '/')))
            .Where(file => !file.Name.StartsWith("eingang/buero-landrat/", StringComparison.Ordinal)
                && !file.Name.StartsWith("quittungen/buero-landrat/", StringComparison.Ordinal)
                && !file.Name.StartsWith("protokoll/", StringComparison.Ordinal))
            .Select(file => $"{file.Name} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.Full)))}")
            .Order(StringComparer.Ordinal),
    ];

    private async Task<FormProof> Proof()
    {
        using var client = county.As("administration");
        using var page = await client.GetAsync("/freigabe", Cancellation);
        var token = Token().Match(await page.Content.ReadAsStringAsync(Cancellation)).Groups["token"].Value;
        return new FormProof(page.Headers.GetValues("Set-Cookie").Single().Split(';')[0],
            System.Net.WebUtility.HtmlDecode(token));
    }

    private async Task<int> Send(MalformedRequest request, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(county.Address.Host, county.Address.Port, cancellation);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request.Bytes, cancellation);
            var status = Status(stream, cancellation);
            // Who waits for more of the request is told that there is none; told at once, the program would take it for hanging
            // up.
            if (!request.IsFramed && await Task.WhenAny(status, Task.Delay(Patience, cancellation)) != status)
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
        return count == start.Length
            && int.TryParse(Encoding.ASCII.GetString(start, 9, 3), NumberStyles.None, CultureInfo.InvariantCulture,
            out var status) ? status : 0;
    }

    [GeneratedRegex("name=\"formular\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    /// <summary>
    /// Looks at the managed heap, garbage included, until it is asked what the most was, beyond what was there before.
    /// </summary>
    private sealed class MemorySamples
    {
        private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);
        private volatile bool isOver;
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
        private readonly Task<long> sampling;

        public MemorySamples() => sampling = Task.Run(Sample);

        public async Task<long> Peak()
        {
            isOver = true;
            return await sampling - before;
        }

        private async Task<long> Sample()
        {
            var most = before;
            while (!isOver)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(Every, CancellationToken.None);
            }

            return most;
        }
    }
}
