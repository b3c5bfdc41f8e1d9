using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Tests.Web;

/// <summary>Released reports as an Atom feed (RFC 4287).</summary>
public sealed class ReleaseFeedTests(PublicCounty county) : IClassFixture<PublicCounty>
{
    private const string Address = "/api/v1/berichte/atom.xml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Noon = new(2025, 5, 15, 12, 0, 0, TimeSpan.FromHours(2));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReleasedReport_IsInTheFeed_WithLinksThatOpen_AndNobodysName()
    {
        using var everybody = county.As("ohne");
        using var controlling = county.As("controlling");
        Assert.DoesNotContain(Entries(await Read(everybody)), entry => IdOf(entry).Contains(":1111:", StringComparison.Ordinal));
        await Release(controlling, "1111");

        using var answer = await everybody.GetAsync(Address, Cancellation);
        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true });
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        var entry = Assert.Single(Entries(XDocument.Parse(text)),
            each => IdOf(each).EndsWith(":2025-Q1:1111:v1", StringComparison.Ordinal));
        Assert.Equal("Produktbericht 1111 Büro Landrat, 1. Quartal 2025", entry.Element(Atom + "title")!.Value);
        var history = await controlling.GetFromJsonAsync<JsonElement>("/api/v1/berichte/2025-Q1/1111/freigabe", Cancellation);
        Assert.Equal(history.GetProperty("freigaben")[0].GetProperty("am").GetString(), entry.Element(Atom + "updated")!.Value);
        var links = entry.Elements(Atom + "link").ToList();
        Assert.Equal(["application/pdf", "application/json"], links.Select(link => link.Attribute("type")!.Value));
        foreach (var link in links)
        {
            using var linked = await everybody.GetAsync(link.Attribute("href")!.Value, Cancellation);
            Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
            Assert.Equal(link.Attribute("type")!.Value, linked.Content.Headers.ContentType!.MediaType);
        }

        Assert.DoesNotContain("controlling", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            history.GetProperty("freigaben")[0].GetProperty("fingerabdruck").GetString()!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_AreInNobodysFeed_NorDoTheyDisplaceTheReleasedVersion()
    {
        using var controlling = county.As("controlling");
        await Release(controlling, "5211");
        using var upload = await controlling.PutAsync("/api/v1/eingang/bauamt/nachtrag.csv",
            new StringContent("Produkt;Grundzahl;Periode;Art;Wert\n5211;Aufwendungen;Q1/2025;Ist;99999,00\n",
            Encoding.UTF8, "text/csv"), Cancellation);
        Assert.Equal(HttpStatusCode.Created, upload.StatusCode);
        await county.Work();
        var draft = await controlling.GetFromJsonAsync<JsonElement>("/api/v1/berichte/2025-Q1/5211.json", Cancellation);
        Assert.Equal((2, "entwurf"), (draft.GetProperty("version").GetInt32(), draft.GetProperty("stand").GetString()));
        foreach (var role in WebCounty.RoleNames)
        {
            using var client = county.As(role);
            var ids = Entries(await Read(client)).Select(IdOf).ToList();
            Assert.Single(ids, id => id.EndsWith(":2025-Q1:5211:v1", StringComparison.Ordinal));
            Assert.DoesNotContain(ids, id => id.EndsWith(":2025-Q1:5211:v2", StringComparison.Ordinal)
                || id.Contains(":1231:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task TheLastReleased_ComesFirst()
    {
        using var controlling = county.As("controlling");
        foreach (var (product, at) in (List<(string, string)>)
            [("1121", "2025-06-01T08:00:00+02:00"), ("1221", "2025-07-01T08:00:00+02:00"), ("5421", "2025-05-20T08:00:00+02:00")])
        {
            await Release(controlling, product);
            var file = Path.Combine(county.Data, "berichte", "2025-Q1", product + ".freigabe.json");
            var history = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file, Cancellation))!;
            history["freigaben"]![0]!["am"] = at;
            await File.WriteAllTextAsync(file, history.ToJsonString(), Cancellation);
        }

        using var everybody = county.As("ohne");
        var feed = await Read(everybody);
        var products = Entries(feed).Select(entry => IdOf(entry).Split(':')[^2]).ToList();
        Assert.Equal(["1221", "1121", "5421"], products.Where(product => product is "1121" or "1221" or "5421"));
        var times = Entries(feed).Select(entry => (DateTimeOffset)entry.Element(Atom + "updated")!).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(times[0], (DateTimeOffset)feed.Root!.Element(Atom + "updated")!);
    }

    [Fact]
    public async Task VersionWhoseSuccessorIsWithdrawn_IsNewsAgain()
    {
        using var controlling = county.As("controlling");
        await Release(controlling, "5711");
        using var upload = await controlling.PutAsync("/api/v1/eingang/kaemmerei/neu-5711.csv",
            new StringContent("Produkt;Grundzahl;Periode;Art;Wert\n5711;Aufwendungen;Q1/2025;Ist;88888,00\n",
            Encoding.UTF8, "text/csv"), Cancellation);
        Assert.Equal(HttpStatusCode.Created, upload.StatusCode);
        await county.Work();
        await Release(controlling, "5711", version: 2);
        using var everybody = county.As("ohne");
        Assert.Equal(["v2"], await VersionsOf("5711"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf("5711.v1.pdf"));

        using var answer = await controlling.PostAsJsonAsync("/api/v1/berichte/2025-Q1/5711/ruecknahme",
            new { version = 2, grund = "Die Aufwendungen sind falsch gebucht." }, Cancellation);
        var history = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(["v1"], await VersionsOf("5711"));
        var entry = Entries(await Read(everybody)).Single(each => IdOf(each).Contains(":5711:", StringComparison.Ordinal));
        Assert.Equal(history.GetProperty("freigaben")[1].GetProperty("ruecknahme").GetProperty("am").GetString(),
            entry.Element(Atom + "updated")!.Value);
        Assert.Equal(HttpStatusCode.OK, await StatusOf("5711.v1.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf("5711.v2.pdf"));
        foreach (var address in (string[])["freigabe", "versionen"])
        {
            var text = await everybody.GetStringAsync($"/api/v1/berichte/2025-Q1/5711/{address}", Cancellation);
            Assert.DoesNotContain("controlling", text, StringComparison.Ordinal);
            Assert.DoesNotContain("gebucht", text, StringComparison.Ordinal);
        }

        async Task<HttpStatusCode> StatusOf(string file) =>
            (await everybody.GetAsync("/api/v1/berichte/2025-Q1/" + file, Cancellation)).StatusCode;

        async Task<List<string>> VersionsOf(string product) => [.. Entries(await Read(everybody)).Select(IdOf)
            .Where(id => id.Contains($":{product}:", StringComparison.Ordinal)).Select(id => id.Split(':')[^1])];
    }

    [Fact]
    public async Task FeedThatIsKnown_IsNotSentAgain()
    {
        using var client = county.As("leser");
        using var first = await client.GetAsync(Address, Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, Address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var other = new HttpRequestMessage(HttpMethod.Get, Address);
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"anders\""));
        using var sent = await client.SendAsync(other, Cancellation);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
    }

    [Theory]
    [InlineData("Straßen & <Wege> \"Plätze\" ]]>", "Straßen & <Wege> \"Plätze\" ]]>")]
    [InlineData("Kultur\u0001\uFFFE 𝄞", "Kultur 𝄞")]
    public void NameOfAProduct_IsText_WhateverItHolds(string name, string read)
    {
        var feed = Parse(FeedAt("https://a.example", [Report(1, name)]));
        Assert.Equal($"Produktbericht 0001 {read}, 1. Quartal 2025",
            Assert.Single(Entries(feed)).Element(Atom + "title")!.Value);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(120, 100)]
    public void Feed_HasWhatAtomAsksFor_AndAtMostAHundredEntries(int released, int shown)
    {
        List<ReleasedReport> reports = [.. Enumerable.Range(1, released).Select(number => Report(number, "Wege"))];
        var feed = Parse(FeedAt("https://a.example", reports));
        Assert.Equal(Atom + "feed", feed.Root!.Name);
        Assert.Single(feed.Root.Elements(Atom + "author").Elements(Atom + "name"));
        Assert.Equal("https://a.example" + Address, Assert.Single(feed.Root.Elements(Atom + "link"),
            link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        var entries = Entries(feed);
        Assert.Equal(shown, entries.Count);
        Assert.All([feed.Root, .. entries], each =>
        {
            Assert.True(Uri.IsWellFormedUriString(Assert.Single(each.Elements(Atom + "id")).Value, UriKind.Absolute));
            Assert.NotEqual("", Assert.Single(each.Elements(Atom + "title")).Value);
            Assert.NotEqual(default, (DateTimeOffset)Assert.Single(each.Elements(Atom + "updated")));
        });
        Assert.Equal(shown, entries.Select(IdOf).Distinct().Count());
        var moved = Parse(FeedAt("https://b.example", reports));
        Assert.Equal(IdOf(feed.Root), IdOf(moved.Root!));
        Assert.Equal(entries.Select(IdOf), Entries(moved).Select(IdOf));
    }

    private static byte[] FeedAt(string portal, IReadOnlyList<ReleasedReport> reports) =>
        new ReleaseFeed(portal + "/", portal + Address, CatalogueSet.Empty, 2025).Write(reports);

    private static ReleasedReport Report(int number, string name)
    {
        var job = new ReportJob(PeriodText.Parse("2025-Q1"), ProductNumber.Of($"{number:0000}"));
        var summary = new ReportSummary
        {
            Job = job,
            Name = name,
            State = ReportState.Released,
            IsComplete = true,
            Version = 1,
            Status = Status.Green,
            MissingCount = 0,
        };
        return new ReleasedReport(new VisibleReport(summary, $"{job.Period}/{job.Name}.v1.oeffentlich"), Noon);
    }

    private static XDocument Parse(byte[] feed) => XDocument.Load(new MemoryStream(feed));

    private static List<XElement> Entries(XDocument feed) => [.. feed.Root!.Elements(Atom + "entry")];

    private static string IdOf(XElement element) => element.Element(Atom + "id")!.Value;

    private static async Task<XDocument> Read(HttpClient client) =>
        XDocument.Parse(await client.GetStringAsync(Address, Cancellation));

    private static async Task Release(HttpClient controlling, string product, int version = 1)
    {
        using var answer = await controlling.PostAsJsonAsync(
            $"/api/v1/berichte/2025-Q1/{product}/freigabe", new { version }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
