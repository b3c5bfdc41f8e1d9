using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Api;

namespace Produktreport.Functions.Tests.Web;

public sealed class ReleaseTests(WebCounty county) : IClassFixture<WebCounty>
{
    private const string Report = "/api/v1/berichte/2025-Q1/5211";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReleasedReport_StaysForReaders_WhileNewFiguresMakeADraft()
    {
        using var reader = county.As("leser");
        using var controlling = county.As("controlling");
        using var department = county.As("fachamt");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Report + ".pdf", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Release(controlling, 7)).StatusCode);

        var release = await (await Release(controlling, 1)).Content.ReadFromJsonAsync<Release>(Cancellation);
        Assert.Equal(("controlling", 1), (release!.By, release.Version));
        var released = await reader.GetByteArrayAsync(Report + ".pdf", Cancellation);
        Assert.Equal("freigegeben", await State(controlling));
        Assert.Equal(HttpStatusCode.OK, (await department.GetAsync(Report + ".pdf", Cancellation)).StatusCode);

        await county.Work();
        Assert.Equal("freigegeben", await State(controlling));
        Assert.Equal(released, await reader.GetByteArrayAsync(Report + ".pdf", Cancellation));

        var change = "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n5211;;Aufwendungen;Q1/2025;Ist;99999,00;\n";
        using var upload = await controlling.PutAsync("/api/v1/eingang/bauamt/nachtrag.csv",
            new StringContent(change, Encoding.UTF8, "text/csv"), Cancellation);
        Assert.Equal(HttpStatusCode.Created, upload.StatusCode);
        await county.Work();
        Assert.Equal("entwurf", await State(controlling));
        Assert.Equal(released, await reader.GetByteArrayAsync(Report + ".pdf", Cancellation));
        var seen = (await reader.GetFromJsonAsync<ReportPage>("/api/v1/berichte?produkt=5211", Cancellation))!.Entries;
        Assert.Equal((1, "freigegeben"), (Assert.Single(seen).Version, seen[0].State));
    }

    [Fact]
    public async Task WhatIsReleased_IsTheVersionSomebodySaw_AlthoughFiguresCameInSince()
    {
        using var reader = county.As("leser");
        using var controlling = county.As("controlling");
        await Ingest("5421;;Aufwendungen;Q1/2025;Ist;8642975,00;\n", "vor-der-freigabe.csv");
        using var answer = await Release(controlling, 1, "5421");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var seen = await reader.GetFromJsonAsync<JsonElement>("/api/v1/berichte/2025-Q1/5421.json", Cancellation);
        Assert.Equal((1, "freigegeben"), (seen.GetProperty("version").GetInt32(), seen.GetProperty("stand").GetString()));
        Assert.DoesNotContain("8642975", seen.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            "Produktbericht 5421 Kreisstraßen 2025-Q1.pdf",
            (await reader.GetAsync("/api/v1/berichte/2025-Q1/5421.pdf",
                Cancellation)).Content.Headers.ContentDisposition?.FileNameStar);
        await county.Work();
        var current = await controlling.GetFromJsonAsync<JsonElement>("/api/v1/berichte/2025-Q1/5421.json", Cancellation);
        Assert.Equal((2, "entwurf"), (current.GetProperty("version").GetInt32(), current.GetProperty("stand").GetString()));
    }

    [Fact]
    public async Task Readers_HearNothingOfTheDraftsBeforeARelease()
    {
        const string Address = "/api/v1/berichte/2025-Q1/5371.json";
        using var reader = county.As("leser");
        using var controlling = county.As("controlling");
        await Ingest("5371;;Aufwendungen;Q1/2025;Ist;7777777,00;vertraulicher Entwurf\n", "entwurf.csv");
        await county.Work();
        var draft = await controlling.GetFromJsonAsync<JsonElement>(Address, Cancellation);
        Assert.Equal((2, 1),
            (draft.GetProperty("version").GetInt32(), draft.GetProperty("aenderungen").GetProperty("gegenueberVersion")
            .GetInt32()));
        (await Release(controlling, 2, "5371")).EnsureSuccessStatusCode();
        Assert.Equal(JsonValueKind.Null, (await reader.GetFromJsonAsync<JsonElement>(Address, Cancellation))
            .GetProperty("aenderungen").ValueKind);

        foreach (var value in (string[])["6666666", "5555555"])
        {
            await Ingest($"5371;;Aufwendungen;Q1/2025;Ist;{value},00;\n", $"nach-{value}.csv");
            await county.Work();
        }

        (await Release(controlling, 4, "5371")).EnsureSuccessStatusCode();
        var changes = (await reader.GetFromJsonAsync<JsonElement>(Address, Cancellation)).GetProperty("aenderungen");
        Assert.Equal(2, changes.GetProperty("gegenueberVersion").GetInt32());
        Assert.DoesNotContain("6.666.666", changes.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("nach-5555555.csv", changes.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhyAValueOfAReleasedReport_SaysFirstWhatStandsInIt_OnceFiguresHaveChanged()
    {
        const string Address = "/produkte/1145/2025-Q1/warum/11451/aufwendungen/";
        using var controlling = county.As("controlling");
        (await Release(controlling, 1, "1145")).EnsureSuccessStatusCode();
        Assert.DoesNotContain("In diesem Bericht", await controlling.GetStringAsync(Address + "abweichung", Cancellation),
            StringComparison.Ordinal);
        await Ingest("1145;11451;Aufwendungen;Q1/2025;Ist;8642975,00;\n", "nach-der-freigabe.csv");
        foreach (var field in (string[])["istKumuliert", "abweichung"])
        {
            var page = await controlling.GetStringAsync(Address + field, Cancellation);
            var (report, now) = (page.IndexOf("In diesem Bericht", StringComparison.Ordinal),
                page.IndexOf("Seit diesem Bericht sind neue Zahlen", StringComparison.Ordinal));
            Assert.True(report > 0 && now > report, page);
            Assert.Contains("2025-ist.csv, Zeile 3, Spalte F: „302981,88“", WebUtility.HtmlDecode(page[report..now]),
                StringComparison.Ordinal);
            Assert.Contains("8.642.975", page[now..], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ARelease_WhoseFilesAreNotThereYet_LeavesReadersTheOneBefore()
    {
        const string Address = "/api/v1/berichte/2025-Q1/5711.pdf";
        using var reader = county.As("leser");
        using var controlling = county.As("controlling");
        (await Release(controlling, 1, "5711")).EnsureSuccessStatusCode();
        var released = await reader.GetByteArrayAsync(Address, Cancellation);
        var releases = county.App.Services.GetRequiredService<ReportReleases>();
        await releases.Add(ReportFile.JobOf("2025-Q1", "5711")!,
            new Release(2, "abgebrochen", "controlling", "2025-05-15T12:00:00+02:00"), Cancellation);
        Assert.Equal(released, await reader.GetByteArrayAsync(Address, Cancellation));
    }

    [Fact]
    public async Task TheCombinedReport_IsReleasedAfterItsProducts()
    {
        using var controlling = county.As("controlling");
        using var answer = await controlling.PostAsJsonAsync("/api/v1/berichte/2025-Q1/gesamt/freigabe",
            new { version = await Version(controlling) }, Cancellation);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("1121", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReleaseWithoutAVersion_IsRefused()
    {
        using var controlling = county.As("controlling");
        using var text = await controlling.PostAsync(Report + "/freigabe", new StringContent("1"), Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        using var broken = await controlling.PostAsync(Report + "/freigabe",
            new StringContent("{", Encoding.UTF8, "application/json"), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    private static async Task<int> Version(HttpClient client) =>
        (await client.GetFromJsonAsync<ReportPage>("/api/v1/berichte?produkt=gesamt&periode=2025-Q1", Cancellation))!.Entries[
            0].Version;

    private static Task<HttpResponseMessage> Release(HttpClient client, int version, string product = "5211") =>
        client.PostAsJsonAsync($"/api/v1/berichte/2025-Q1/{product}/freigabe", new { version }, Cancellation);

    // As if the job that makes the report still waited in the queue.
    private async Task Ingest(string row, string file)
    {
        var (services, path) = (county.App.Services, FilePath.Of("kaemmerei/" + file));
        var content = Encoding.UTF8.GetBytes("Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n" + row);
        await services.GetRequiredService<IFileStore>().Write(Area.Inbox, path, content, WriteCondition.IfAbsent, Cancellation);
        Assert.True((await services.GetRequiredService<Ingestion>().Run(path, Cancellation))!.IsAccepted);
    }

    private static async Task<string> State(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(Report + ".json", Cancellation)).GetProperty("stand").GetString()!;
}
