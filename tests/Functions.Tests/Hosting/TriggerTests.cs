using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Web;
using Produktreport.Tests.Host;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>What the program makes of the host's events; each test has a county of its own.</summary>
public sealed class TriggerTests(PublishedApp app, Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FromUploadToDownload_EveryFunctionDoesItsPart()
    {
        await using var hosted = await HostedCounty.Start(app, azurite);
        await hosted.Ingest();
        await HostedCounty.Done(hosted.Host.Daily(Cancellation));
        var rendered = await hosted.Drain();
        Assert.True(rendered > 10, $"{rendered} reports");

        using var list = await hosted.Host.Forward(HttpMethod.Get, "/api/v1/berichte", Cancellation);
        using var reports = JsonDocument.Parse(await list.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(rendered, reports.RootElement.GetProperty("gesamt").GetInt32());
        using var pdf = await hosted.Host.Forward(HttpMethod.Get, "/api/v1/berichte/2026-Q1/1111.pdf", Cancellation);
        Assert.Equal("%PDF-", (await pdf.Content.ReadAsStringAsync(Cancellation))[..5]);
        using var page = await hosted.Host.Forward(HttpMethod.Get, "/", Cancellation);
        Assert.Contains("/berichte/2026-Q1", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        await HostedCounty.Done(hosted.Host.Daily(Cancellation, isPastDue: true));
        Assert.Equal(0, await hosted.Drain());
    }

    [Fact]
    public async Task AFault_IsCountedWheneverItIsLookedAt_AndRepeatedOrDismissedByAdministration()
    {
        var counted = new ConcurrentBag<long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, each) =>
        {
            if (instrument.Name == "produktreport.stoerungen")
                each.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => counted.Add(count));
        listener.Start();
        await using var hosted = await HostedCounty.Start(app, azurite);
        // The portal in this process, where the listener hears it.
        await using var portal = HostedProgram.Build(hosted.County.Connection);
        await portal.StartAsync(Cancellation);
        using var controlling = HostedProgram.ClientOf(portal, "controlling");
        using var administration = HostedProgram.ClientOf(portal, "administration");
        using var jobs = new QueueReportJobs(hosted.County.Account);
        var upload = (await hosted.Ingest())[0];
        var receipt = FilePath.Of(upload + ".json");
        using var files = new BlobFileStore(hosted.County.Account);
        await files.Delete(Area.Receipts, receipt, Cancellation);
        await jobs.Refuse("""{"periode":"2026-Q1","produkt":"1111"}""", Cancellation);
        await jobs.Refuse($$"""{"ContainerName":"eingang","BlobName":"{{upload}}"}""", Cancellation);
        await jobs.Refuse("unverständlich", Cancellation);

        var faults = await Faults();
        Assert.Contains(3, counted);
        var text = WebUtility.HtmlDecode(await administration.GetStringAsync("/stoerungen", Cancellation));
        string[] named = ["Bericht 1111, 1. Quartal 2026", $"Datei {upload}", "Eine Meldung, die das Programm nicht versteht"];
        Assert.All(named, what => Assert.Contains($"aria-label=\"{what} wiederholen\"", text, StringComparison.Ordinal));

        foreach (var (id, method, path) in faults.Select((id, index) =>
            (id, index == 2 ? HttpMethod.Delete : HttpMethod.Post, index == 2 ? "" : "/wiederholen")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, await Ask(controlling));
            Assert.Equal(HttpStatusCode.NoContent, await Ask(administration));
            Assert.Equal(HttpStatusCode.NotFound, await Ask(administration));

            async Task<HttpStatusCode> Ask(HttpClient client)
            {
                using var request = new HttpRequestMessage(method, $"/api/v1/stoerungen/{id}{path}");
                using var answer = await client.SendAsync(request, Cancellation);
                return answer.StatusCode;
            }
        }

        Assert.Empty(await Faults());
        Assert.Contains(0, counted);
        // With the report that names it as missing.
        Assert.Equal(["1111", "gesamt"], (await jobs.Take(Cancellation)).Select(taken => taken.Job.Name)
            .Order(StringComparer.Ordinal));
        Assert.NotNull(await files.Find(Area.Receipts, receipt, Cancellation));
        var log = string.Concat(
            (await hosted.County.FilesOf(Area.AuditLog, Cancellation)).Values.Select(Encoding.UTF8.GetString));
        Assert.Equal(2, log.Split("stoerung-wiederholt").Length - 1);
        Assert.Equal(1, log.Split("stoerung-verworfen").Length - 1);

        async Task<List<string>> Faults()
        {
            using var list = JsonDocument.Parse(await controlling.GetStringAsync("/api/v1/stoerungen", Cancellation));
            return [.. list.RootElement.EnumerateArray().Select(fault => fault.GetProperty("id").GetString()!)];
        }
    }

    [Fact]
    public async Task TheEventsOfACatalogueThatIsInForceAlready_JudgeNothingAnew()
    {
        await using var hosted = await HostedCounty.Start(app, azurite);
        var uploads = await hosted.Ingest();
        var receipts = await hosted.County.FilesOf(Area.Receipts, Cancellation);
        using var log = new TableDeliveryLog(hosted.County.Account);
        await log.Remove(uploads[0], Cancellation);
        await HostedCounty.Done(hosted.Host.CatalogueChanged("2026/produkte/1111.yaml", Cancellation));
        Assert.DoesNotContain(uploads[0], (await log.List(Cancellation)).Select(judgement => judgement.Stamp.File));

        using var files = new BlobFileStore(hosted.County.Account);
        var frame = Encoding.UTF8.GetString(
            (await files.ReadAll(Area.Catalogue, FilePath.Of("2026/rahmen.yaml"), Cancellation))!);
        await files.Write(Area.Catalogue, FilePath.Of("2026/rahmen.yaml"), Encoding.UTF8.GetBytes(frame + "\n# geändert\n"),
            WriteCondition.Always, Cancellation);
        await HostedCounty.Done(hosted.Host.CatalogueChanged("2026/rahmen.yaml", Cancellation));
        Assert.Contains(uploads[0], (await log.List(Cancellation)).Select(judgement => judgement.Stamp.File));
        Assert.Equal(receipts.Keys, (await hosted.County.FilesOf(Area.Receipts, Cancellation)).Keys);
    }

    [Fact]
    public async Task AnEventForAnUploadThatIsGone_TakesItsFiguresBack()
    {
        await using var hosted = await HostedCounty.Start(app, azurite);
        var uploads = await hosted.Ingest();
        using var files = new BlobFileStore(hosted.County.Account);
        await files.Delete(Area.Inbox, FilePath.Of(uploads[0]), Cancellation);
        await HostedCounty.Done(hosted.Host.Uploaded(uploads[0], Cancellation));
        using var figures = new TableFigureStore(hosted.County.Account);
        Assert.DoesNotContain(uploads[0], (await figures.Deliveries(Cancellation)).Select(stamp => stamp.File));
    }

    [Fact]
    public async Task AStoredFileThatIsDamaged_IsAFailure_NotAnEventNobodyUnderstands()
    {
        var county = new TestCounty(azurite.NewAccount());
        using var files = new BlobFileStore(county.Account);
        await files.Write(Area.PublishedCatalogue, FilePath.Of("2026.json"), "{"u8.ToArray(), WriteCondition.Always,
            Cancellation);
        await using var host = await app.Start(county.Connection, Cancellation);
        Assert.Equal(InvocationStatus.Failure, (await host.Daily(Cancellation)).Status);
    }

    [Fact]
    public async Task MissedEvents_AreMadeUpForByTheDailyTimer()
    {
        var county = new TestCounty(azurite.NewAccount());
        await using var host = await app.Start(county.Connection, Cancellation);
        await county.UploadCatalogue(Cancellation);
        var uploads = await county.UploadInbox(Cancellation);
        await HostedCounty.Done(host.Daily(Cancellation));
        var receipts = await county.FilesOf(Area.Receipts, Cancellation);
        Assert.All(uploads, upload => Assert.Contains(upload + ".json", receipts.Keys));
        using var jobs = new QueueReportJobs(county.Account);
        Assert.True(await jobs.Count(Cancellation) > 10);
    }
}
