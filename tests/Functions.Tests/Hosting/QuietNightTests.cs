using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Comparisons;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Faults;
using Produktreport.Functions.Tests.Web;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>A county in a storage account with all its reports, behind a storage that counts requests.</summary>
public sealed class NightlyCounty(Azurite azurite) : IAsyncLifetime
{
    private WebApplication program = null!;

    internal static readonly DateOnly Today = DateOnly.Parse(TestCounty.Today, CultureInfo.InvariantCulture);

    internal TestCounty County { get; } = new(azurite.NewAccount());

    internal FaultyStorage Storage { get; private set; } = null!;

    internal BlobFileStore Files { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Storage = await FaultyStorage.Start(azurite.Ports);
        Files = new BlobFileStore(County.Account);
        program = NewProcess();
        await County.UploadCatalogue(Cancellation);
        await County.UploadInbox(Cancellation);
        await Repair();
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        Files.Dispose();
        await Storage.DisposeAsync();
    }

    /// <summary>A process that has read nothing yet.</summary>
    internal WebApplication NewProcess() => HostedProgram.Build(azurite.Through(County.Connection, Storage.Ports));

    /// <summary>What a night in a new process did.</summary>
    /// <param name="today">The day; null = that of the county.</param>
    internal async Task<Night> Pass(DateOnly? today = null)
    {
        await using var process = NewProcess();
        return await Pass(process.Services, today ?? Today);
    }

    /// <summary>Nights with their reports made, until one finds nothing to do.</summary>
    internal async Task Repair()
    {
        for (var nights = 1; await Pass(program.Services, Today) is { WasQuiet: false }; nights++)
        {
            Assert.True(nights < 6, "The county does not come to rest.");
            await program.Services.GetRequiredService<ReportMaking>().RenderWaiting(Cancellation);
        }
    }

    /// <summary>All is well, and the comparison that says so is of today: whatever other tests did.</summary>
    internal async Task Rest()
    {
        await Files.Delete(Area.Receipts, QuietNights.NotePath, Cancellation);
        await Repair();
    }

    internal static QuietNights Nights(IServiceProvider services, DateOnly today) => new(
        services.GetRequiredService<IFileStore>(), services.GetRequiredService<IFigureStore>(),
        services.GetRequiredService<IDeliveryLog>(),
        services.GetRequiredService<PublishedCatalogues>(), new Operation.Calendar(TimeProvider.System, today));

    private async Task<Night> Pass(IServiceProvider services, DateOnly today)
    {
        Storage.Seen.Clear();
        var noted = await Noted();
        var quiet = Nights(services, today);
        var wasQuiet = await quiet.IsQuiet(await quiet.Look(Cancellation), Cancellation);
        var toLook = Storage.Seen.Count;
        using var reconciliation = new Reconciliation(
            services.GetRequiredService<CataloguePublication>(), services.GetRequiredService<PublishedCatalogues>(),
            services.GetRequiredService<Ingestion>(),
            services.GetRequiredService<UnnamableUploads>(), services.GetRequiredService<ComparisonIntake>(),
            services.GetRequiredService<ReportPlanning>(), quiet,
            new GivenUpMessages(County.Account), TimeProvider.System,
            NullLogger<Reconciliation>.Instance);
        var judged = await services.GetRequiredService<OutdatedUploads>().List(Cancellation);
        Storage.Seen.Clear();
        await reconciliation.Run(isPastDue: false, Cancellation);
        var jobs = await services.GetRequiredService<QueueReportJobs>().Count(Cancellation);
        return new Night(wasQuiet, toLook, judged.Count, jobs, noted != await Noted());
    }

    private async Task<string?> Noted() => (await Files.Find(Area.Receipts, QuietNights.NotePath, Cancellation))?.Version;
}

/// <summary>What a night found.</summary>
/// <param name="WasQuiet">Whether the listings were as the last comparison left them.</param>
/// <param name="Requests">What that look asked of the storage.</param>
/// <param name="Judged">Uploads that were to be judged anew.</param>
/// <param name="Jobs">Reports that were to be made.</param>
/// <param name="HasNoted">Whether it noted that nothing was to be done.</param>
internal sealed record Night(bool WasQuiet, int Requests, int Judged, int Jobs, bool HasNoted);

/// <summary>
/// That a night which looks at listings only finds what a night finds that compares everything, whatever happened; and what it
/// costs.
/// </summary>
public sealed class QuietNightTests(NightlyCounty nightly) : IClassFixture<NightlyCounty>
{
    private const string Report = "2026-Q1/1111";

    private static readonly Dictionary<string, Func<NightlyCounty, Task>> Happenings = new(StringComparer.Ordinal)
    {
        ["a report is gone"] = county => county.Files.Delete(Area.Reports, FilePath.Of($"{Report}.json"), Cancellation),
        ["a PDF is gone"] = county => county.Files.Delete(Area.Reports, FilePath.Of($"{Report}.pdf"), Cancellation),
        ["a report is altered"] = county =>
            Alter(county, Area.Reports, $"{Report}.json", text => text.Replace("1111", "1112", StringComparison.Ordinal)),
        ["a combined report is altered"] = county => Alter(county, Area.Reports, "2026-Q1/gesamt.json", text => text + " "),
        ["a PDF is altered"] = county => Alter(county, Area.Reports, $"{Report}.pdf", text => text + "%"),
        ["a report is released"] = county => Put(county, Area.Reports, $"{Report}.freigabe.json", """{"freigaben":[]}"""),
        ["a figure is corrected"] = county => Put(
            county, Area.Inbox, "buero-landrat/korrektur.csv",
            "Produkt;Leistung;Grundzahl;Periode;Art;Wert\n1111;;aufwendungen;Q1/2026;Ist;4711\n"),
        ["an upload is replaced"] = county => Alter(county, Area.Inbox, "buero-landrat/2026-q1.csv", text => text + "\n"),
        ["an upload is gone"] = county =>
            county.Files.Delete(Area.Inbox, FilePath.Of("buero-landrat/2025-homepage.csv"), Cancellation),
        ["an upload has an impossible name"] = county =>
            county.County.Account.Blobs.GetBlobContainerClient("eingang")
                .UploadBlobAsync("buero-landrat/größe?.csv", BinaryData.FromString("x"), Cancellation),
        ["the catalogue changes"] = county =>
            Alter(county, Area.Catalogue, "2026/produkte/1111.yaml", text => text + "\n# anders\n"),
        ["the catalogue in force is altered"] = county =>
            Alter(county, Area.PublishedCatalogue, "2026.json", text => text + "\n"),
        ["a receipt is gone"] = county =>
            county.Files.Delete(Area.Receipts, FilePath.Of("buero-landrat/2026-q1.csv.html"), Cancellation),
        ["a judgement is gone"] = async county =>
        {
            using var log = new TableDeliveryLog(county.County.Account);
            await log.Remove("buero-landrat/2026-q1.csv", Cancellation);
        },
        ["a delivery does not count any more"] = async county =>
        {
            using var figures = new TableFigureStore(county.County.Account);
            await figures.Withdraw("buero-landrat/2026-q1.csv", Cancellation);
        },
        ["the note is damaged"] = county => Put(county, Area.Receipts, QuietNights.NotePath.Text, "{"),
        ["the note is gone"] = county => county.Files.Delete(Area.Receipts, QuietNights.NotePath, Cancellation),
    };

    public static TheoryData<string> Names { get; } = [.. Happenings.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhateverHappens_TheNextNightComparesEverything_AndThenAllIsWell(string happening)
    {
        await nightly.Rest();
        await Happenings[happening](nightly);
        Assert.False((await nightly.Pass()).WasQuiet);
        await nightly.Repair();

        // And quiet is what a full comparison finds as well: without the note, everything is compared, and nothing is to be done.
        await nightly.Files.Delete(Area.Receipts, QuietNights.NotePath, Cancellation);
        Assert.Equal((false, 0, 0, true), Found(await nightly.Pass()));
        Assert.True((await nightly.Pass()).WasQuiet);
    }

    [Fact]
    public async Task AnotherProgram_ComparesEverything()
    {
        await nightly.Rest();
        await using var process = nightly.NewProcess();
        var quiet = NightlyCounty.Nights(process.Services, NightlyCounty.Today);
        Assert.True(await quiet.IsQuiet(await quiet.Look(Cancellation), Cancellation));
        Assert.False(await quiet.IsQuiet(await quiet.Look("another build", Cancellation), Cancellation));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(-1, false)]
    public async Task AComparison_StandsForAWeek(int daysLater, bool isQuiet)
    {
        await nightly.Rest();
        Assert.Equal(isQuiet, (await nightly.Pass(NightlyCounty.Today.AddDays(daysLater))).WasQuiet);
    }

    [Fact]
    public async Task APeriodThatComesDue_IsComparedThatNight()
    {
        await using var process = nightly.NewProcess();
        var (today, quarterLater) = (NightlyCounty.Nights(process.Services, NightlyCounty.Today),
            NightlyCounty.Nights(process.Services, NightlyCounty.Today.AddMonths(3)));
        Assert.NotEqual(await today.Look(Cancellation), await quarterLater.Look(Cancellation));
    }

    // What no listing shows: bytes that changed under an unchanged version. That is what the weekly comparison is for.
    [Fact]
    public async Task AValueThatChangesBehindItsDelivery_IsFoundByTheFullComparison()
    {
        await nightly.Rest();
        var values = nightly.County.Account.Tables.GetTableClient("Werte");
        var rows = await values.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);
        var row = rows.First(row => row.PartitionKey.Contains("1111", StringComparison.Ordinal)
            && row.RowKey.Contains("aufwendungen", StringComparison.Ordinal));
        var before = row.GetString("Wert");
        row["Wert"] = "987654321";
        await values.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
        Assert.True((await nightly.Pass()).WasQuiet);
        await nightly.Files.Delete(Area.Receipts, QuietNights.NotePath, Cancellation);
        var weekly = await nightly.Pass();
        Assert.True(weekly is { WasQuiet: false, Jobs: > 0 });

        row["Wert"] = before;
        await values.UpdateEntityAsync(row, global::Azure.ETag.All, TableUpdateMode.Replace, Cancellation);
        await nightly.Repair();
    }

    [Fact]
    public async Task AQuietNight_AsksForListingsOnly()
    {
        await nightly.Rest();
        var night = await nightly.Pass();
        Assert.True(night.WasQuiet);
        Assert.DoesNotContain(nightly.Storage.Seen, request => request.Contains("/Werte()", StringComparison.Ordinal));
        Assert.DoesNotContain(nightly.Storage.Seen, request => request.Contains("/berichte/", StringComparison.Ordinal));
        Assert.True(night.Requests <= StorageRequests.QuietNight, string.Join('\n', nightly.Storage.Seen));
    }

    private static (bool, int, int, bool) Found(Night night) => (night.WasQuiet, night.Judged, night.Jobs, night.HasNoted);

    private static Task<bool> Put(NightlyCounty county, Area area, string path, string text) =>
        county.Files.Write(area, FilePath.Of(path), Encoding.UTF8.GetBytes(text), WriteCondition.Always, Cancellation);

    // As Latin-1, so that the bytes of a PDF stay.
    private static async Task Alter(NightlyCounty county, Area area, string path, Func<string, string> change)
    {
        var present = (await county.Files.ReadAll(area, FilePath.Of(path), Cancellation))!;
        await county.Files.Write(area, FilePath.Of(path), Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(present))),
            WriteCondition.Always, Cancellation);
    }
}
