using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Functions.Tests.Web;

/// <summary>
/// Everything an anonymous visitor can get of the example county – pages, data, files, what is attached to them – holds no number
/// that the public edition leaves out, in no notation.
/// </summary>
public sealed class PublicScanTests(PublicYears county) : IClassFixture<PublicYears>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingLeftOut_StandsAnywhere_InNoNotation()
    {
        using var controlling = county.As("controlling");
        using var everybody = county.As("ohne");
        // One and a quarter posts: what a post costs stands nowhere else.
        var posts = "Produkt;Leistung;Grundzahl;Periode;Art;Wert\n1121;11214;stellen;Q1/2025;Ist;1,25\n";
        using var upload = await controlling.PutAsync("/api/v1/eingang/personalamt/stellen.csv",
            new StringContent(posts, Encoding.UTF8, "text/csv"), Cancellation);
        Assert.Equal(HttpStatusCode.Created, upload.StatusCode);
        await county.Work();
        var reports = await Released(controlling, everybody);

        var leftOut = reports.SelectMany(report => report.LeftOut).ToLookup(cell => cell.Key, cell => cell.Value);
        var published = reports.SelectMany(report => FieldCell.Of(report.Shown).Keys).ToHashSet();
        Assert.True(reports.Select(report => report.Period).Distinct().Count() >= 8);
        Assert.All(reports.GroupBy(report => report.Period), period => Assert.True(period.Count(report => report.IsCut) >= 3));
        Assert.Empty(leftOut.Where(cell => published.Contains(cell.Key)).Select(cell => cell.Key));

        var texts = leftOut.SelectMany(cell => cell).Concat(reports.SelectMany(report => report.OtherNumbersLeftOut))
            .SelectMany(Notations.Of).ToHashSet(StringComparer.Ordinal);
        Assert.True(texts.Count > 1_000);
        Assert.All(reports.Where(report => report.IsCut),
            report => Assert.True(texts.Overlaps(Notations.In(report.All.GetRawText())), report.Address));
        Assert.Empty(await Found(everybody, reports, texts));
    }

    /// <summary>
    /// Where the digits of a left-out number stand. A hit is none where the data of the report it stands in have a published
    /// number that is written the same way, and the left-out cell is none of the published ones: then they are that number's.
    /// </summary>
    private static async Task<IReadOnlyCollection<string>> Found(
        HttpClient everybody, IReadOnlyList<ReleasedReport> reports, HashSet<string> texts)
    {
        var hits = new ConcurrentBag<string>();
        var cut = reports.Where(report => report.IsCut).ToList();
        foreach (var product in cut.GroupBy(report => report.Name))
        {
            HashSet<string> byRight = [.. product.SelectMany(report => report.ByRight)];
            await Look(product.SelectMany(report => report.Pages), product.Key, byRight);
        }

        foreach (var period in reports.GroupBy(report => report.Period))
        {
            HashSet<string> byRight = [.. period.SelectMany(report => report.ByRight)];
            await Look([$"/?periode={period.Key}", $"/api/v1/berichte?periode={period.Key}"], period.Key, byRight);
            var zip = await everybody.GetByteArrayAsync($"/api/v1/berichte/{period.Key}.zip", Cancellation);
            Compare(await Unzip(zip), $"zip {period.Key}", byRight);
            foreach (var report in period.Where(report => report.IsCut || report.Name == "gesamt"))
            {
                var own = report.Name == "gesamt" ? byRight : report.ByRight;
                string[] endings = [".json", ".csv", "/werte.json", "/werte.csv"];
                await Look(endings.Select(ending => report.Address + ending), report.Address, own);
                var pdf = report.Address + ".pdf";
                Compare(Text(await everybody.GetByteArrayAsync(pdf, Cancellation)), pdf, own);
            }
        }

        return hits;

        Task Look(IEnumerable<string> addresses, string place, HashSet<string> byRight) =>
            Parallel.ForEachAsync(addresses.Distinct(), Cancellation, async (address, cancellation) =>
            {
                using var answer = await everybody.GetAsync(address, cancellation);
                Compare(
                    WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancellation)), $"{place}: {address}", byRight);
            });

        void Compare(string text, string place, HashSet<string> byRight)
        {
            foreach (var number in Notations.In(text).Where(number => texts.Contains(number) && !byRight.Contains(number)))
                hits.Add($"{number} in {place}");
        }
    }

    private static async Task<IReadOnlyList<ReleasedReport>> Released(HttpClient controlling, HttpClient everybody)
    {
        var list = await controlling.GetFromJsonAsync<JsonElement>("/api/v1/berichte?groesse=500", Cancellation);
        var reports = new List<ReleasedReport>();
        var names = list.GetProperty("eintraege").EnumerateArray()
            .Select(entry => (Name: entry.GetProperty("name").GetString()!, Period: entry.GetProperty("periode").GetString()!));
        foreach (var (name, period) in names.OrderBy(report => report.Name == "gesamt")) // its parts come first
        {
            var address = $"/api/v1/berichte/{period}/{name}";
            var all = await controlling.GetFromJsonAsync<JsonElement>(address + ".json", Cancellation);
            var version = all.GetProperty("version").GetInt32();
            using var answer = await controlling.PostAsJsonAsync(address + "/freigabe", new { version }, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var shown = await everybody.GetFromJsonAsync<JsonElement>(address + ".json", Cancellation);
            reports.Add(new ReleasedReport(name, period, all, shown));
        }

        return reports;
    }

    private static string Text(byte[] document)
    {
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(document);
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var attached));
        return string.Join('\n',
        [
            .. pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))),
            .. attached.Select(file => Encoding.UTF8.GetString(file.Memory.Span)),
        ]);
    }

    private static async Task<string> Unzip(byte[] zip)
    {
        var text = new StringBuilder();
        await using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries.Where(entry => !entry.Name.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation));
            text.Append(await reader.ReadToEndAsync(Cancellation));
        }

        return text.ToString();
    }

    /// <summary>A report as controlling sees it and as everybody does.</summary>
    private sealed record ReleasedReport(string Name, string Period, JsonElement All, JsonElement Shown)
    {
        private readonly Lazy<IReadOnlyList<decimal>> numbers = new(() => [.. Numbers(Shown)]);

        public string Address => $"/api/v1/berichte/{Period}/{Name}";

        public bool IsCut => LeftOut.Count > 0;

        public Dictionary<FieldCell, decimal> LeftOut { get; } = Without(FieldCell.Of(All), FieldCell.Of(Shown));

        /// <summary>Numbers beside rows, charts and years: goals, totals, lists of the combined report.</summary>
        public IEnumerable<decimal> OtherNumbersLeftOut => Numbers(All).Except(numbers.Value);

        /// <summary>All notations of the numbers it shows.</summary>
        public HashSet<string> ByRight => field ??= [.. numbers.Value.SelectMany(Notations.Of)];

        /// <summary>The pages of the report, of each of its figures and of „Warum dieser Wert?“.</summary>
        public IEnumerable<string> Pages =>
        [
            $"/produkte/{Name}/{Period}",
            .. All.GetProperty("zeilen").EnumerateArray()
                .Select(row => $"{row.GetProperty("ebene").GetString()}/{row.GetProperty("id").GetString()}")
                .SelectMany(figure => Enum.GetValues<RowField>()
                    .Select(column => $"/produkte/{Name}/{Period}/warum/{figure}/{RowFieldNames.Of(column)}")
                    .Prepend($"/api/v1/kennzahlen/{figure}").Prepend($"/produkte/{Name}/zahlen/{figure}")
                    .Prepend($"/produkte/{Name}/zahlen/{figure}?art=jahr")
                    .Prepend($"/produkte/vergleich?zahl={figure.Replace('/', '.')}&art=quartal")),
        ];

        private static Dictionary<FieldCell, decimal> Without(
            IReadOnlyDictionary<FieldCell, decimal> all, IReadOnlyDictionary<FieldCell, decimal> shown) =>
            all.Where(cell => !shown.ContainsKey(cell.Key)).ToDictionary();

        private static IEnumerable<decimal> Numbers(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Number => [element.GetDecimal()],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Numbers(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
            _ => [],
        };
    }
}
