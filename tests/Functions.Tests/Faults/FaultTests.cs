using Produktreport.Functions.Operation;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Tests.Host;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>A county after everything went well, and what lay there then: to it all tests compare, one after the other.</summary>
public sealed class CleanCounty(Azurite azurite, PublishedApp app) : IAsyncLifetime
{
    internal TestCounty County { get; } = new(azurite.NewAccount());

    internal IReadOnlyList<string> Uploads { get; private set; } = [];

    internal SortedDictionary<string, string> Outcome { get; private set; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await County.UploadCatalogue(Cancellation);
        Uploads = await County.UploadInbox(Cancellation);
        await using var host = await app.Start(County.Connection, Cancellation);
        await Quarter.Run(County, Uploads, host, Cancellation);
        Outcome = await Faults.Outcome.Of(County, Cancellation);
        Assert.True(Outcome.Keys.Count(key => key.StartsWith("Reports/", StringComparison.Ordinal)) > 20);
        Assert.True(Outcome.Keys.Count(key => key.StartsWith("Werte/", StringComparison.Ordinal)) > 100);
        Assert.True(Outcome.Keys.Count(key => key.StartsWith("Zeilen/", StringComparison.Ordinal)) > 100);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Whatever happens on the way, the end is the same. Seeds are fixed, so that a failure can be repeated.</summary>
public sealed class FaultTests(Azurite azurite, PublishedApp app, CleanCounty known) : IClassFixture<CleanCounty>
{
    private const int Kills = 100;

    // Requests to the storage from the first answer on: what is killed after has done an event or so.
    private const int LongestLife = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KilledAtAHundredPoints_TheProgramEndsWhereACleanRunEnds()
    {
        var (county, uploads, clean) = (known.County, known.Uploads, known.Outcome);
        var random = new Random(20261122);
        var requestsToLive = 0;
        var kills = 0;
        var rounds = 0;
        var during = new Event("", (_, _) => throw new InvalidOperationException());
        var livesOfEvent = 0;
        var isNewLife = true;
        var points = new SortedDictionary<string, int>(StringComparer.Ordinal);
        FunctionsHost? host = null;

        // Killed at a request, which reaches the storage or not: between two requests nothing changes that outlives the process.
        StorageFault? Next() =>
            --requestsToLive == 0 ? (StorageFault)random.Next((int)StorageFault.Lost, (int)StorageFault.AnswerLost + 1) : null;

        void Kill()
        {
            points[during.Function] = points.GetValueOrDefault(during.Function) + 1;
            kills++;
            isNewLife = true;
            host!.Kill();
        }

        async Task Before(Event next)
        {
            livesOfEvent = next == during ? livesOfEvent : 0;
            during = next;
            if (!isNewLife)
                return;
            await host!.Ready(Cancellation);
            isNewLife = false;
            livesOfEvent++;
            // Longer with every life that was too short for the same event.
            requestsToLive = kills < Kills ? random.Next(1, LongestLife * livesOfEvent) : 0;
        }

        await using var faulty = await FaultyStorage.Start(azurite.Ports, Next, Kill);
        await using (host = await app.Start(azurite.Through(county.Connection, faulty.Ports), Cancellation))
        {
            while (kills < Kills)
            {
                await Outcome.Forget(county, Cancellation);
                await Quarter.Run(county, uploads, host, Cancellation, Before);
                Assert.Equal(clean, await Outcome.Of(county, Cancellation));
                rounds++;
            }

            Assert.Equal(kills + 1, host.Starts);
        }

        TestContext.Current.SendDiagnosticMessage("{0} kills in {1} rounds: {2}", kills, rounds, string.Join(", ", points));
        Assert.All(
            (string[])[nameof(PublishCatalogue), nameof(IngestFigures), nameof(AssembleReports), nameof(RenderReport)],
            phase => Assert.True(points.GetValueOrDefault(phase) > 0, $"No kill in {phase}: {string.Join(", ", points)}"));
        Assert.All((StorageFault[])[StorageFault.Lost, StorageFault.AnswerLost],
            kind => Assert.True(faulty.Count(kind) > Kills / 4, $"{kind}: {faulty.Count(kind)}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task EventsInAnyOrderAndUpToThreeTimes_EndWhereACleanRunEnds(int seed)
    {
        var (county, uploads, clean) = (known.County, known.Uploads, known.Outcome);
        await Outcome.Forget(county, Cancellation);
        var random = new Random(seed);
        await using var host = await app.Start(county.Connection, Cancellation);
        var events = Repeated(random, uploads.Select(upload => Quarter.Uploaded(upload, Cancellation))
            .Append(Quarter.Published(Cancellation)));
        await Parallel.ForEachAsync(events, new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (each, _) => await Quarter.Deliver(each, host));
        await Quarter.Deliver(Quarter.Daily(Cancellation), host);
        var jobs = Repeated(random, (await Quarter.Jobs(county, Cancellation)).Select(job => Quarter.Job(job, Cancellation)));
        await Parallel.ForEachAsync(jobs, new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (each, _) => await Quarter.Deliver(each, host));
        Assert.Equal(0, await Quarter.Drain(county, host, Cancellation));
        Assert.Equal(clean, await Outcome.Of(county, Cancellation));
    }

    [Fact]
    public async Task APartThatFailsFiveTimes_IsNamedInTheCombinedReport_AndHoldsUpNoOther()
    {
        var (county, uploads, clean) = (known.County, known.Uploads, known.Outcome);
        await Outcome.Forget(county, Cancellation);
        using var files = new BlobFileStore(county.Account);
        var damaged = FilePath.Of("2026-Q1/1221.freigabe.json");
        await files.Write(Area.Reports, damaged, "{"u8.ToArray(), WriteCondition.Always, Cancellation);
        await using var host = await app.Start(county.Connection, Cancellation);
        foreach (var each in uploads.Select(upload => Quarter.Uploaded(upload, Cancellation))
            .Prepend(Quarter.Published(Cancellation)).Append(Quarter.Daily(Cancellation)))
            await Quarter.Deliver(each, host);
        Assert.Equal(1, await Quarter.Drain(county, host, Cancellation));
        var combined = Core.Reports.ReportJson.ReadCombined(
            (await files.ReadAll(Area.Reports, FilePath.Of("2026-Q1/gesamt.json"), Cancellation))!);
        Assert.Equal("1221", Assert.Single(combined.NotMade!.Value).Product.Text);
        Assert.Equal(["1111", "1231"], combined.Products.Select(product => product.Product.Text));

        await files.Delete(Area.Reports, damaged, Cancellation);
        await Quarter.Deliver(Quarter.Daily(Cancellation), host);
        Assert.Equal(0, await Quarter.Drain(county, host, Cancellation));
        var whole = Core.Reports.ReportJson.ReadCombined(
            (await files.ReadAll(Area.Reports, FilePath.Of("2026-Q1/gesamt.json"), Cancellation))!);
        Assert.Null(whole.NotMade);
        var outcome = await Outcome.Of(county, Cancellation);
        Assert.Equal(clean["Reports/2026-Q1/1221.pdf"], outcome["Reports/2026-Q1/1221.pdf"]);
    }

    [Fact]
    public async Task AStorageThatFailsAgainAndAgain_LosesNothing_AndEnds()
    {
        var (county, uploads, clean) = (known.County, known.Uploads, known.Outcome);
        await Outcome.Forget(county, Cancellation);
        await using var faulty = await FaultyStorage.Start(azurite.Ports, share: 0.12, seed: 5);
        // A request that hangs is given up after this long, so that the test does not take hours.
        await using var host = await app.Start(
            azurite.Through(county.Connection, faulty.Ports), Cancellation,
            new Dictionary<string, string> { [SettingNames.StorageRequestLimit] = "1" });
        await Quarter.Run(county, uploads, host, Cancellation);
        Assert.All(Enum.GetValues<StorageFault>(), kind => Assert.True(faulty.Count(kind) > 5, $"{kind}: {faulty.Count(kind)}"));
        Assert.Equal(clean, await Outcome.Of(county, Cancellation));
    }

    [Fact]
    public async Task AStorageThatIsRestartedInTheMiddle_LosesNothing()
    {
        const int eventsBetween = 6;
        using var restarted = Azurite.InFolder();
        var county = new TestCounty(restarted.NewAccount());
        await county.UploadCatalogue(Cancellation);
        var uploads = await county.UploadInbox(Cancellation);
        await using var host = await app.Start(county.Connection, Cancellation);
        var (events, restart) = (0, Task.CompletedTask);
        await Quarter.Run(county, uploads, host, Cancellation, async _ =>
        {
            await restart;
            if (++events % eventsBetween == 0)
                restart = Task.Run(() => restarted.Restart(), Cancellation);
        });
        await restart;
        var end = await Outcome.Of(county, Cancellation);

        await Outcome.Forget(county, Cancellation);
        await Quarter.Run(county, uploads, host, Cancellation);
        Assert.Equal(await Outcome.Of(county, Cancellation), end);
        Assert.True(events / eventsBetween >= 3, $"{events} events");
        Assert.Equal(1, host.Starts);
    }

    [Fact]
    public async Task ThirtyTwoUploadsForOneProductAndYearAtOnce_AllCount()
    {
        var county = new TestCounty(azurite.NewAccount());
        await county.UploadCatalogue(Cancellation);
        await using var host = await app.Start(county.Connection, Cancellation);
        await Quarter.Deliver(Quarter.Published(Cancellation), host);
        using var files = new BlobFileStore(county.Account);
        var uploads = Enumerable.Range(0, 32).Select(number => $"buero-landrat/{number:00}.csv").ToList();
        await Parallel.ForEachAsync(uploads, Cancellation, async (upload, token) => await files.Write(
            Area.Inbox,
            FilePath.Of(upload),
            System.Text.Encoding.UTF8.GetBytes(
                $"Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n1111;11112;ertraege;2026-Q1;Ist;{upload[14..16]},50;\n"
                    + $"1111;11112;aufwendungen;2026-Q1;Ist;100;aus {upload}\n"),
            WriteCondition.Always,
            token));
        await Task.WhenAll(uploads.Select(upload => Quarter.Deliver(Quarter.Uploaded(upload, Cancellation), host)));
        var receipts = await county.FilesOf(Area.Receipts, Cancellation);
        Assert.All(uploads,
            upload => Assert.Contains("\"angenommen\"", System.Text.Encoding.UTF8.GetString(receipts[upload + ".json"]),
            StringComparison.Ordinal));
        using var figures = new TableFigureStore(county.Account);
        var cell = new Core.Figures.ValueKey(
            new Core.Catalogues.FigureAddress(Core.Catalogues.ProductNumber.Of("1111"), Core.Catalogues.LevelNumber.Of("11112"),
                Core.Catalogues.FigureId.Of("ertraege")),
            Core.Periods.Period.OfQuarter(2026, 1),
            Core.Periods.Scenario.Actual);
        var history = await figures.History(cell, Cancellation);
        Assert.Equal(uploads, history.Select(value => value.Delivery.File).Order(StringComparer.Ordinal));
        Assert.Equal(history[0], (await figures.LoadAll(Cancellation)).Find(cell));
    }

    [Fact]
    public async Task RebuiltTables_EqualTheIncrementalOnes()
    {
        // Of its own: here everything must still lie as the clean run left it.
        var fresh = new CleanCounty(azurite, app);
        await fresh.InitializeAsync();
        var (county, clean) = (fresh.County, fresh.Outcome);
        using var output = new StringWriter();
        await StandaloneProgram.Run(
            new StandaloneOptions
            {
                Storage = county.Connection,
                Rebuild = true,
                Once = true,
                Today = DateOnly.Parse(TestCounty.Today, null)
            }, output, Cancellation);
        Assert.Equal(clean, await Outcome.Of(county, Cancellation));
        Assert.Contains("Alle fälligen Berichte sind aktuell", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandaloneOnAStorageAccount_EndsWhereTheFunctionsEnd()
    {
        var (county, clean) = (known.County, known.Outcome);
        await Outcome.Forget(county, Cancellation);
        using var output = new StringWriter();
        await StandaloneProgram.Run(
            new StandaloneOptions { Storage = county.Connection, Once = true, Today = DateOnly.Parse(TestCounty.Today, null) },
            output, Cancellation);
        Assert.Equal(clean, await Outcome.Of(county, Cancellation));
    }

    private static List<Event> Repeated(Random random, IEnumerable<Event> events)
    {
        var repeated = events.SelectMany(each => Enumerable.Repeat(each, random.Next(1, 4))).ToArray();
        random.Shuffle(repeated);
        return [.. repeated];
    }
}
