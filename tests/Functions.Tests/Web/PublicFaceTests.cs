using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Produktreport.Core.German;
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
        // One and a quarter posts: what a post costs stands nowhere else.
        var posts = "Produkt;Leistung;Grundzahl;Periode;Art;Wert\n1121;11214;stellen;Q1/2025;Ist;1,25\n";
        using var upload = await controlling.PutAsync("/api/v1/eingang/personalamt/stellen.csv", new StringContent(posts, Encoding.UTF8, "text/csv"), Cancellation);
        Assert.Equal(HttpStatusCode.Created, upload.StatusCode);
        await county.Work();
        foreach (var product in (string[])[Suppressed, "1111", "5211", Harmless])
        {
            var address = $"/api/v1/berichte/2025-Q1/{product}.pdf";
            Assert.Equal(HttpStatusCode.NotFound, (await everybody.GetAsync(address, Cancellation)).StatusCode);
            await Release(controlling, product);
            Assert.Equal(HttpStatusCode.OK, (await everybody.GetAsync(address, Cancellation)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await everybody.GetAsync("/api/v1/berichte/2025-Q1/1231.pdf", Cancellation)).StatusCode);
        var history = await everybody.GetFromJsonAsync<ReleaseHistory>($"/api/v1/berichte/2025-Q1/{Suppressed}/freigabe", Cancellation);
        Assert.Equal(("", ""), (Assert.Single(history!.Releases).By, history.Releases[0].Fingerprint));
        await NothingSuppressedIsShown(controlling, everybody);
        await TheCombinedCsvConsistsOfPublicEditions(controlling, everybody);
    }

    [Fact]
    public async Task WithoutSignIn_EverythingButReportsIsClosed()
    {
        using var everybody = county.As("ohne");
        var closed = AuthorisationMatrix.Rows.Where(row => row.Expected[0] == 401 && AccessTable.Find(row.Method, row.Route)!.Who != Who.ReadersOfReports).ToList();
        Assert.NotEmpty(closed);
        foreach (var row in closed)
        {
            using var request = new HttpRequestMessage(new HttpMethod(row.Method), row.Address) { Content = row.SampleContent() };
            using var answer = await everybody.SendAsync(request, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{row.Method} {row.Address}: {answer.StatusCode}");
        }
    }

    private static async Task NothingSuppressedIsShown(HttpClient controlling, HttpClient everybody)
    {
        const string Address = $"/api/v1/berichte/2025-Q1/{Suppressed}";
        var hidden = Hidden(await Rows(controlling, Address), await Rows(everybody, Address)).ToList();
        Assert.NotEmpty(hidden);
        var answers = new List<string>
        {
            await everybody.GetStringAsync(Address + ".json", Cancellation),
            await everybody.GetStringAsync(Address + ".csv", Cancellation),
            await everybody.GetStringAsync($"/produkte/{Suppressed}/2025-Q1", Cancellation),
            await Unzip(await everybody.GetByteArrayAsync("/api/v1/berichte/2025-Q1.zip", Cancellation)),
        };
        foreach (var (level, id, field, _) in hidden)
        {
            answers.Add(await everybody.GetStringAsync($"/produkte/{Suppressed}/2025-Q1/warum/{level}/{id}/{field}", Cancellation));
            answers.Add(await everybody.GetStringAsync($"/api/v1/kennzahlen/{level}/{id}", Cancellation));
        }

        foreach (var (_, _, _, value) in hidden)
        {
            foreach (var text in (string[])[value.ToString(CultureInfo.InvariantCulture), GermanFormat.Number(value, 2)])
                Assert.All(answers, answer => Assert.DoesNotContain(text, answer, StringComparison.Ordinal));
        }
    }

    private static async Task TheCombinedCsvConsistsOfPublicEditions(HttpClient controlling, HttpClient everybody)
    {
        var reports = await controlling.GetFromJsonAsync<JsonElement>("/api/v1/berichte?periode=2025-Q1", Cancellation);
        foreach (var product in reports.GetProperty("eintraege").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!).OrderBy(name => name == "gesamt"))
            await Release(controlling, product);
        var (full, shown) = (await Csv(controlling), await Csv(everybody));
        Assert.Equal(full.Length, shown.Length);
        var suppressed = full.Zip(shown).Where(pair => pair.First != pair.Second).ToList();
        Assert.Contains(suppressed, pair => pair.First.Contains("kosten_je_stelle", StringComparison.Ordinal));
    }

    // Small numbers stand everywhere, by chance.
    private static IEnumerable<(string Level, string Id, string Field, decimal Value)> Hidden(JsonElement full, JsonElement shown) =>
        from pair in full.EnumerateArray().Zip(shown.EnumerateArray())
        from field in (string[])["istPeriode", "istKumuliert"]
        where pair.First.GetProperty(field).ValueKind == JsonValueKind.Number && pair.Second.GetProperty(field).ValueKind == JsonValueKind.Null
        let value = pair.First.GetProperty(field).GetDecimal()
        where value > 1000
        select (pair.First.GetProperty("ebene").GetString(), pair.First.GetProperty("id").GetString(), field, value);

    private static async Task<JsonElement> Rows(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<JsonElement>(address + ".json", Cancellation)).GetProperty("zeilen");

    private static async Task<string[]> Csv(HttpClient client) =>
        (await client.GetStringAsync("/api/v1/berichte/2025-Q1/gesamt.csv", Cancellation)).Split('\n');

    private static async Task<string> Unzip(byte[] zip)
    {
        var text = new StringBuilder();
        await using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation));
            text.Append(await reader.ReadToEndAsync(Cancellation));
        }

        return text.ToString();
    }

    private static async Task Release(HttpClient controlling, string product)
    {
        var address = $"/api/v1/berichte/2025-Q1/{product}";
        var version = (await controlling.GetFromJsonAsync<JsonElement>(address + ".json", Cancellation)).GetProperty("version").GetInt32();
        using var answer = await controlling.PostAsJsonAsync(address + "/freigabe", new { version }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
