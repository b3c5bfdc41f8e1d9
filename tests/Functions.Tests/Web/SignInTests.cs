using System.Net;
using Microsoft.AspNetCore.Builder;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

/// <summary>Where people sign in and out, by the way the program is hosted; and what guessing comes to.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Password = "ein-langes-Kennwort";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-anmeldung-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnAzure_PeopleSignInAndOutThroughThePlatform(bool isPublic)
    {
        await using var app = await Start(new AccessMode.ByAppService(isPublic));
        using var client = Browser(app);
        using var form = await client.GetAsync("/anmelden?weiter=%2Ffristen", Cancellation);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Ffristen", form.Headers.Location?.OriginalString);
        using var start = await client.GetAsync("/", Cancellation);
        Assert.Equal(isPublic ? HttpStatusCode.OK : HttpStatusCode.Redirect, start.StatusCode);
        if (isPublic)
            Assert.Contains("href=\"/.auth/login/aad?post_login_redirect_uri=%2F\"",
                await start.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(
            """{"name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Erika"},{"typ":"roles","val":"controlling"}]}"""u8));
        var page = await client.GetStringAsync("/", Cancellation);
        Assert.Contains("href=\"/.auth/logout?post_logout_redirect_uri=%2F\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/abmelden", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnAzure_NoSecretIsTakenByForm_AndNothingIsLogged()
    {
        await using var app = await Start(new AccessMode.ByAppService(IsPublic: false));
        using var client = Browser(app);
        using var form = new FormUrlEncodedContent([new("name", "x"), new("kennwort", "y")]);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.PostAsync("/anmelden", form, Cancellation)).StatusCode);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "protokoll")));
    }

    [Fact]
    public async Task WrongKeys_AreAnsweredWith429_WhileOthersAtTheSameAddressComeIn()
    {
        await WriteAccesses("eva", "max");
        await using var app = await Start(new AccessMode.ByFile(Path.Combine(folder.FullName, AccessFile.Name)),
            new WebLimits { SignInsPerMinute = 2 });
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(app, "eva:falsch-1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(app, "eva:falsch-2"));
        using var client = WebCounty.ClientOf(new Uri(app.Urls.First()), "eva:falsch-3");
        using var refused = await client.GetAsync("/api/v1/berichte", Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, await Status(app, $"max:{Password}"));
    }

    [Fact]
    public async Task WrongKeys_AreAnsweredWith429_AlsoUnderEverNewNames()
    {
        await WriteAccesses("eva");
        await using var app = await Start(new AccessMode.ByFile(Path.Combine(folder.FullName, AccessFile.Name)),
            new WebLimits { FailedSignInsPerMinute = 3 });
        foreach (var number in Enumerable.Range(1, 3))
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(app, $"zufall{number}:falsch"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Status(app, "zufall4:falsch"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Status(app, $"eva:{Password}"));
    }

    [Fact]
    public async Task KeysInAFullLine_AreTurnedAwayAtOnce()
    {
        await WriteAccesses("eva");
        await using var app = await Start(new AccessMode.ByFile(Path.Combine(folder.FullName, AccessFile.Name)),
            new WebLimits { SignInsWaiting = 1 });
        // Each on a thread of its own, or a busy machine takes them one after the other, and none waits.
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, 32), ports);
        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Status(app, $"zufall{number}:falsch")));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Contains(HttpStatusCode.Unauthorized, answers);
        Assert.Equal(HttpStatusCode.OK, await Status(app, $"eva:{Password}"));
    }

    [Fact]
    public async Task RightKeys_DoNotCountTowardsTheLimit()
    {
        string[] names = ["a", "b", "c"];
        await WriteAccesses(names);
        await using var app = await Start(new AccessMode.ByFile(Path.Combine(folder.FullName, AccessFile.Name)),
            new WebLimits { SignInsPerMinute = 1 });
        foreach (var name in names)
            Assert.Equal(HttpStatusCode.OK, await Status(app, $"{name}:{Password}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(app, "a:falsch"));
        Assert.Equal(HttpStatusCode.OK, await Status(app, $"a:{Password}"));
    }

    [Theory]
    [InlineData("203.0.113.7:50123", "203.0.113.7")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::99", "2001:db8:1:2::/64")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("unbekannt", "")]
    public void AnAddress_CountsWithoutItsPort_AndIPv6ByNetwork(string forwarded, string expected) =>
        Assert.Equal(expected, VisitorAddress.KeyOf(VisitorAddress.Parse(forwarded)));

    private static async Task<HttpStatusCode> Status(WebApplication app, string key)
    {
        using var client = WebCounty.ClientOf(new Uri(app.Urls.First()), key);
        using var answer = await client.GetAsync("/api/v1/berichte", Cancellation);
        return answer.StatusCode;
    }

    private static HttpClient Browser(WebApplication app)
    {
        var client = WebCounty.ClientOf(new Uri(app.Urls.First()), key: null);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    private Task WriteAccesses(params string[] names)
    {
        var kept = Secret.Hash(Password);
        var file = new AccessFile(false, [.. names.Select(name => new Access(name, "leser", [], kept))]);
        return File.WriteAllBytesAsync(Path.Combine(folder.FullName, AccessFile.Name), file.Write(), Cancellation);
    }

    private async Task<WebApplication> Start(AccessMode mode, WebLimits? limits = null)
    {
        var options = new StandaloneOptions
        {
            Data = folder.FullName,
            Urls = "http://127.0.0.1:0",
            Access = mode,
            Limits = limits
            ?? new WebLimits(),
            Once = true
        };
        var app = StandaloneProgram.Build(options, TextWriter.Null);
        await app.StartAsync(Cancellation);
        return app;
    }
}
