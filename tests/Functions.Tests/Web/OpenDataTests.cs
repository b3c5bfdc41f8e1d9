using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Produktreport.Functions.Tests.Web;

/// <summary>
/// What a county gives to other sites and programs: the description of its open data, read back as linked data by full addresses,
/// and single figures in frames.
/// </summary>
public sealed class OpenDataTests(PublicCounty county) : IClassFixture<PublicCounty>
{
    private const string Dct = "http://purl.org/dc/terms/";
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string Dcatde = "http://dcat-ap.de/def/dcatde/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheDescription_HasWhatTheProfileAsksFor_AndItsFilesAreThere()
    {
        await Release("1111");
        using var everybody = county.As("ohne");
        using var answer = await everybody.GetAsync("/offene-daten.jsonld", Cancellation);
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
        var catalogue = LinkedNode.Of(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement);
        Assert.Equal(Dcat + "Catalog", catalogue.Type);
        foreach (var property in (string[])["title", "description", "publisher"])
            Assert.True(catalogue.Has(Dct + property), property);
        var dataset = Assert.Single(catalogue.All(Dcat + "dataset"));
        Assert.Equal(Dcat + "Dataset", dataset.Type);
        string[] wanted =
        [
            Dct + "title", Dct + "description", Dct + "publisher", Dct + "identifier", Dct + "modified", Dct + "temporal",
            Dcat + "contactPoint", Dcat + "distribution", Dcatde + "politicalGeocodingLevelURI",
        ];
        Assert.Equal([], wanted.Where(property => !dataset.Has(property)));
        Assert.Equal("http://publications.europa.eu/resource/authority/data-theme/GOVE", dataset.One(Dcat + "theme").Id);
        Assert.Equal("http://dcat-ap.de/def/politicalGeocoding/districtKey/07999",
            dataset.One(Dcatde + "politicalGeocodingURI").Id);
        Assert.Equal("mailto:post@musterland.example",
            dataset.One(Dcat + "contactPoint").One("http://www.w3.org/2006/vcard/ns#hasEmail").Id);
        var files = dataset.All(Dcat + "distribution");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.Equal("http://dcat-ap.de/def/licenses/dl-by-de/2.0", file.One(Dct + "license").Id);
            Assert.StartsWith("http://publications.europa.eu/resource/authority/file-type/", file.One(Dct + "format").Id,
                StringComparison.Ordinal);
            foreach (var address in (string[])["accessURL", "downloadURL"])
            {
                using var found = await everybody.GetAsync(file.One(Dcat + address).Id, Cancellation);
                Assert.Equal(HttpStatusCode.OK, found.StatusCode);
            }
        }
    }

    [Fact]
    public async Task AFigure_IsFramedByTheNamedSites_AndNothingElseIs()
    {
        await Release("1111");
        await Release("1121");
        using var everybody = county.As("ohne");
        using var figure = await everybody.GetAsync("/einbetten/1111/2025-Q1/1111/ertraege", Cancellation);
        Assert.Equal(HttpStatusCode.OK, figure.StatusCode);
        Assert.EndsWith("frame-ancestors https://www.musterland.example", Policy(figure), StringComparison.Ordinal);
        Assert.False(figure.Headers.Contains("Set-Cookie"));
        Assert.Contains("Landkreis Musterland", await figure.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var other in (string[])["/", "/impressum", "/offene-daten", "/produkte/1111/2025-Q1",
            "/einbetten/1111/2025-Q1/1111/gibtesnicht"])
        {
            using var page = await everybody.GetAsync(other, Cancellation);
            Assert.EndsWith("frame-ancestors 'none'", Policy(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AFigureThatIsHiddenFromThePublic_IsHiddenFromControllingInAFrameAsWell()
    {
        await Release("1121");
        using var controlling = county.As("controlling");
        using var everybody = county.As("ohne");
        var address = "/einbetten/1121/2025-Q1/11214/kosten_je_stelle";
        var shown = await everybody.GetStringAsync(address, Cancellation);
        Assert.Contains("<p class=\"ergebnis-wert\">&#x2013; ", shown, StringComparison.Ordinal);
        Assert.Equal(shown, await controlling.GetStringAsync(address, Cancellation));
        Assert.Equal(HttpStatusCode.NotFound,
            (await controlling.GetAsync("/einbetten/1231/2025-Q1/1231/ergebnis", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task TheSearch_FindsForThePublicOnlyWhatIsReleased()
    {
        await Release("1111");
        using var everybody = county.As("ohne");
        using var controlling = county.As("controlling");
        Assert.Contains("/produkte/1111/2025-Q1", await everybody.GetStringAsync("/suche?q=1111", Cancellation),
            StringComparison.Ordinal);
        Assert.DoesNotContain("/produkte/1231", await everybody.GetStringAsync("/suche?q=1231", Cancellation),
            StringComparison.Ordinal);
        Assert.Contains("/produkte/1231/2025-Q1", await controlling.GetStringAsync("/suche?q=1231", Cancellation),
            StringComparison.Ordinal);
        using var longest = await everybody.GetAsync("/suche?q=" + new string('x', 4_000), Cancellation);
        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        var markup = await everybody.GetStringAsync("/suche?q=%3Cscript%3E", Cancellation);
        Assert.DoesNotContain("<script>", markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task TheCountysTextsAndArms_AreForEverybody_AndLinkedFromEachPage()
    {
        using var everybody = county.As("ohne");
        var start = await everybody.GetStringAsync("/impressum", Cancellation);
        Assert.Contains("href=\"mailto:post@musterland.example\"", start, StringComparison.Ordinal);
        foreach (var address in (string[])["/impressum", "/datenschutz", "/barrierefreiheit"])
            Assert.Contains($"<a href=\"{address}\">", start, StringComparison.Ordinal);
        using var arms = await everybody.GetAsync("/wappen", Cancellation);
        Assert.Equal("image/svg+xml", arms.Content.Headers.ContentType?.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/wappen");
        again.Headers.IfNoneMatch.Add(arms.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await everybody.SendAsync(again, Cancellation)).StatusCode);
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private async Task Release(string product)
    {
        using var controlling = county.As("controlling");
        var address = $"/api/v1/berichte/2025-Q1/{product}";
        var report = await controlling.GetFromJsonAsync<JsonElement>(address + ".json", Cancellation);
        using var answer = await controlling.PostAsJsonAsync(address + "/freigabe",
            new { version = report.GetProperty("version").GetInt32() }, Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, answer.StatusCode.ToString());
    }

    /// <summary>A node of JSON-LD, its properties under their full addresses, as any reader of linked data sees it.</summary>
    private sealed record LinkedNode(string? Id, string? Type, ILookup<string, LinkedNode> Properties)
    {
        public static LinkedNode Of(JsonElement document) => Read(document, document.GetProperty("@context")
            .EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!));

        public bool Has(string property) => Properties[property].Any();

        public LinkedNode One(string property) => Assert.Single(Properties[property]);

        public IReadOnlyList<LinkedNode> All(string property) => [.. Properties[property]];

        private static LinkedNode Read(JsonElement node, Dictionary<string, string> prefixes)
        {
            if (node.ValueKind != JsonValueKind.Object)
                return new LinkedNode(null, null, Array.Empty<LinkedNode>().ToLookup(_ => ""));
            var (id, type) = (Text(node, "@id"), Text(node, "@type"));
            Assert.True(id is null || Uri.IsWellFormedUriString(id, UriKind.Absolute), id);
            var properties = from entry in node.EnumerateObject()
                             where entry.Name[0] != '@'
                             from value in entry.Value.ValueKind == JsonValueKind.Array
                                 ? entry.Value.EnumerateArray().ToList()
                                 : [entry.Value]
                             select (Name: Full(entry.Name, prefixes), Node: Read(value, prefixes));
            return new LinkedNode(id, type is null ? null : Full(type, prefixes),
                properties.ToLookup(entry => entry.Name, entry => entry.Node));
        }

        private static string? Text(JsonElement node, string name) =>
            node.TryGetProperty(name, out var value) ? value.GetString() : null;

        // A prefix that is not declared is no linked data.
        private static string Full(string name, Dictionary<string, string> prefixes) =>
            name.Split(':', 2) is [var prefix, var local] ? prefixes[prefix] + local : throw new KeyNotFoundException(name);
    }
}
