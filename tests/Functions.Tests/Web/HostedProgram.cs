using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

/// <summary>The program as the Functions host starts it, behind App Service authentication, without the host.</summary>
internal static class HostedProgram
{
    // A storage nobody listens on: what is asked here ends before it.
    private const string NoStorage =
        "DefaultEndpointsProtocol=http;AccountName=niemand;AccountKey=bmllbWFuZA==;BlobEndpoint=http://127.0.0.1:1/niemand;QueueEndpoint=http://127.0.0.1:1/niemand;TableEndpoint=http://127.0.0.1:1/niemand";

    public static WebApplication Build() => CustomHandler.Build(new ProgramSettings
    {
        Port = LocalPorts.Free(1)[0],
        Storage = NoStorage,
        Access = new AccessMode.ByAppService(IsPublic: false),
    });

    /// <summary>A client whose requests come through the host from a visitor of a role; „ohne“ signs in nowhere.</summary>
    public static HttpClient ClientOf(WebApplication app, string role)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "produktreport.example");
        if (role != "ohne")
            client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Principal(role == "fachamt" ? $"fachamt:{WebCounty.Own}" : role));
        return client;
    }

    private static string Principal(string role) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        claims = new[] { new { typ = "name", val = role }, new { typ = "roles", val = role } },
        name_typ = "name",
        role_typ = "roles",
    }));
}

/// <summary>The routes only the host may call, asked for by everybody else.</summary>
public sealed class HostedProgramTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachRole_FindsNothing_WhereTheHostSendsItsEvents()
    {
        await using var app = HostedProgram.Build();
        await app.StartAsync(Cancellation);
        foreach (var row in AuthorisationMatrix.RowsOfTheHost)
        {
            var got = new List<int>();
            foreach (var role in WebCounty.RoleNames)
            {
                using var client = HostedProgram.ClientOf(app, role);
                using var answer = await client.PostAsync(row.Address, row.SampleContent(), Cancellation);
                got.Add((int)answer.StatusCode);
            }

            Assert.Equal(row.Expected, got);
        }
    }

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
