using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

/// <summary>
/// Whose requests are counted together where a proxy on this machine hands them on, and where somebody only claims to be one.
/// </summary>
public sealed class ProxyTests : IDisposable
{
    private const int PerMinute = 3;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-proxy-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ProxyTests() =>
        File.WriteAllBytes(Path.Combine(folder.FullName, AccessFile.Name), new AccessFile(IsPublic: false, []).Write());

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task BehindAProxyOnThisMachine_EachVisitorHasALimitOfTheirOwn()
    {
        await using var app = await Start("http://127.0.0.1:0");
        var address = new Uri(app.Urls.First());
        Assert.Equal([200, 200, 200, 429], await Ask(address, _ => "203.0.113.7"));
        Assert.Equal([200, 200, 200, 429], await Ask(address, _ => "203.0.113.8"));
        // What stands before the last entry is what the visitor claims.
        Assert.Equal([429, 429, 429, 429], await Ask(address, number => $"198.51.100.{number}, 203.0.113.7"));
    }

    [Fact]
    public async Task WhoComesFromElsewhere_IsNotBelievedToBeAProxy()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Assert.SkipWhen(own is null, "This machine has no address but its own loopback.");
        await using var app = await Start($"http://{own}:0");
        Assert.Equal([200, 200, 200, 429], await Ask(new Uri(app.Urls.First()), number => $"203.0.113.{number}"));
    }

    [Fact]
    public async Task BehindThePlatform_EachVisitorHasALimitOfTheirOwn_WhateverElseTheyClaim()
    {
        await using var app = await StartBehindThePlatform();
        Assert.Equal([200, 200, 200, 429], await Ask(app, number => [("CLIENT-IP", $"203.0.113.7:{40_000 + number}")]));
        Assert.Equal([200, 200, 200, 429], await Ask(app, number => [("CLIENT-IP", $"203.0.113.8:{40_000 + number}")]));
        // What the front end does not write over is only what the visitor says.
        foreach (var forged in (string[])["X-Forwarded-For", "X-Client-IP", "X-Azure-ClientIP", "X-Azure-SocketIP", "X-Real-IP",
            "X-Original-For"])
            Assert.Equal([429, 429, 429, 429],
                await Ask(app, number => [("CLIENT-IP", "203.0.113.7:1"), (forged, $"198.51.100.{number}")]));
    }

    [Theory]
    [InlineData("kein Ort")]
    [InlineData("203.0.113.9, 203.0.113.{0}")]
    public async Task AnAddressThePlatformDoesNotWrite_IsNotBelieved(string text)
    {
        await using var app = await StartBehindThePlatform();
        Assert.Equal(
            [200, 200, 200, 429],
            await Ask(app, number => [("CLIENT-IP", text.Replace("{0}", $"{number}", StringComparison.Ordinal))]));
    }

    [Fact]
    public async Task TwoAddresses_AreNotWhatThePlatformWrites_AndNotBelieved()
    {
        await using var app = await StartBehindThePlatform();
        Assert.Equal([200, 200, 200, 429],
            await Ask(app, number => [("CLIENT-IP", $"203.0.113.{number}"), ("CLIENT-IP", "203.0.113.9")]));
    }

    [Fact]
    public async Task WithoutThePlatform_ItsHeaderIsNotBelieved()
    {
        await using var app = await Start("http://127.0.0.1:0");
        Assert.Equal([200, 200, 200, 429], await Ask(app, number => [("CLIENT-IP", $"203.0.113.{number}")]));
    }

    private static async Task<WebApplication> StartBehindThePlatform()
    {
        var app = HostedProgram.Build(limits: new WebLimits { RequestsPerMinute = PerMinute });
        await app.StartAsync(Cancellation);
        return app;
    }

    private Task<WebApplication> Start(string urls) =>
        WebCounty.Start(folder.FullName, new WebLimits { RequestsPerMinute = PerMinute }, urls);

    /// <summary>The answers to one request more than one visitor has in a minute.</summary>
    /// <param name="program">Where the program listens.</param>
    /// <param name="forwardedFor">For whom the number-th request says to come.</param>
    private static Task<List<int>> Ask(Uri program, Func<int, string> forwardedFor) =>
        Ask(program, number => [("X-Forwarded-For", forwardedFor(number))]);

    private static Task<List<int>> Ask(WebApplication app, Func<int, IReadOnlyList<(string Name, string Value)>> headers) =>
        Ask(new Uri(app.Urls.First()), headers);

    private static async Task<List<int>> Ask(Uri program, Func<int, IReadOnlyList<(string Name, string Value)>> headers)
    {
        var answers = new List<int>();
        using var client = WebCounty.ClientOf(program, key: null);
        for (var number = 1; number <= PerMinute + 1; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
            foreach (var header in headers(number).ToLookup(header => header.Name, header => header.Value))
                request.Headers.Add(header.Key, header);
            using var answer = await client.SendAsync(request, Cancellation);
            answers.Add((int)answer.StatusCode);
        }

        return answers;
    }
}
