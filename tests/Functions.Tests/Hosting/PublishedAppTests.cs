using System.Collections.Concurrent;
using System.Net;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>
/// What is deployed: its layout by the host's contract, what it says of itself, and the worker started from there.
/// </summary>
public sealed class PublishedAppTests(PublishedApp app, Azurite azurite) : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await app.Ready();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void ThePackage_HasWhatTheHostReads_AndItsExecutable()
    {
        Assert.All(
            (string[])["host.json", "worker.config.json", "functions.metadata", "extensions.json",
                ".azurefunctions/function.deps.json"],
            file => Assert.True(File.Exists(app.At(file)), file));
        using var worker = Json("worker.config.json");
        var path = worker.RootElement.GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        var executable = app.At(path.Replace("{WorkerRoot}", "", StringComparison.Ordinal));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(executable).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal([0x7F, (byte)'E', (byte)'L', (byte)'F'], File.ReadAllBytes(executable)[..4]);
    }

    [Fact]
    public void HostJson_ServesFromTheRoot_AndTriesAsOftenAsTheProgramKnows()
    {
        using var host = Json("host.json");
        var extensions = host.RootElement.GetProperty("extensions");
        Assert.Equal("", extensions.GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal(QueueReportJobs.TriesBeforeGivingUp, extensions.GetProperty("queues").GetProperty("maxDequeueCount")
            .GetInt32());
        Assert.Equal("none", extensions.GetProperty("queues").GetProperty("messageEncoding").GetString());
        Assert.False(host.RootElement.TryGetProperty("customHandler", out _));
        Assert.False(host.RootElement.TryGetProperty("extensionBundle", out _));
    }

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
    public async Task TheWorker_NamesItsFunctions_LikeItsPackage()
    {
        await using var host = await app.Start(azurite.NewAccount(), Cancellation);
        var triggers = host.Triggers;
        Assert.Equal(
            [
                (nameof(AssembleReports), "timerTrigger"), (nameof(DownloadReport), "httpTrigger"),
                (nameof(IngestFigures), "blobTrigger"),
                (nameof(PublishCatalogue), "blobTrigger"), (nameof(RenderReport), "queueTrigger"),
                (nameof(SendMessages), "timerTrigger"), (nameof(Web), "httpTrigger"),
            ],
            triggers.Select(trigger => (trigger.Key, trigger.Value.GetProperty("type").GetString()!))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal));
        using var package = Json("functions.metadata");
        Assert.Equal(triggers.Keys.Order(StringComparer.Ordinal), package.RootElement.EnumerateArray()
            .Select(function => function.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("eingang/{name}", triggers[nameof(IngestFigures)].GetProperty("path").GetString());
        Assert.Equal(IReportJobs.QueueName, triggers[nameof(RenderReport)].GetProperty("queueName").GetString());
        Assert.Equal("{*path}", triggers[nameof(Web)].GetProperty("route").GetString());
    }

    [Fact]
    public async Task TheWorker_SaysOfItselfWhatTheTriedOneSaid()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var host = await app.Start(azurite.NewAccount(), Cancellation, receiver.Settings);
        using var captured = Captured("worker-WorkerInitResponse-OpenTelemetry");
        var capabilities = captured.RootElement.GetProperty("workerInitResponse").GetProperty("capabilities");
        Assert.Equal(
            capabilities.EnumerateObject().Where(pair => pair.Name != "HttpUri")
                .Select(pair => (pair.Name, pair.Value.GetString()!)).Order(),
            host.Capabilities.Where(pair => pair.Key != "HttpUri").Select(pair => (pair.Key, pair.Value)).Order());

        using var list = Captured("worker-FunctionMetadataResponse");
        foreach (var function in list.RootElement.GetProperty("functionMetadataResponse").GetProperty("functionMetadataResults")
            .EnumerateArray())
        {
            if (!host.Triggers.TryGetValue(function.GetProperty("name").GetString()!, out var trigger))
                continue;
            using var tried = JsonDocument.Parse(function.GetProperty("rawBindings")[0].GetString()!);
            Assert.Equal(Described(tried.RootElement), Described(trigger));
        }

        // Names of parameters, paths below the container and the schedule are the program's to choose.
        static IEnumerable<string> Described(JsonElement binding) => binding.EnumerateObject()
            .Select(property => property.Name is "name" or "path" or "schedule"
                or "source" ? property.Name : $"{property.Name}: {property.Value.GetRawText()}")
            .Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "EventGrid")] // Flex Consumption knows nothing else.
    [InlineData("true", "LogsAndContainerScan")] // Azurite sends no events.
    public async Task BlobTriggers_TakeEvents_UnlessASettingHasTheHostLookItself(string polling, string source)
    {
        await using var host = await app.Start(azurite.NewAccount(), Cancellation,
            new Dictionary<string, string> { [SettingNames.BlobPolling] = polling });
        var blobs = host.Triggers.Values.Where(trigger => trigger.GetProperty("type").GetString() == "blobTrigger").ToList();
        Assert.Equal(2, blobs.Count);
        Assert.All(blobs, trigger => Assert.Equal(source, trigger.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task TheWorker_RunsFromThere_AndLogsEachInvocation()
    {
        await using var hosted = await HostedCounty.Start(app, azurite);
        await hosted.Ingest();
        await HostedCounty.Done(hosted.Host.Daily(Cancellation, isPastDue: true));
        using var jobs = new QueueReportJobs(hosted.County.Account);
        var job = (await jobs.Take(Cancellation))[0];
        await HostedCounty.Done(hosted.Host.Job(job, Cancellation));
        using var report = await hosted.Host.Forward(HttpMethod.Get, $"/api/v1/berichte/{job.Job.Period}/{job.Job.Name}.pdf",
            Cancellation);
        Assert.Equal(HttpStatusCode.OK, report.StatusCode);
        using var style = await hosted.Host.Forward(HttpMethod.Get, "/portal.css", Cancellation);
        Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);

        var line = Assert.Single(hosted.Host.Logs, line => line.Message.StartsWith("Reconciled:", StringComparison.Ordinal));
        Assert.True(Guid.TryParse(line.InvocationId, out _));
        Assert.Contains("past due: True", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWorker_CountsEachVisitorByThePlatformsAddress_ThoughAllComeThroughTheHost()
    {
        await using var host = await app.Start(azurite.NewAccount(), Cancellation);
        Assert.Contains(HttpStatusCode.TooManyRequests, await Ask("203.0.113.7", new WebLimits().RequestsPerMinute + 200));
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await Ask("203.0.113.8", 10));

        async Task<IReadOnlyCollection<HttpStatusCode>> Ask(string visitor, int times)
        {
            var answers = new ConcurrentBag<HttpStatusCode>();
            await Parallel.ForAsync(0, times,
                new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (number, token) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
                request.Headers.Add("CLIENT-IP", $"{visitor}:{40_000 + number}");
                request.Headers.Add("X-Forwarded-For", $"198.51.100.{number % 200}");
                using var answer = await host.Http(request, token);
                answers.Add(answer.StatusCode);
            });
            return answers;
        }
    }

    [Fact]
    public async Task TracesAndMetrics_ArriveWhereTheSettingsSay_AndARequestPassedThroughIsLoggedWithItsInvocation()
    {
        var county = new TestCounty(azurite.NewAccount());
        await using var receiver = await OtlpReceiver.Start();
        await using var host = await app.Start(county.Connection, Cancellation, receiver.Settings);
        await county.UploadCatalogue(Cancellation);
        await HostedCounty.Done(host.CatalogueChanged("2026/rahmen.yaml", Cancellation));
        var upload = (await county.UploadInbox(Cancellation))[0];
        await HostedCounty.Done(host.Uploaded(upload, Cancellation));
        Assert.True(await receiver.Receives("/v1/traces", nameof(IngestFigures), Cancellation));
        Assert.True(await receiver.Receives("/v1/metrics", "produktreport.lieferungen", Cancellation));

        using var files = new BlobFileStore(county.Account);
        await files.Write(Area.PublishedCatalogue, FilePath.Of("2026.json"), "{"u8.ToArray(), WriteCondition.Always,
            Cancellation);
        using var notReady = await host.Forward(HttpMethod.Get, "/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, notReady.StatusCode);
        var line = Assert.Single(host.Logs,
            line => line.Message.StartsWith("The storage cannot be read.", StringComparison.Ordinal));
        Assert.True(Guid.TryParse(line.InvocationId, out _));
    }

    private JsonDocument Json(string file) => JsonDocument.Parse(File.ReadAllBytes(app.At(file)));

    private static JsonDocument Captured(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(Repository.At("tests", "Host", "Captured", name + ".json")));
}
