using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Faults;
using Produktreport.Tests.Host;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>How the worker starts, is stopped within its work, and ends.</summary>
public sealed class WorkerLifeTests(PublishedApp app, Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhileTheStorageDoesNotAnswer_TheWorkerStarts_AndItsEventsFail()
    {
        await using var host = await app.Start(azurite.Through(azurite.NewAccount(), LocalPorts.Free(3)), Cancellation);
        using var alive = await host.Forward(HttpMethod.Get, "/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        var result = await host.Uploaded("amt/a.csv", Cancellation);
        Assert.Equal(InvocationStatus.Failure, result.Status);
        Assert.NotNull(result.ExceptionType);
    }

    [Fact]
    public async Task AtTheHostsTimeLimit_EveryFunctionStops_AndTheWorkerLivesOn()
    {
        var isBegun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hanging = await FaultyStorage.Start(
            azurite.Ports,
            () =>
            {
                isBegun.TrySetResult();
                return StorageFault.Hanging;
            },
            () => { });
        await using var host = await app.Start(azurite.Through(azurite.NewAccount(), hanging.Ports), Cancellation);
        using var limit = new CancellationTokenSource();
        var invocations = Task.WhenAll(
            host.Uploaded("amt/a.csv", limit.Token),
            host.CatalogueChanged("2026/rahmen.yaml", limit.Token),
            host.Daily(limit.Token),
            host.Job(new TakenJob(new ReportJob(Core.Periods.Period.OfQuarter(2026, 1), Product: null)), limit.Token));
        // A worker that has not begun with an invocation yet does not hear that it is to stop.
        await isBegun.Task.WaitAsync(Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        var clock = Stopwatch.StartNew();
        await limit.CancelAsync();
        var results = await invocations;
        // A request to the storage alone may take 30 seconds.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.All(results, result => Assert.Contains("Canceled", result.ExceptionType, StringComparison.Ordinal));
        using var alive = await host.Forward(HttpMethod.Get, "/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal(1, host.Starts);
    }

    [Fact]
    public async Task AWorkerThatTheHostEnds_EndsInTime_AndNotWithZero()
    {
        await using var host = await app.Start(azurite.NewAccount(), Cancellation);
        var clock = Stopwatch.StartNew();
        var code = await host.Terminate();
        Assert.True(code == 1, $"{code}: {host.Console}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task AMethodThatNoFunctionLists_IsNotFound_AndTheOthersReachTheProgram()
    {
        await using var host = await app.Start(azurite.NewAccount(), Cancellation);
        foreach (var (method, expected) in ((string, HttpStatusCode)[])[("PATCH", HttpStatusCode.NotFound),
            ("OPTIONS", HttpStatusCode.MethodNotAllowed), ("GET", HttpStatusCode.OK)])
        {
            using var answer = await host.Forward(new HttpMethod(method), "/health/live", Cancellation);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task AWorkerThatWasKilled_IsFollowedByAnother()
    {
        await using var hanging = await FaultyStorage.Start(azurite.Ports, () => StorageFault.Hanging, () => { });
        await using var host = await app.Start(azurite.Through(azurite.NewAccount(), hanging.Ports), Cancellation);
        var invocation = host.Uploaded("amt/a.csv", Cancellation);
        while (hanging.Seen.IsEmpty)
            await Task.Delay(10, Cancellation);
        host.Kill();
        Assert.Equal(InvocationStatus.WorkerGone, (await invocation).Status);
        using var alive = await host.Forward(HttpMethod.Get, "/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal(2, host.Starts);
    }

    [Fact]
    public async Task AnUploadWhoseReadingEndedTheWorkerTwice_IsSetAside_AllElseGoesOn_AndItCanBeRepeated()
    {
        const string large = "buero-landrat/gross.csv";
        await using var hosted = await HostedCounty.Start(app, azurite);
        using var files = new BlobFileStore(hosted.County.Account);
        var rows = Enumerable.Repeat("1111;aufwendungen;2026-Q1;100\n", 300_000).Prepend("Produkt;Grundzahl;Periode;Wert\n");
        await files.Write(Area.Inbox, FilePath.Of(large), Encoding.UTF8.GetBytes(string.Concat(rows)), WriteCondition.Always,
            Cancellation);
        await DieWhileReading();
        await DieWhileReading();
        await HostedCounty.Done(hosted.Host.Uploaded(large, Cancellation));
        Assert.Contains("PR-1034", await Receipt(), StringComparison.Ordinal);
        await hosted.Ingest("buero-landrat/q1.csv", "Produkt;Grundzahl;Periode;Wert\n1111;aufwendungen;2026-Q1;100\n");
        await HostedCounty.Done(hosted.Host.Daily(Cancellation));
        Assert.Equal(3, hosted.Host.Starts);

        var fault = Assert.Single(await Faults());
        Assert.Contains(large, fault.GetProperty("nachricht").GetString(), StringComparison.Ordinal);
        using var repeated = await hosted.Host.Forward(
            HttpMethod.Post, $"/api/v1/stoerungen/{fault.GetProperty("id").GetString()}/wiederholen", Cancellation,
            role: "administration");
        Assert.Equal(HttpStatusCode.NoContent, repeated.StatusCode);
        Assert.Empty(await Faults());
        Assert.DoesNotContain("PR-1034", await Receipt(), StringComparison.Ordinal);

        async Task DieWhileReading()
        {
            var before = await Note();
            var invocation = hosted.Host.Uploaded(large, Cancellation);
            while (await Note() == before)
                Assert.False(invocation.IsCompleted, "The file was read before the worker could be killed.");
            hosted.Host.Kill();
            Assert.Equal(InvocationStatus.WorkerGone, (await invocation).Status);
        }

        // That reading has begun.
        async Task<string?> Note() =>
            (await files.List(Area.AuditLog, "lesen/", Cancellation).SingleOrDefaultAsync(Cancellation))?.Version;

        async Task<string> Receipt() =>
            Encoding.UTF8.GetString((await files.ReadAll(Area.Receipts, FilePath.Of($"{large}.json"), Cancellation))!);

        async Task<List<JsonElement>> Faults()
        {
            using var answer = await hosted.Host.Forward(HttpMethod.Get, "/api/v1/stoerungen", Cancellation);
            using var list = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
            return [.. list.RootElement.EnumerateArray().Select(fault => fault.Clone())];
        }
    }
}
