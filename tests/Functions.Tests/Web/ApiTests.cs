using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Findings;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Tests.Web;

[Collection(SharedCounty.Name)]
public sealed class ApiTests(WebCounty county)
{
    private const string Good = "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n1111;11112;Erträge;Q2/2025;Ist;12,50;\n";
    private const string Bad = "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n9999;;Erträge;Q2/2025;Ist;zwölf;\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> NoFile =>
    [
        "/api/v1/eingang/buero-landrat/2025-ist.csv/x",
        "/quellen/buero-landrat/2025-ist.csv/x",
        "/quellen/buero-landrat/ordner",
        "/api/v1/eingang/buero-landrat/ordner",
        "/api/v1/quittungen/buero-landrat/" + new string('a', 251),
        "/api/v1/eingang/buero-landrat/" + new string('\u00e4', 130),
        "/api/v1/eingang/buero-landrat/" + string.Join('/', Enumerable.Repeat(new string('\u00e4', 120), 8)),
    ];

    [Theory]
    [MemberData(nameof(NoFile))]
    public async Task WhatNamesNoFile_IsNotFound(string address)
    {
        Directory.CreateDirectory(InFolder("eingang/buero-landrat/ordner"));
        using var client = county.As("fachamt");
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task AnUploadWithTheLongestName_HasItsReceipt()
    {
        using var client = county.As("fachamt");
        var name = new string('\u00e4', 116) + ".csv";
        using var stored = await client.PutAsync($"/api/v1/eingang/buero-landrat/{name}", new StringContent(Good), Cancellation);
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        Assert.Contains("angenommen", await client.GetStringAsync(stored.Headers.Location, Cancellation),
            StringComparison.Ordinal);
        using var tooLong = await client.PutAsync($"/api/v1/eingang/buero-landrat/{name.Replace('\u00e4', '\u4e2d')}",
            new StringContent(Good), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Contains("h\u00f6chstens 120 Zeichen", await tooLong.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/quittungen/buero-landrat/")]
    [InlineData("/api/v1/eingang/buero-landrat/")]
    [InlineData("/quittungen/buero-landrat/")]
    public async Task AnUploadFromMacOs_IsFoundUnderTheNameItWasSentAs(string address)
    {
        const string Name = "fu\u0308r.csv";
        using var client = county.As("fachamt");
        using var stored = await client.PutAsync($"/api/v1/eingang/buero-landrat/{Name}", new StringContent(Good), Cancellation);
        Assert.True(stored.IsSuccessStatusCode);
        using var found = await client.GetAsync(address + Name, Cancellation);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task AnUploadFromMacOs_IsTheOneOfTheSameNameToTheEye()
    {
        using var client = county.As("fachamt");
        using var stored = await client.PutAsync("/api/v1/eingang/buero-landrat/Zuschu\u0308sse.csv", new StringContent(Good),
            Cancellation);
        Assert.EndsWith(Uri.EscapeDataString("Zusch\u00FCsse.csv"), stored.Headers.Location!.OriginalString,
            StringComparison.Ordinal);
        using var other = await client.PutAsync("/api/v1/eingang/buero-landrat/Zusch\u00FCsse.csv",
            new StringContent(Good + "\n"), Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task TheList_IsFilteredAndPaged()
    {
        using var client = county.As("controlling");
        var all = await Get<ReportPage>(client, "/api/v1/berichte");
        Assert.Equal(21, all.Total);
        Assert.Equal("gesamt", all.Entries[0].Name);
        var second = await Get<ReportPage>(client, "/api/v1/berichte?groesse=8&seite=2");
        Assert.Equal((8, 2, 3, 21), (second.Entries.Count, second.Page, second.PageCount, second.Total));
        Assert.Equal(all.Entries[8], second.Entries[0]);
        Assert.All((await Get<ReportPage>(client, "/api/v1/berichte?amt=buero-landrat")).Entries,
            entry => Assert.Equal("buero-landrat", entry.Department));
        Assert.Equal("1121",
            Assert.Single((await Get<ReportPage>(client, "/api/v1/berichte?produkt=1121&periode=2025-Q1")).Entries).Product);
    }

    [Theory]
    [InlineData("stand=fertig")]
    [InlineData("periode=gestern")]
    [InlineData("seite=0")]
    [InlineData("groesse=501")]
    [InlineData("seite=x")]
    [InlineData("vollstaendig=vielleicht")]
    public async Task AFilterThatCannotBe_IsAnError(string query)
    {
        using var client = county.As("controlling");
        using var answer = await client.GetAsync($"/api/v1/berichte?{query}", Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task ADownload_KnowsItsNameVersionAndTime()
    {
        using var client = county.As("fachamt");
        using var answer = await client.GetAsync("/api/v1/berichte/2025-Q1/1111.pdf", Cancellation);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Produktbericht 1111 Büro Landrat 2025-Q1 (Entwurf).pdf",
            answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.NotNull(answer.Headers.ETag);
        Assert.NotNull(answer.Content.Headers.LastModified);
        Assert.Equal(await File.ReadAllBytesAsync(InFolder("berichte/2025-Q1/1111.pdf"), Cancellation),
            await answer.Content.ReadAsByteArrayAsync(Cancellation));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/berichte/2025-Q1/1111.pdf");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
        using var unchanged = await client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task ADownload_IsSentInPartsAndAnnounced()
    {
        using var client = county.As("fachamt");
        var whole = await File.ReadAllBytesAsync(InFolder("berichte/2025-Q1/1111.pdf"), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/berichte/2025-Q1/1111.pdf")
        { Headers = { Range = new RangeHeaderValue(100, 199) } };
        using var part = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[100..200], await part.Content.ReadAsByteArrayAsync(Cancellation));

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/berichte/2025-Q1/1111.pdf"),
            Cancellation);
        Assert.Equal(whole.Length, head.Content.Headers.ContentLength);
        using var beyond = new HttpRequestMessage(HttpMethod.Get, "/api/v1/berichte/2025-Q1/1111.pdf")
        { Headers = { Range = new RangeHeaderValue(whole.Length + 1, null) } };
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await client.SendAsync(beyond, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task TheFigures_ComeAsCsvForSpreadsheets()
    {
        using var client = county.As("controlling");
        var one = await client.GetByteArrayAsync("/api/v1/berichte/2025-Q1/1111.csv", Cancellation);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), one[..3]);
        var lines = Encoding.UTF8.GetString(await client.GetByteArrayAsync("/api/v1/berichte/2025-Q1/gesamt.csv", Cancellation))
            .Split("\r\n");
        Assert.Contains(lines, line => line.StartsWith("2025-Q1;1121;", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("2025-Q1;1111;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APeriod_ComesAsOneZipOfWhatTheVisitorSees()
    {
        using var controlling = county.As("controlling");
        await using var stream = await controlling.GetStreamAsync("/api/v1/berichte/2025-Q1.zip", Cancellation);
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Cancellation);
        using var archive = new ZipArchive(bytes);
        Assert.Equal(42, archive.Entries.Count);
        Assert.All(archive.Entries, entry => Assert.Contains("2025-Q1", entry.FullName, StringComparison.Ordinal));
        using var pdf = new MemoryStream();
        await (await archive.Entries.First(entry => entry.FullName.StartsWith("Produktbericht 1121", StringComparison.Ordinal))
            .OpenAsync(Cancellation)).CopyToAsync(pdf, Cancellation);
        Assert.Equal(await File.ReadAllBytesAsync(InFolder("berichte/2025-Q1/1121.pdf"), Cancellation), pdf.ToArray());
    }

    [Fact]
    public async Task AnUpload_IsAnsweredWithItsReceipt()
    {
        using var client = county.As("fachamt");
        using var first = await Put(client, "buero-landrat/api-gut.csv", Good);
        var receipt = (await first.Content.ReadFromJsonAsync<ReceiptView>(Cancellation))!;
        Assert.Equal((HttpStatusCode.Created, "angenommen", 1), (first.StatusCode, receipt.Status, receipt.ValueCount));
        Assert.Equal("/api/v1/quittungen/buero-landrat/api-gut.csv", first.Headers.Location?.OriginalString);
        Assert.Equal(Good, await File.ReadAllTextAsync(InFolder("eingang/buero-landrat/api-gut.csv"), Cancellation));

        using var again = await Put(client, "buero-landrat/api-gut.csv", Good);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(receipt.Sha256,
            (await client.GetFromJsonAsync<ReceiptView>("/api/v1/quittungen/buero-landrat/api-gut.csv", Cancellation))!.Sha256);
    }

    [Fact]
    public async Task ARejectedUpload_IsKeptWithAllItsFindings()
    {
        using var client = county.As("fachamt");
        using var answer = await Put(client, "buero-landrat/api-schlecht.csv", Bad);
        var receipt = (await answer.Content.ReadFromJsonAsync<ReceiptView>(Cancellation))!;
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "abgelehnt"), (answer.StatusCode, receipt.Status));
        Assert.True(receipt.Count(Severity.Error) >= 2);
        Assert.True(File.Exists(InFolder("eingang/buero-landrat/api-schlecht.csv")));
        var list = await Get<DeliveryPage>(client, "/api/v1/lieferungen?amt=buero-landrat&status=abgelehnt");
        Assert.Contains(list.Entries, entry => entry.File == "buero-landrat/api-schlecht.csv" && entry.ErrorCount >= 2);
    }

    [Fact]
    public async Task AFile_IsNeverReplaced_AndAFreeNameIsNamed()
    {
        using var client = county.As("fachamt");
        (await Put(client, "buero-landrat/api-name.csv", Good)).Dispose();
        using var other = await Put(client, "buero-landrat/api-name.csv", Good + "\n");
        var problem = await other.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("„api-name-korrektur.csv“", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(Good, await File.ReadAllTextAsync(InFolder("eingang/buero-landrat/api-name.csv"), Cancellation));
    }

    [Theory]
    [InlineData("bericht.pdf", HttpStatusCode.BadRequest)]
    [InlineData(".csv", HttpStatusCode.BadRequest)]
    [InlineData("~$offen.csv", HttpStatusCode.BadRequest)]
    [InlineData("a%2Fb.csv", HttpStatusCode.BadRequest)]
    [InlineData("a%5Cb.csv", HttpStatusCode.BadRequest)]
    [InlineData("a%00b.csv", HttpStatusCode.BadRequest)]
    [InlineData("a%E2%80%AEvsc.csv", HttpStatusCode.BadRequest)]
    [InlineData("con%3Aprn.csv", HttpStatusCode.BadRequest)]
    public async Task ANameThatCannotBe_IsRefused(string name, HttpStatusCode expected)
    {
        using var client = county.As("fachamt");
        using var answer = await Put(client, $"buero-landrat/{name}", Good);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task AFileThatIsTooLarge_IsRefusedAndNotStored()
    {
        using var client = county.As("fachamt");
        using var content = new ByteArrayContent(new byte[(20 << 20) + 1]);
        using var answer = await client.PutAsync("/api/v1/eingang/buero-landrat/gross.csv", content, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.False(File.Exists(InFolder("eingang/buero-landrat/gross.csv")));
    }

    [Fact]
    public async Task AnUnknownDepartment_IsRefused()
    {
        using var client = county.As("controlling");
        using var answer = await Put(client, "hofamt/a.csv", Good);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(Directory.Exists(InFolder("eingang/hofamt")));
    }

    [Fact]
    public async Task TheStatusOfAPeriod_NamesWhoOwesWhat()
    {
        using var controlling = county.As("controlling");
        var status = await Get<PeriodStatus>(controlling, "/api/v1/zeitraeume/2025-Q2/status");
        Assert.Equal(new DateOnly(2025, 7, 30), status.Period.Deadline);
        Assert.Equal(76, status.Period.DaysLeft);
        Assert.True(status.Departments.Count >= 15, $"{status.Departments.Count} departments");
        using var department = county.As("fachamt");
        Assert.Equal("buero-landrat",
            Assert.Single((await Get<PeriodStatus>(department, "/api/v1/zeitraeume/2025-Q2/status")).Departments).Department);
    }

    [Fact]
    public async Task TheStatusOfAPeriod_CountsWhatIsOwedAndThere()
    {
        using var client = county.As("controlling");
        var template = await client.GetStringAsync("/api/v1/vorlagen/personalamt/2025-Q1.csv", Cancellation);
        var delivered = await StatusOf(client, "2025-Q1", "personalamt");
        Assert.True(delivered.Expected > 0);
        Assert.Equal(
            (template.Split('\n').Count(line => line.Contains(";2025-Q1;", StringComparison.Ordinal)), delivered.Expected),
            (delivered.Expected, delivered.Delivered));
        // From January on: what is missing is what is owed less what is there.
        var open = await StatusOf(client, "2026-Q4", "personalamt");
        Assert.Equal((4 * delivered.Expected, delivered.Expected), (open.Expected, open.Missing.Count));
        Assert.Equal(open.Expected - open.Delivered, open.Missing.Count);
    }

    [Fact]
    public async Task TheStatusOfAPeriod_NamesTheLastFileSentForIt()
    {
        using var client = county.As("controlling");
        var first = (await StatusOf(client, "2025-Q1", "jugendamt")).LastAttempt!;
        Assert.Equal(("jugendamt/2025-ist.csv", "angenommen", "/api/v1/quittungen/jugendamt/2025-ist.csv"),
            (first.File, first.Status, first.Receipt));
        Assert.Null((await StatusOf(client, "2026-Q4", "jugendamt")).LastAttempt);

        (await Put(client, "jugendamt/status.csv", Bad)).Dispose();
        var second = (await StatusOf(client, "2025-Q1", "jugendamt")).LastAttempt!;
        Assert.Equal(("jugendamt/status.csv", "abgelehnt"), (second.File, second.Status));
        Assert.True(second.ReceivedAt >= first.ReceivedAt);
        var page = await client.GetStringAsync("/fristen?zeitraum=2025-Q1", Cancellation);
        Assert.Contains("„jugendamt/status.csv“ wurde am", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/quittungen/jugendamt/status.csv\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATimeSeries_IsReadFromTheReportsOneSees()
    {
        using var client = county.As("fachamt");
        var series = await Get<FigureSeries>(client, "/api/v1/kennzahlen/1111/ergebnis");
        Assert.Equal(("Ergebnis", "€", "2025-Q1"), (series.Name, series.Unit, Assert.Single(series.Points).Period));
        Assert.NotNull(series.Points[0].ActualPeriod);
    }

    [Theory]
    [InlineData("de-DE, en;q=0.5", "de", "Nicht gefunden")]
    [InlineData("en-GB", "en", "Not found")]
    [InlineData("fr, en;q=0.3, de;q=0.2", "en", "Not found")]
    [InlineData("", "de", "Nicht gefunden")]
    [InlineData("en;q=0", "de", "Nicht gefunden")]
    public async Task Errors_SpeakTheCallersLanguage(string accepted, string language, string title)
    {
        using var client = county.As("controlling");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        using var answer = await client.GetAsync("/api/v1/berichte/2025-Q1/0000.pdf", Cancellation);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Equal("/schnittstelle#nicht-gefunden", problem.GetProperty("type").GetString());
        Assert.Equal(language, Assert.Single(answer.Content.Headers.ContentLanguage));
    }

    [Fact]
    public async Task ATemplate_ListsWhatTheDepartmentOwes()
    {
        using var client = county.As("fachamt");
        var csv = await client.GetStringAsync("/api/v1/vorlagen/buero-landrat/2025-Q2.csv", Cancellation);
        Assert.Contains("11112", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("1121", csv, StringComparison.Ordinal);
    }

    private static async Task<DepartmentStatus> StatusOf(HttpClient client, string period, string department) =>
        (await Get<PeriodStatus>(client, $"/api/v1/zeitraeume/{period}/status")).Departments.Single(each =>
            each.Department == department);

    private static async Task<T> Get<T>(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<T>(address, Cancellation))!;

    private static Task<HttpResponseMessage> Put(HttpClient client, string path, string text) =>
        client.PutAsync($"/api/v1/eingang/{path}", new StringContent(text, Encoding.UTF8, "text/csv"), Cancellation);

    private string InFolder(string path) => Path.Combine(county.Data, path);
}
