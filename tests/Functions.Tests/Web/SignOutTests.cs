using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Standalone.Commands;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

/// <summary>What a cookie is worth once its session ended, whoever kept a copy of it; and what an account withstands.</summary>
public sealed partial class SignOutTests : IDisposable
{
    private const string Password = "ein-langes-Kennwort";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-abmeldung-");

    public SignOutTests() => Write("eva", "max");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Accesses => Path.Combine(folder.FullName, AccessFile.Name);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task SigningOut_EndsTheSession_ForEveryCopyOfTheCookie_InEveryProcess()
    {
        await using var one = await Start();
        await using var other = await Start();
        var (cookie, elsewhere) = (await Enter(one, "eva"), await Enter(one, "eva"));
        Assert.True(await LetsIn(one, cookie));
        Assert.True(await LetsIn(other, cookie));

        await SignOut(other, cookie);
        Assert.False(await LetsIn(one, cookie));
        Assert.False(await LetsIn(other, cookie));
        Assert.True(await LetsIn(one, elsewhere));
    }

    [Fact]
    public async Task ARestart_LeavesOpenSessionsOpen_AndEndedOnesEnded()
    {
        string open, ended;
        await using (var before = await Start())
        {
            (open, ended) = (await Enter(before, "eva"), await Enter(before, "eva"));
            await SignOut(before, ended);
        }

        await using var after = await Start();
        Assert.Equal((true, false), (await LetsIn(after, open), await LetsIn(after, ended)));
    }

    [Fact]
    public async Task SigningInAgain_EndsTheSessionOfThisBrowser()
    {
        await using var app = await Start();
        var first = await Enter(app, "eva");
        var second = await Enter(app, "max", first);
        Assert.Equal((false, true), (await LetsIn(app, first), await LetsIn(app, second)));
    }

    [Theory]
    [InlineData("entfernen eva", "")]
    [InlineData("anlegen eva --rolle controlling", "ein-neues-Kennwort\n")]
    [InlineData("abmelden eva", "")]
    [InlineData("sperren eva", "")]
    public async Task AnAccessThatIsRemovedOrRenewedOrBlocked_LosesItsSessionsAtOnce_AndNoOtherDoes(string command, string typed)
    {
        await using var app = await Start();
        var (cookie, other) = (await Enter(app, "eva"), await Enter(app, "max"));
        await Call(command, typed);
        Assert.Equal((false, true), (await LetsIn(app, cookie), await LetsIn(app, other)));
    }

    [Fact]
    public async Task ABlockedAccess_LetsNobodyIn_UntilItIsLetInAgain_AndBringsNoSessionBack()
    {
        await using var app = await Start();
        var cookie = await Enter(app, "eva");
        await Call("sperren eva");
        using var book = new AccessBook(new AccessMode.ByFile(Accesses), new WebLimits(), NullLogger<AccessBook>.Instance);
        Assert.IsType<SignInOutcome.Refused>(
            await book.Verify("eva", Password, "192.0.2.1", DateTimeOffset.UnixEpoch, Cancellation));
        Assert.Equal("eva: controlling (gesperrt)\nmax: controlling\n", await Call("liste"));
        await Call("entsperren eva");
        Assert.False(await LetsIn(app, cookie));
        Assert.True(await LetsIn(app, await Enter(app, "eva")));
        Assert.DoesNotContain("gesperrt", await File.ReadAllTextAsync(Accesses, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccessThatComesBackAsItWas_BringsNoSessionBack()
    {
        await using var app = await Start();
        var cookie = await Enter(app, "eva");
        var asItWas = await File.ReadAllBytesAsync(Accesses, Cancellation);
        Write("max");
        Assert.False(await LetsIn(app, cookie));
        await File.WriteAllBytesAsync(Accesses, asItWas, Cancellation);
        File.SetLastWriteTimeUtc(Accesses, DateTime.UtcNow.AddSeconds(5));
        Assert.False(await LetsIn(app, cookie));
        Assert.True(await LetsIn(app, await Enter(app, "eva")));
    }

    [Fact]
    public async Task ACookieWithoutASession_AsFromAnOlderProgram_LetsNobodyIn()
    {
        await using var app = await Start();
        var cookie = await Enter(app, "eva");
        Directory.Delete(Path.Combine(folder.FullName, "sitzungen", "angemeldet"), recursive: true);
        Assert.False(await LetsIn(app, cookie));
    }

    [Fact]
    public async Task GuessingFromEverywhere_EndsAtALimitOfTheName_ButNotWhereThePersonCameInBefore()
    {
        using var book = new AccessBook(new AccessMode.ByFile(Accesses), new WebLimits { FailedSignInsOfNamePerHour = 3 },
            NullLogger<AccessBook>.Instance);
        Assert.IsType<SignInOutcome.Admitted>(await Verify("eva", Password, "192.0.2.1"));
        foreach (var number in Enumerable.Range(1, 3))
            Assert.IsType<SignInOutcome.Refused>(
                await Verify(number % 2 == 0 ? "EVA" : "eva", "geraten-geraten", $"203.0.113.{number}"));
        Assert.IsType<SignInOutcome.TooMany>(await Verify("eva", "geraten-geraten", "203.0.113.4"));
        Assert.IsType<SignInOutcome.TooMany>(await Verify("eva", "ein-anderes-Kennwort", "203.0.113.5"));
        // Whom somebody wants to lock out comes in all the same, and so does everybody else.
        Assert.IsType<SignInOutcome.Refused>(await Verify("eva", "vertippt-vertippt", "192.0.2.1"));
        Assert.IsType<SignInOutcome.Admitted>(await Verify("eva", Password, "192.0.2.1"));
        Assert.IsType<SignInOutcome.Admitted>(await Verify("max", Password, "203.0.113.4"));

        Task<SignInOutcome> Verify(string name, string secret, string source) =>
            book.Verify(name, secret, source, DateTimeOffset.UnixEpoch, Cancellation);
    }

    private async Task<string> Call(string command, string typed = "")
    {
        var said = new StringWriter { NewLine = "\n" };
        string[] words = ["zugang", .. command.Split(' '), "--data", folder.FullName];
        Assert.Equal(ExitCodes.Success, await CommandLine.Run(words, new StringReader(typed), said, TextWriter.Null));
        return said.ToString();
    }

    private async Task<WebApplication> Start()
    {
        var options =
            new StandaloneOptions
            {
                Data = folder.FullName,
                Urls = "http://127.0.0.1:0",
                Access = new AccessMode.ByFile(Accesses),
                Once = true
            };
        var app = StandaloneProgram.Build(options, TextWriter.Null);
        await app.StartAsync(Cancellation);
        return app;
    }

    /// <summary>Signs in by form as a browser does; with a former session where one is given.</summary>
    /// <returns>The cookie of the session.</returns>
    private static async Task<string> Enter(WebApplication app, string name, string? former = null)
    {
        using var answer = await Post(app, "/anmelden", former, [new("name", name), new("kennwort", Password)]);
        return CookieOf(answer, "produktreport=");
    }

    private static async Task SignOut(WebApplication app, string cookie)
    {
        using var answer = await Post(app, "/abmelden", cookie, []);
        Assert.Equal("/anmelden", answer.Headers.Location?.OriginalString);
        Assert.Equal("\"cache\", \"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
    }

    private static async Task<HttpResponseMessage> Post(WebApplication app, string address, string? session,
        KeyValuePair<string, string>[] fields)
    {
        using var page = await Send(app, new HttpRequestMessage(HttpMethod.Get, session is null ? "/anmelden" : "/fristen"),
            session);
        var token = FormToken().Match(await page.Content.ReadAsStringAsync(Cancellation)).Groups["wert"].Value;
        var cookies = string.Join("; ", ((string?[])[session, CookieOf(page, "produktreport-formular=")]).OfType<string>());
        var form = new FormUrlEncodedContent([.. fields, new("formular", WebUtility.HtmlDecode(token))]);
        var answer = await Send(app, new HttpRequestMessage(HttpMethod.Post, address) { Content = form }, cookies);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }

    private static async Task<bool> LetsIn(WebApplication app, string cookie)
    {
        // Who is not signed in is sent to sign in; who is finds that nothing is due in an empty folder.
        using var answer = await Send(app, new HttpRequestMessage(HttpMethod.Get, "/fristen"), cookie);
        Assert.True(answer.StatusCode == HttpStatusCode.NotFound
            || answer.Headers.Location?.OriginalString == "/anmelden?weiter=%2Ffristen", $"{answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.NotFound;
    }

    private static async Task<HttpResponseMessage> Send(WebApplication app, HttpRequestMessage request, string? cookies)
    {
        using var client = WebCounty.ClientOf(new Uri(app.Urls.First()), key: null);
        request.Headers.Add("Accept", "text/html");
        if (cookies is not null)
            request.Headers.Add("Cookie", cookies);
        using (request)
            return await client.SendAsync(request, Cancellation);
    }

    private static string CookieOf(HttpResponseMessage answer, string start) =>
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(start, StringComparison.Ordinal)).Split(';')[0];

    [GeneratedRegex("name=\"formular\" value=\"(?<wert>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FormToken();

    private void Write(params string[] names)
    {
        var file = new AccessFile(false, [.. names.Select(name => new Access(name, "controlling", [], Kept))]);
        File.WriteAllBytes(Accesses, file.Write());
    }

    private static readonly string Kept = Secret.Hash(Password);
}
