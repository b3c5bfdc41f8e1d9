using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

[Collection(SharedCounty.Name)]
public sealed partial class SecurityTests(WebCounty county)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/portal.css")]
    [InlineData("/api/v1/berichte")]
    [InlineData("/gibt/es/nicht")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string address)
    {
        using var client = county.As("controlling");
        using var answer = await client.GetAsync(address, Cancellation);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var closed in (string[])["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
            Assert.Contains(closed, policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task NoAnswer_IsKeptForAnotherVisitor()
    {
        using var client = county.As("controlling");
        foreach (var row in AuthorisationMatrix.Rows)
        {
            using var request = new HttpRequestMessage(new HttpMethod(row.Method), row.Address) { Content = row.SampleContent() };
            using var answer = await client.SendAsync(request, Cancellation);
            Assert.True(answer.Headers.CacheControl is { Public: false, NoCache: true } or { NoStore: true },
                $"{row.Method} {row.Address}: {answer.Headers.CacheControl}");
        }

        using var style = await client.GetAsync("/portal.css", Cancellation);
        Assert.False(style.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task APage_StaysInNoBrowser_AndADownloadIsAskedForAgain()
    {
        using var client = county.As("controlling");
        using var page = await client.GetAsync("/", Cancellation);
        Assert.True(page.Headers.CacheControl!.NoStore);
        using var report = await client.GetAsync("/api/v1/berichte/2025-Q1/1111.pdf", Cancellation);
        Assert.True(report.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Fact]
    public async Task Pages_HaveNoInlineScriptOrStyle()
    {
        using var client = county.As("administration");
        foreach (var address in AuthorisationMatrix.Rows.Where(row => row is { Method: "GET" }
            && row.Expected[^1] != 404 && !row.Address.StartsWith("/api", StringComparison.Ordinal)).Select(row => row.Address))
        {
            // Where a department has one product only, its form is led to.
            var shown = address == "/lieferungen" ? "/lieferungen/bauamt"
                : address.EndsWith("/eingabe/2025-Q2", StringComparison.Ordinal)
                    ? "/lieferungen/schulen-kultur-sport/eingabe/2025-Q2"
                : address;
            var page = await client.GetStringAsync(shown, Cancellation);
            Assert.DoesNotMatch(InlineStyleOrScript(), page);
        }
    }

    [Theory]
    [InlineData("Origin", "https://boese.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task ARequestFromAnotherSite_ChangesNothing(string header, string value)
    {
        using var client = county.As("controlling");
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        using var answer = await client.PutAsync("/api/v1/eingang/bauamt/fremd.csv", new StringContent("a;b"), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(File.Exists(Path.Combine(county.Data, "eingang/bauamt/fremd.csv")));
    }

    [Fact]
    public async Task AFormWithoutItsToken_IsRefused()
    {
        using var client = county.As("controlling");
        using var form = new FormUrlEncodedContent([new("bericht", "1121:1")]);
        using var answer = await client.PostAsync("/freigabe?zeitraum=2025-Q1", form, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(File.Exists(Path.Combine(county.Data, "berichte/2025-Q1/1121.freigabe.json")));
    }

    [Fact]
    public async Task AFormOfAnOutdatedPage_IsAnsweredWithAWayBackToThePage()
    {
        using var client = county.As("controlling");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var form = new FormUrlEncodedContent([new("bericht", "1121:1"), new("formular", "von-gestern")]);
        using var answer = await client.PostAsync("/freigabe?zeitraum=2025-Q1", form, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Diese Seite ist veraltet", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/freigabe?zeitraum=2025-Q1\">Seite neu laden</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileTooLargeForTheForm_IsAnsweredWithTheLimit()
    {
        using var client = county.As("fachamt");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[21 << 20]), "datei", "riesig.csv" } };
        using var answer = await client.PostAsync("/lieferungen/buero-landrat", form, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("höchstens 20 MiB", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WorksByFormAndCookie_AndEndsWithSignOut()
    {
        using var client =
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
            { BaseAddress = county.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var before = await client.GetAsync("/fristen", Cancellation);
        Assert.Equal("/anmelden?weiter=%2Ffristen", before.Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.OK, (await Enter(client, "falsches Kennwort", "/fristen")).StatusCode);
        using var entered = await Enter(client, "ein-langes-Kennwort", "/fristen");
        Assert.Equal((HttpStatusCode.Redirect, "/fristen"), (entered.StatusCode, entered.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/fristen", Cancellation)).StatusCode);

        using var left = await client.PostAsync("/abmelden", await Form(client, "/fristen"), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/fristen", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("//boese.example")]
    [InlineData("/\\boese.example")]
    [InlineData("https://boese.example")]
    public async Task SignIn_NeverLeadsToAnotherServer(string next)
    {
        using var client =
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
            { BaseAddress = county.Address };
        using var entered = await Enter(client, "ein-langes-Kennwort", next);
        Assert.Equal("/", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task TheAuditLog_KnowsUploadsAndReadDrafts()
    {
        using var client = county.As("fachamt");
        using var upload = await client.PutAsync("/api/v1/eingang/buero-landrat/protokoll.csv",
            new StringContent("x", Encoding.UTF8), Cancellation);
        await client.GetByteArrayAsync("/api/v1/berichte/2025-Q1/1111.pdf", Cancellation);
        // Whoever reads the log finds the lines that waited written.
        using var administration = county.As("administration");
        Assert.Contains("protokoll.csv", await administration.GetStringAsync("/protokoll", Cancellation),
            StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(
            Path.Combine(county.Data, "protokoll", DateTime.UtcNow.ToString("yyyy-MM", null) + ".jsonl"), Cancellation);
        Assert.Contains("\"wer\":\"fachamt\",\"rolle\":\"fachamt\",\"was\":\"upload\",\"objekt\":\"buero-landrat/protokoll.csv\"",
            log, StringComparison.Ordinal);
        Assert.Contains("\"was\":\"entwurf-gelesen\",\"objekt\":\"2025-Q1/1111.pdf\"", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAuditLog_HasOneLineForAZip_AndNoneForWhatIsNotSent()
    {
        using var client = county.As("controlling");
        const string Address = "/api/v1/berichte/2025-Q1/1121.json";
        using var first = await client.GetAsync(Address, Cancellation);
        var before = await Lines();
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address), Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Cancellation)).StatusCode);
        Assert.Equal(before, await Lines());
        await client.GetByteArrayAsync("/api/v1/berichte/2025-Q1.zip", Cancellation);
        Assert.Equal(before + 1, await Lines());

        async Task<int> Lines() =>
            (await county.App.Services.GetRequiredService<AuditLog>()
                .Read(DateTime.UtcNow.ToString("yyyy-MM", null), Cancellation))
            .Count(entry => entry is { Action: "entwurf-gelesen", By: "controlling" });
    }

    [Theory]
    [InlineData("If-Match", "*")]
    [InlineData("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("If-Unmodified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")]
    public async Task ADraftThatIsSentAlthoughItsMarkFits_IsInTheAuditLog(string condition, string value)
    {
        using var client = county.As("controlling");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/berichte/2025-Q1/1231.pdf");
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        request.Headers.TryAddWithoutValidation(condition, value);
        var before = await Lines();
        using var answer = await client.SendAsync(request, Cancellation);
        var length = (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length;
        Assert.True(length == 0 || await Lines() == before + 1, $"{answer.StatusCode}, {length} bytes");

        async Task<int> Lines() =>
            (await county.App.Services.GetRequiredService<AuditLog>()
                .Read(DateTime.UtcNow.ToString("yyyy-MM", null), Cancellation))
            .Count(entry => entry is { Action: "entwurf-gelesen", Object: "2025-Q1/1231.pdf" });
    }

    [Fact]
    public async Task AFileSentAgain_IsInTheAuditLogAgain()
    {
        using var client = county.As("fachamt");
        for (var time = 1; time <= 2; time++)
        {
            using var upload = await client.PutAsync("/api/v1/eingang/buero-landrat/zweimal.csv", new StringContent("x"),
                Cancellation);
            var entries = await county.App.Services.GetRequiredService<AuditLog>()
                .Read(DateTime.UtcNow.ToString("yyyy-MM", null), Cancellation);
            Assert.Equal(time, entries.Count(entry => entry is { Action: "upload", Object: "buero-landrat/zweimal.csv" }));
        }
    }

    [Fact]
    public async Task SlowUploads_KeepNobodyElseFromUploading()
    {
        using var client = county.As("fachamt");
        using var ends = new CancellationTokenSource();
        var slow = Enumerable.Range(1, 3)
            .Select(number =>
            client.PutAsync($"/api/v1/eingang/buero-landrat/langsam-{number}.csv", new SlowContent(), ends.Token)).ToList();
        await Task.Delay(500, Cancellation);
        using var quick = await client.PutAsync("/api/v1/eingang/buero-landrat/schnell.csv", new StringContent("x"), Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, quick.StatusCode);
        Assert.All(slow, upload => Assert.False(upload.IsCompleted));
        await ends.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(slow));
    }

    [Fact]
    public async Task BehindAProxyThatEndsTls_TheVisitorsSchemeCounts()
    {
        using var client = county.As("controlling");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.GetAsync("/", Cancellation);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(answer.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Theory]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Via", "1.1 nginx")]
    public async Task WhereThisMachineMayEverything_AProxyMayNothing(string header, string value)
    {
        using var folder = new EmptyCounty();
        await using var app = await WebCounty.Start(folder.Data, new WebLimits());
        using var client = WebCounty.ClientOf(new Uri(app.Urls.First()), key: null);
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        using var answer = await client.GetAsync("/api/v1/lieferungen", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("zugang anlegen", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorPage_SaysNothingAboutTheProgram()
    {
        using var client = county.As("controlling");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        var page = await (await client.GetAsync("/gibt/es/nicht", Cancellation)).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Nicht gefunden", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(county.Data, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoAsksTooOften_HasToWait()
    {
        using var folder = new EmptyCounty();
        await using var app = await WebCounty.Start(folder.Data, new WebLimits { RequestsPerMinute = 3 });
        using var client = WebCounty.ClientOf(new Uri(app.Urls.First()), key: null);
        for (var index = 0; index < 3; index++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Cancellation)).StatusCode);
        using var refused = await client.GetAsync("/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task WhereThisMachineMayEverything_AForeignHostNameMayNothing()
    {
        using var folder = new EmptyCounty();
        await using var app = await WebCounty.Start(folder.Data, new WebLimits());
        using var client = WebCounty.ClientOf(new Uri(app.Urls.First()), key: null);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lieferungen", Cancellation)).StatusCode);
        client.DefaultRequestHeaders.Host = "boese.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/lieferungen", Cancellation)).StatusCode);
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", "e30=");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/lieferungen", Cancellation)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Enter(HttpClient client, string secret, string next) =>
        await client.PostAsync("/anmelden",
            await Form(client, "/anmelden", ("name", "controlling"), ("kennwort", secret), ("weiter", next)), Cancellation);

    private static async Task<FormUrlEncodedContent> Form(HttpClient client, string page,
        params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(page, Cancellation)).Groups["token"].Value;
        return new FormUrlEncodedContent(
            [new("formular", WebUtility.HtmlDecode(token)),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
    }

    [GeneratedRegex("name=\"formular\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("<style|<script>|\\sstyle=|\\son[a-z]+=|javascript:", RegexOptions.NonBacktracking)]
    private static partial Regex InlineStyleOrScript();

    /// <summary>A body that never ends, quick enough for the server to go on waiting.</summary>
    private sealed class SlowContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            while (true)
            {
                await stream.WriteAsync(new byte[1024], Cancellation);
                await stream.FlushAsync(Cancellation);
                await Task.Delay(200, Cancellation);
            }
        }

        protected override bool TryComputeLength(out long length) => (length = 0) > 0;
    }

    /// <summary>A data folder with nothing in it.</summary>
    private sealed class EmptyCounty : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-leer-");

        public string Data => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
