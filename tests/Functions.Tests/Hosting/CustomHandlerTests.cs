using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>The handler in this process, played upon with the captured payloads.</summary>
public sealed class CustomHandlerTests(Azurite azurite) : IAsyncLifetime
{
    private readonly TestCounty county = new(azurite.NewAccount());
    private readonly int port = LocalPorts.Free(1)[0];
    private WebApplication handler = null!;
    private PlayedHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        handler = CustomHandler.Build(new ProgramSettings
        {
            Port = port,
            Storage = county.Connection,
            Today = DateOnly.Parse(TestCounty.Today, null),
            Access = new AccessMode.ByAppService(IsPublic: false),
        });
        await handler.StartAsync(Cancellation);
        host = new PlayedHost(new Uri($"http://127.0.0.1:{port}/"));
        await host.UntilReady(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await handler.DisposeAsync();
    }

    [Fact]
    public async Task FromUploadToDownload_EveryFunctionDoesItsPart()
    {
        await Ingested();
        Assert.True(await host.Timer("AssembleReports", "timer-trigger-first", Cancellation));
        var rendered = await Drain();
        Assert.True(rendered > 10, $"{rendered} reports");

        using var list = await host.Forward(HttpMethod.Get, "/api/v1/berichte", Cancellation);
        using var reports = JsonDocument.Parse(await list.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(rendered, reports.RootElement.GetProperty("gesamt").GetInt32());
        using var pdf = await host.Forward(HttpMethod.Get, "/api/v1/berichte/2026-Q1/1111.pdf", Cancellation);
        Assert.Equal("%PDF-", (await pdf.Content.ReadAsStringAsync(Cancellation))[..5]);
        using var page = await host.Forward(HttpMethod.Get, "/", Cancellation);
        Assert.Contains("/berichte/2026-Q1", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        Assert.True(await host.Timer("AssembleReports", "timer-trigger-past-due-with-retry", Cancellation));
        Assert.Equal(0, await Drain());
    }

    [Theory]
    [InlineData("unter/ordner/q1.csv")]
    [InlineData("Straßen & Wege #1 100%.csv")]
    [InlineData("a+b c%20d;e,f=g.csv")]
    [InlineData("tief/Übersicht 😀/größe.csv")]
    public async Task AnyNameOfAnUpload_GetsItsReceipt(string name)
    {
        await Published();
        using var files = new BlobFileStore(county.Account);
        await files.Write(Area.Inbox, FilePath.Of("buero-landrat/" + name), "Produkt;Grundzahl\n"u8.ToArray(), WriteCondition.Always, Cancellation);
        Assert.True(await host.Blob("IngestFigures", county.BlobUri(Area.Inbox, "buero-landrat/" + name), Cancellation));
        var receipts = await county.FilesOf(Area.Receipts, Cancellation);
        Assert.Contains($"buero-landrat/{name}.json", receipts.Keys);
        Assert.Contains($"buero-landrat/{name}.html", receipts.Keys);
    }

    [Fact]
    public async Task ABlobEventOfTheCloud_IsReadLikeOneOfAzurite()
    {
        await Published();
        using var files = new BlobFileStore(county.Account);
        await files.Write(Area.Inbox, FilePath.Of("amt/ä b.csv"), "x"u8.ToArray(), WriteCondition.Always, Cancellation);
        Assert.True(await host.Blob("IngestFigures", new Uri("https://kreis.blob.core.windows.net/eingang/amt/%C3%A4%20b.csv"), Cancellation));
        Assert.Contains("amt/ä b.csv.json", (await county.FilesOf(Area.Receipts, Cancellation)).Keys);
    }

    [Fact]
    public async Task TheCapturedBlobEvent_IsOfAnotherContainer_AndLeftAlone() =>
        Assert.True(await host.Send("IngestFigures", PlayedHost.Captured("blob-trigger"), Cancellation));

    [Fact]
    public async Task TheCapturedQueueMessage_IsNoJob_AndIsShownAsAFault()
    {
        Assert.True(await host.Queue("RenderReport", "auftrag", """{"hello":"wörld","n":1}""", Cancellation));
        using var answer = await host.Forward(HttpMethod.Get, "/api/v1/stoerungen", Cancellation);
        using var faults = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        var fault = Assert.Single(faults.RootElement.EnumerateArray());
        Assert.Equal("bericht", fault.GetProperty("art").GetString());
        Assert.Equal("""{"hello":"wörld","n":1}""", fault.GetProperty("nachricht").GetString());
    }

    [Fact]
    public async Task AFault_IsCountedWheneverItIsLookedAt_AndRepeatedOrDismissedByAdministration()
    {
        var counted = new System.Collections.Concurrent.ConcurrentBag<long>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, each) =>
        {
            if (instrument.Name == "produktreport.stoerungen")
                each.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => counted.Add(count));
        listener.Start();
        using var jobs = new QueueReportJobs(county.Account);
        var upload = (await Ingested())[0];
        var receipt = FilePath.Of(upload + ".json");
        using var files = new BlobFileStore(county.Account);
        await files.Delete(Area.Receipts, receipt, Cancellation);
        await jobs.Refuse("""{"periode":"2026-Q1","produkt":"1111"}""", Cancellation);
        await jobs.Refuse($$"""{"ContainerName":"eingang","BlobName":"{{upload}}"}""", Cancellation);
        await jobs.Refuse("unverständlich", Cancellation);

        var faults = await Faults();
        Assert.Contains(3, counted);
        using (var page = await host.Forward(HttpMethod.Get, "/stoerungen", Cancellation, "administration"))
        {
            var text = System.Net.WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancellation));
            string[] named = ["Bericht 1111, 1. Quartal 2026", $"Datei {upload}", "Eine Meldung, die das Programm nicht versteht"];
            Assert.All(named, what => Assert.Contains($"aria-label=\"{what} wiederholen\"", text, StringComparison.Ordinal));
        }

        foreach (var (id, method, path) in faults.Select((id, index) => (id, index == 2 ? HttpMethod.Delete : HttpMethod.Post, index == 2 ? "" : "/wiederholen")))
        {
            using var refused = await host.Forward(method, $"/api/v1/stoerungen/{id}{path}", Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            using var done = await host.Forward(method, $"/api/v1/stoerungen/{id}{path}", Cancellation, "administration");
            Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
            using var again = await host.Forward(method, $"/api/v1/stoerungen/{id}{path}", Cancellation, "administration");
            Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        }

        Assert.Empty(await Faults());
        Assert.Contains(0, counted);
        // With the report that names it as missing.
        Assert.Equal(["1111", "gesamt"], (await jobs.Take(Cancellation)).Select(taken => taken.Job.Name).Order(StringComparer.Ordinal));
        Assert.NotNull(await files.Find(Area.Receipts, receipt, Cancellation));
        var log = string.Concat((await county.FilesOf(Area.AuditLog, Cancellation)).Values.Select(System.Text.Encoding.UTF8.GetString));
        Assert.Equal(2, log.Split("stoerung-wiederholt").Length - 1);
        Assert.Equal(1, log.Split("stoerung-verworfen").Length - 1);

        async Task<List<string>> Faults()
        {
            using var answer = await host.Forward(HttpMethod.Get, "/api/v1/stoerungen", Cancellation);
            using var list = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
            return [.. list.RootElement.EnumerateArray().Select(fault => fault.GetProperty("id").GetString()!)];
        }
    }

    [Fact]
    public async Task TheEventsOfACatalogueThatIsInForceAlready_JudgeNothingAnew()
    {
        var uploads = await Ingested();
        var receipts = await county.FilesOf(Area.Receipts, Cancellation);
        using var log = new TableDeliveryLog(county.Account);
        await log.Remove(uploads[0], Cancellation);
        Assert.True(await host.Blob("PublishCatalogue", county.BlobUri(Area.Catalogue, "2026/produkte/1111.yaml"), Cancellation));
        Assert.DoesNotContain(uploads[0], (await log.List(Cancellation)).Select(judgement => judgement.Stamp.File));

        using var files = new BlobFileStore(county.Account);
        var frame = System.Text.Encoding.UTF8.GetString((await files.ReadAll(Area.Catalogue, FilePath.Of("2026/rahmen.yaml"), Cancellation))!);
        await files.Write(Area.Catalogue, FilePath.Of("2026/rahmen.yaml"), System.Text.Encoding.UTF8.GetBytes(frame + "\n# geändert\n"), WriteCondition.Always, Cancellation);
        Assert.True(await host.Blob("PublishCatalogue", county.BlobUri(Area.Catalogue, "2026/rahmen.yaml"), Cancellation));
        Assert.Contains(uploads[0], (await log.List(Cancellation)).Select(judgement => judgement.Stamp.File));
        Assert.Equal(receipts.Keys, (await county.FilesOf(Area.Receipts, Cancellation)).Keys);
    }

    [Fact]
    public async Task AnEventForAnUploadThatIsGone_TakesItsFiguresBack()
    {
        var uploads = await Ingested();
        using var files = new BlobFileStore(county.Account);
        await files.Delete(Area.Inbox, FilePath.Of(uploads[0]), Cancellation);
        Assert.True(await host.Blob("IngestFigures", county.BlobUri(Area.Inbox, uploads[0]), Cancellation));
        using var figures = new TableFigureStore(county.Account);
        Assert.DoesNotContain(uploads[0], (await figures.Deliveries(Cancellation)).Select(stamp => stamp.File));
    }

    [Fact]
    public async Task AStorageThatDoesNotAnswer_IsAFailureTheHostRetries()
    {
        var dead = LocalPorts.Free(4);
        await using var broken = CustomHandler.Build(new ProgramSettings { Port = dead[3], Storage = azurite.Through(county.Connection, dead), Today = null });
        await broken.StartAsync(Cancellation);
        using var other = new PlayedHost(new Uri($"http://127.0.0.1:{dead[3]}/"));
        await other.UntilReady(Cancellation);
        Assert.False(await other.Blob("IngestFigures", county.BlobUri(Area.Inbox, "amt/a.csv"), Cancellation));
    }

    [Fact]
    public async Task AStoredFileThatIsDamaged_IsAFailure_NotAnEventNobodyUnderstands()
    {
        using var files = new BlobFileStore(county.Account);
        await files.Write(Area.PublishedCatalogue, FilePath.Of("2026.json"), "{"u8.ToArray(), WriteCondition.Always, Cancellation);
        Assert.False(await host.Timer("AssembleReports", "timer-trigger-first", Cancellation));
    }

    [Theory]
    [InlineData("IngestFigures")]
    [InlineData("AssembleReports")]
    [InlineData("RenderReport")]
    [InlineData("PublishCatalogue")]
    public async Task ARequestFromOutside_IsNoEvent(string function)
    {
        using var answer = await host.Forward(HttpMethod.Post, "/" + function, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task MissedEvents_AreMadeUpForByTheDailyTimer()
    {
        await county.UploadCatalogue(Cancellation);
        var uploads = await county.UploadInbox(Cancellation);
        Assert.True(await host.Timer("AssembleReports", "timer-trigger-first", Cancellation));
        var receipts = await county.FilesOf(Area.Receipts, Cancellation);
        Assert.All(uploads, upload => Assert.Contains(upload + ".json", receipts.Keys));
        Assert.True(await Drain() > 10);
    }

    [Theory]
    [InlineData("größe?.csv", "größe_~", "das Zeichen „?“")]
    [InlineData("q1.csv ", "q1~", "am Ende steht ein Leerzeichen")]
    [InlineData("unter:ordner/q1.csv", "unter_ordner/q1~", "das Zeichen „:“")]
    public async Task ANameThatIsImpossible_GetsAReceiptThatSaysSo_AndIsFoundInThePortal(string name, string standIn, string fault)
    {
        await Published();
        await county.Account.Blobs.GetBlobContainerClient("eingang").UploadBlobAsync("buero-landrat/" + name, BinaryData.FromString("Produkt;Wert\n"), Cancellation);
        Assert.True(await host.Blob("IngestFigures", county.BlobUri(Area.Inbox, "buero-landrat/" + name), Cancellation));
        await HasReceipt();

        using var files = new BlobFileStore(county.Account);
        foreach (var receipt in (await county.FilesOf(Area.Receipts, Cancellation)).Keys.Where(path => path.StartsWith("buero-landrat/", StringComparison.Ordinal)))
            await files.Delete(Area.Receipts, FilePath.Of(receipt), Cancellation);
        Assert.True(await host.Timer("AssembleReports", "timer-trigger-first", Cancellation));
        await HasReceipt();

        async Task HasReceipt()
        {
            using var list = await host.Forward(HttpMethod.Get, "/api/v1/lieferungen", Cancellation);
            using var deliveries = JsonDocument.Parse(await list.Content.ReadAsByteArrayAsync(Cancellation));
            var entry = Assert.Single(deliveries.RootElement.GetProperty("eintraege").EnumerateArray());
            Assert.StartsWith("buero-landrat/" + standIn, entry.GetProperty("datei").GetString(), StringComparison.Ordinal);
            Assert.Equal("abgelehnt", entry.GetProperty("status").GetString());
            using var answer = await host.Forward(HttpMethod.Get, entry.GetProperty("quittung").GetString()!, Cancellation);
            using var receipt = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Equal("buero-landrat/" + name, receipt.RootElement.GetProperty("datei").GetString());
            var finding = Assert.Single(receipt.RootElement.GetProperty("befunde").EnumerateArray());
            Assert.Equal("PR-1019", finding.GetProperty("code").GetString());
            Assert.Contains(fault, finding.GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<string>> Ingested()
    {
        await Published();
        var uploads = await county.UploadInbox(Cancellation);
        foreach (var upload in uploads)
            Assert.True(await host.Blob("IngestFigures", county.BlobUri(Area.Inbox, upload), Cancellation));
        return uploads;
    }

    private async Task Published()
    {
        await county.UploadCatalogue(Cancellation);
        Assert.True(await host.Blob("PublishCatalogue", county.BlobUri(Area.Catalogue, "2026/rahmen.yaml"), Cancellation));
    }

    private async Task<int> Drain()
    {
        using var jobs = new QueueReportJobs(county.Account);
        var count = 0;
        while (await jobs.Take(Cancellation) is { Count: > 0 } taken)
        {
            foreach (var job in taken)
            {
                Assert.True(await host.Queue("RenderReport", "auftrag", ReportJobText.Write(job.Job), Cancellation));
                await jobs.Done(job, Cancellation);
                count++;
            }
        }

        return count;
    }
}
