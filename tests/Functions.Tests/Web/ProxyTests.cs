using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Produktreport.Functions.Web;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

/// <summary>Whose requests are counted together where a proxy on this machine hands them on, and where somebody only claims to be one.</summary>
public sealed class ProxyTests : IDisposable
{
    private const int PerMinute = 3;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-proxy-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ProxyTests() => File.WriteAllBytes(Path.Combine(folder.FullName, AccessFile.Name), new AccessFile(IsPublic: false, []).Write());

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
        var own = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(address => address.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Assert.SkipWhen(own is null, "This machine has no address but its own loopback.");
        await using var app = await Start($"http://{own}:0");
        Assert.Equal([200, 200, 200, 429], await Ask(new Uri(app.Urls.First()), number => $"203.0.113.{number}"));
    }

    private Task<WebApplication> Start(string urls) => WebCounty.Start(folder.FullName, new WebLimits { RequestsPerMinute = PerMinute }, urls);

    /// <summary>The answers to one request more than one visitor has in a minute.</summary>
    /// <param name="program">Where the program listens.</param>
    /// <param name="forwardedFor">For whom the number-th request says to come.</param>
    private static async Task<List<int>> Ask(Uri program, Func<int, string> forwardedFor)
    {
        var answers = new List<int>();
        using var client = WebCounty.ClientOf(program, key: null);
        for (var number = 1; number <= PerMinute + 1; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { { "X-Forwarded-For", forwardedFor(number) } } };
            using var answer = await client.SendAsync(request, Cancellation);
            answers.Add((int)answer.StatusCode);
        }

        return answers;
    }
}
