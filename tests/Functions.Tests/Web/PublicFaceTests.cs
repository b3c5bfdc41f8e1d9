using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Produktreport.Core.Reports.Contents;
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
        using var upload = await controlling.PutAsync("/api/v1/eingang/personalamt/stellen.csv",
            new StringContent(posts, Encoding.UTF8, "text/csv"), Cancellation);
        Assert.Equal(HttpStatusCode.Created, upload.StatusCode);
        await county.Work();
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
        await NothingSuppressedIsShown(controlling, everybody, Suppressed, [Suppressed]);
        var reports = await TheCombinedCsvConsistsOfPublicEditions(controlling, everybody);
        await NothingSuppressedIsShown(controlling, everybody, "gesamt", reports);
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

    /// <summary>
    /// Each left-out number is looked for in every notation in all that everybody can get. Where its digits stand somewhere, some
    /// number that is published by right must be written the same way: then they are that number's.
    /// </summary>
    /// <param name="controlling">Who sees all numbers.</param>
    /// <param name="everybody">Who sees what is published.</param>
    /// <param name="place">The report in which is looked.</param>
    /// <param name="reports">The reports whose left-out numbers are looked for.</param>
    private static async Task NothingSuppressedIsShown(HttpClient controlling, HttpClient everybody, string place,
        IEnumerable<string> reports)
    {
        var (full, shown) = (new Dictionary<string, decimal>(StringComparer.Ordinal),
            new Dictionary<string, decimal>(StringComparer.Ordinal));
        foreach (var report in reports)
        {
            await AddNumbers(full, controlling, report);
            await AddNumbers(shown, everybody, report);
        }

        var hidden = full.Where(entry => !shown.ContainsKey(entry.Key)).ToList();
        Assert.NotEmpty(hidden);
        var byRight = shown.SelectMany(entry => Notations.Of(entry.Value).Select(text => (text, entry.Key)))
            .ToLookup(entry => entry.text, entry => entry.Key, StringComparer.Ordinal);
        var found = (await Everything(everybody, $"/api/v1/berichte/2025-Q1/{place}", place))
            .Select(answer => (answer.Where, Tokens: Notations.In(answer.Text))).ToList();
        var unexplained =
            from entry in hidden
            from text in Notations.Of(entry.Value)
            where !byRight.Contains(text)
            from answer in found
            where answer.Tokens.Contains(text)
            select $"{entry.Key} = {text} in {answer.Where}";
        Assert.Empty(unexplained);
    }

    /// <summary>All of a report that is to be had without sign-in: pages, data, files and what is attached to them.</summary>
    private static async Task<List<(string Where, string Text)>> Everything(HttpClient everybody, string address, string report)
    {
        var answers = new List<(string Where, string Text)>();
        List<string> places = [address + ".json", address + ".csv", "/", "/api/v1/berichte?periode=2025-Q1"];
        var rows = (await everybody.GetFromJsonAsync<JsonElement>(address + ".json", Cancellation))
            .TryGetProperty("zeilen", out var found)
            ? found.EnumerateArray().Select(row => (row.GetProperty("ebene").GetString(), row.GetProperty("id").GetString()))
                .ToList() : [];
        if (rows.Count > 0)
            places.Add($"/produkte/{report}/2025-Q1");
        foreach (var (level, id) in rows)
        {
            places.Add($"/api/v1/kennzahlen/{level}/{id}");
            places.AddRange(Enum.GetValues<RowField>()
                .Select(field => $"/produkte/{report}/2025-Q1/warum/{level}/{id}/{RowFieldNames.Of(field)}"));
        }

        foreach (var place in places)
        {
            using var answer = await everybody.GetAsync(place, Cancellation);
            answers.Add((place, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation))));
        }

        answers.Add(("zip", await Unzip(await everybody.GetByteArrayAsync("/api/v1/berichte/2025-Q1.zip", Cancellation))));
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await everybody.GetByteArrayAsync(address + ".pdf", Cancellation));
        answers.AddRange(
            pdf.GetPages().Select(page => ($"pdf {page.Number}", string.Join(' ', page.GetWords().Select(word => word.Text)))));
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var attached));
        answers.AddRange(attached.Select(file => (file.Name, Encoding.UTF8.GetString(file.Memory.Span))));
        return answers;
    }

    /// <summary>The numbers in a report's data, by where they stand.</summary>
    private static async Task AddNumbers(Dictionary<string, decimal> numbers, HttpClient client, string report)
    {
        Read(report, await client.GetFromJsonAsync<JsonElement>($"/api/v1/berichte/2025-Q1/{report}.json", Cancellation));

        void Read(string place, JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Number:
                    numbers[place] = element.GetDecimal();
                    break;
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                        Read($"{place}/{property.Name}", property.Value);
                    break;
                case JsonValueKind.Array:
                    foreach (var (index, item) in element.EnumerateArray().Index())
                        Read($"{place}/{NameOf(item) ?? index.ToString(CultureInfo.InvariantCulture)}", item);
                    break;
            }
        }

        // Lists are shorter in public: their items go by what they are.
        static string? NameOf(JsonElement item)
        {
            string[] keys = ["stufe", "nummer", "produkt", "ebene", "id", "periode", "jahr"];
            return item.ValueKind != JsonValueKind.Object ? null
                : string.Join(' ', keys.Where(key => item.TryGetProperty(key, out _))
                    .Select(key => item.GetProperty(key).ToString())) is { Length: > 0 } name
                    ? name : null;
        }
    }

    private static async Task<IReadOnlyList<string>> TheCombinedCsvConsistsOfPublicEditions(HttpClient controlling,
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
        return names;
    }

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
        var version = (await controlling.GetFromJsonAsync<JsonElement>(address + ".json", Cancellation)).GetProperty("version")
            .GetInt32();
        using var answer = await controlling.PostAsJsonAsync(address + "/freigabe", new { version }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
