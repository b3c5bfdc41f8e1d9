using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

/// <summary>What a county that publishes its reports shows without sign-in.</summary>
public sealed class PublicFaceTests(PublicCounty county) : IClassFixture<PublicCounty>
{
    private const string Suppressed = "1121";
    private const string Harmless = "1221";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReleasedReports_AreThere_WhetherOrNotAnythingIsLeftOutOfThem()
    {
        using var controlling = county.As("controlling");
        using var everybody = county.As("ohne");
        foreach (var product in (string[])[Suppressed, "1111", "5211", Harmless])
        {
            var address = $"/api/v1/berichte/2025-Q1/{product}.pdf";
            Assert.Equal(HttpStatusCode.NotFound, (await everybody.GetAsync(address, Cancellation)).StatusCode);
            await Release(controlling, product);
            Assert.Equal(HttpStatusCode.OK, (await everybody.GetAsync(address, Cancellation)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound,
            (await everybody.GetAsync("/api/v1/berichte/2025-Q1/1231.pdf", Cancellation)).StatusCode);
        var history = await everybody.GetFromJsonAsync<ReleaseHistory>($"/api/v1/berichte/2025-Q1/{Suppressed}/freigabe",
            Cancellation);
        Assert.Equal(("", ""), (Assert.Single(history!.Releases).By, history.Releases[0].Fingerprint));
        await TheCombinedCsvConsistsOfPublicEditions(controlling, everybody);
    }

    [Fact]
    public async Task WithoutSignIn_EverythingButReportsIsClosed()
    {
        using var everybody = county.As("ohne");
        var closed = AuthorisationMatrix.Rows.Where(row => row.Expected[0] == 401
            && AccessTable.Find(row.Method, row.Route)!.Who != Who.ReadersOfReports).ToList();
        Assert.NotEmpty(closed);
        foreach (var row in closed)
        {
            using var request = new HttpRequestMessage(new HttpMethod(row.Method), row.Address) { Content = row.SampleContent() };
            using var answer = await everybody.SendAsync(request, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{row.Method} {row.Address}: {answer.StatusCode}");
        }
    }

    private static async Task TheCombinedCsvConsistsOfPublicEditions(HttpClient controlling,
        HttpClient everybody)
    {
        var reports = await controlling.GetFromJsonAsync<JsonElement>("/api/v1/berichte?periode=2025-Q1", Cancellation);
        List<string> names =
            [.. reports.GetProperty("eintraege").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!)
                .OrderBy(name => name == "gesamt")];
        foreach (var name in names)
            await Release(controlling, name);
        var (full, shown) = (await Csv(controlling), await Csv(everybody));
        Assert.Equal(full.Length, shown.Length);
        var suppressed = full.Zip(shown).Where(pair => pair.First != pair.Second).ToList();
        Assert.Contains(suppressed, pair => pair.First.Contains("kosten_je_stelle", StringComparison.Ordinal));
    }

    private static async Task<string[]> Csv(HttpClient client) =>
        (await client.GetStringAsync("/api/v1/berichte/2025-Q1/gesamt.csv", Cancellation)).Split('\n');

    private static async Task Release(HttpClient controlling, string product)
    {
        var address = $"/api/v1/berichte/2025-Q1/{product}";
        var version = (await controlling.GetFromJsonAsync<JsonElement>(address + ".json", Cancellation)).GetProperty("version")
            .GetInt32();
        using var answer = await controlling.PostAsJsonAsync(address + "/freigabe", new { version }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
