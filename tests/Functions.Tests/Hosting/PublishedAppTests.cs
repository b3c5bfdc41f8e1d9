using System.Net;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>What is deployed: its layout by the host's contract, and the handler started from there.</summary>
public sealed class PublishedAppTests(PublishedApp app, Azurite azurite) : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await app.Ready();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void HostJson_NamesTheExecutable_AndTheExtensionBundle()
    {
        using var host = Json("host.json");
        var handler = host.RootElement.GetProperty("customHandler");
        var executable = app.At(handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString()!);
        Assert.True(File.Exists(executable));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(executable).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal([0x7F, (byte)'E', (byte)'L', (byte)'F'], File.ReadAllBytes(executable)[..4]);
        Assert.True(handler.GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal(
            QueueReportJobs.TriesBeforePoison,
            host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal("Microsoft.Azure.Functions.ExtensionBundle", host.RootElement.GetProperty("extensionBundle").GetProperty("id").GetString());
    }

    [Fact]
    public void EveryFunction_HasItsFolder_AndTheCatchAllSortsLast()
    {
        var functions = Functions();
        Assert.Equal(["AssembleReports", "IngestFigures", "PublishCatalogue", "RenderReport", "Web"], functions.Keys);
        Assert.Equal(
            ["timerTrigger", "blobTrigger", "blobTrigger", "queueTrigger", "httpTrigger"],
            functions.Values.Select(bindings => bindings[0].GetProperty("type").GetString()));
        Assert.Equal("eingang/{amt}/{datei}", functions["IngestFigures"][0].GetProperty("path").GetString());
        Assert.Equal(QueueReportJobs.QueueName, functions["RenderReport"][0].GetProperty("queueName").GetString());
        Assert.Equal("{*path}", functions["Web"][0].GetProperty("route").GetString());
    }

    [Fact]
    public void BlobTriggers_TakeEvents_BecauseFlexConsumptionKnowsNothingElse() =>
        Assert.All(
            Functions().Values.Select(bindings => bindings[0]).Where(trigger => trigger.GetProperty("type").GetString() == "blobTrigger"),
            trigger => Assert.Equal("EventGrid", trigger.GetProperty("source").GetString()));

    [Fact]
    public void TheProgram_BringsItsRuntime_AndIsCompiledAhead()
    {
        using var runtime = Json("Produktreport.runtimeconfig.json");
        Assert.True(runtime.RootElement.GetProperty("runtimeOptions").TryGetProperty("includedFrameworks", out _));
        foreach (var assembly in (string[])["Produktreport.dll", "Produktreport.Core.dll", "Azure.Core.dll"])
        {
            using var file = new PEReader(File.OpenRead(app.At(assembly)));
            Assert.True(file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, $"{assembly} is not ready to run.");
        }
    }

    [Fact]
    public async Task TheHandler_RunsFromThere_AndLogsEachInvocation()
    {
        var county = new TestCounty(azurite.NewAccount());
        using var handler = HandlerProcess.Of(app, county.Connection, TestCounty.Today);
        await handler.Host.UntilReady(Cancellation);
        await county.UploadCatalogue(Cancellation);
        Assert.True(await handler.Host.Blob("PublishCatalogue", county.BlobUri(Area.Catalogue, "2026/rahmen.yaml"), Cancellation));
        foreach (var upload in await county.UploadInbox(Cancellation))
            Assert.True(await handler.Host.Blob("IngestFigures", county.BlobUri(Area.Inbox, upload), Cancellation));
        Assert.True(await handler.Host.Timer("AssembleReports", "timer-trigger-past-due-with-retry", Cancellation));
        using var jobs = new QueueReportJobs(county.Account);
        var job = (await jobs.Take(Cancellation))[0].Job;
        Assert.True(await handler.Host.Queue("RenderReport", "auftrag", ReportJobText.Write(job), Cancellation));
        using var report = await handler.Host.Forward(HttpMethod.Get, $"/api/v1/berichte/{job.Period}/{job.Name}.pdf", Cancellation);
        Assert.Equal(HttpStatusCode.OK, report.StatusCode);
        using var style = await handler.Host.Forward(HttpMethod.Get, "/portal.css", Cancellation);
        Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);

        Assert.True(await HasInvocation(handler, eventId: 3101));
    }

    [Fact]
    public async Task TracesAndMetrics_ArriveWhereTheSettingsSay_AndARequestPassedThroughIsLoggedWithItsInvocation()
    {
        var county = new TestCounty(azurite.NewAccount());
        await using var receiver = await OtlpReceiver.Start();
        using var handler = HandlerProcess.Of(app, county.Connection, TestCounty.Today, receiver.Settings);
        await handler.Host.UntilReady(Cancellation);
        await county.UploadCatalogue(Cancellation);
        Assert.True(await handler.Host.Blob("PublishCatalogue", county.BlobUri(Area.Catalogue, "2026/rahmen.yaml"), Cancellation));
        var upload = (await county.UploadInbox(Cancellation))[0];
        Assert.True(await handler.Host.Blob("IngestFigures", county.BlobUri(Area.Inbox, upload), Cancellation));
        Assert.True(await receiver.Receives("/v1/traces", "IngestFigures", Cancellation));
        Assert.True(await receiver.Receives("/v1/metrics", "produktreport.lieferungen", Cancellation));

        using var files = new BlobFileStore(county.Account);
        await files.Write(Area.PublishedCatalogue, FilePath.Of("2026.json"), "{"u8.ToArray(), WriteCondition.Always, Cancellation);
        using var notReady = await handler.Host.Forward(HttpMethod.Get, "/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, notReady.StatusCode);
        Assert.True(await HasInvocation(handler, eventId: 4002));
    }

    // Lines are written behind the answer.
    private static async Task<bool> HasInvocation(HandlerProcess handler, int eventId)
    {
        string? line;
        for (var look = 0; (line = handler.Log.Split('\n').FirstOrDefault(text => text.Contains($"\"EventId\":{eventId}", StringComparison.Ordinal))) is null; look++)
        {
            Assert.True(look < 200, $"Nothing was logged as {eventId}.");
            await Task.Delay(50, Cancellation);
        }

        using var entry = JsonDocument.Parse(line);
        return entry.RootElement.GetProperty("Scopes").EnumerateArray().Any(scope =>
            scope.TryGetProperty("InvocationId", out var id) && Guid.TryParse(id.GetString(), out _));
    }

    private SortedDictionary<string, JsonElement[]> Functions() => new(
        Directory.EnumerateFiles(app.Folder, "function.json", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(app.Folder, Path.GetDirectoryName(file)!),
            file =>
            {
                using var function = JsonDocument.Parse(File.ReadAllBytes(file));
                return function.RootElement.GetProperty("bindings").EnumerateArray().Select(binding => binding.Clone()).ToArray();
            }),
        StringComparer.Ordinal);

    private JsonDocument Json(string file) => JsonDocument.Parse(File.ReadAllBytes(app.At(file)));
}
