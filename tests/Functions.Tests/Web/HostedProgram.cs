using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

/// <summary>The portal as it is behind the Functions host and App Service authentication, without the host.</summary>
internal static class HostedProgram
{
    // A storage nobody listens on: what is asked here ends before it.
    private const string NoStorage =
        "DefaultEndpointsProtocol=http;AccountName=niemand;AccountKey=bmllbWFuZA==;BlobEndpoint=http://127.0.0.1:1/niemand;"
            + "QueueEndpoint=http://127.0.0.1:1/niemand;TableEndpoint=http://127.0.0.1:1/niemand";

    public static WebApplication Build(string storage = NoStorage, bool isPublic = false, WebLimits? limits = null) =>
        StandaloneProgram.Build(
        new StandaloneOptions
        {
            Storage = storage,
            Once = true,
            Urls = "http://127.0.0.1:0",
            Today = DateOnly.Parse(TestCounty.Today, null),
            Access = new AccessMode.ByAppService(isPublic),
            Limits = limits ?? new WebLimits(),
        },
        TextWriter.Null);

    /// <summary>A client of a visitor of a role; „ohne“ signs in nowhere.</summary>
    public static HttpClient ClientOf(WebApplication app, string role)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        if (role != "ohne")
            client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL",
                Principal(role == "fachamt" ? $"fachamt:{WebCounty.Own}" : role));
        return client;
    }

    private static string Principal(string role) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        claims = new[] { new { typ = "name", val = role }, new { typ = "roles", val = role } },
        name_typ = "name",
        role_typ = "roles",
    }));
}

/// <summary>Who visitors are where App Service authentication says so.</summary>
public sealed class HostedProgramTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ohne", 401)]
    [InlineData("leser", 403)]
    [InlineData("controlling", 403)]
    public async Task TheRolesOfThisTest_AreKnownToTheProgram(string role, int expected)
    {
        await using var app = HostedProgram.Build();
        await app.StartAsync(Cancellation);
        using var client = HostedProgram.ClientOf(app, role);
        using var answer = await client.GetAsync("/protokoll", Cancellation);
        Assert.Equal(expected, (int)answer.StatusCode);
    }
}
