using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Periods;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>What an upload and a report ask of the storage, so that it does not creep up (docs/groessenordnung.md).</summary>
public sealed class StorageRequestCountTests(NightlyCounty nightly) : IClassFixture<NightlyCounty>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnUpload_CostsWhatItTouches_AndReadsTheLogOfJudgementsOnce()
    {
        await Deliver("anfragen.csv", 1);
        var asked = await Ask(services => Ingest(services, "anfragen.csv"));
        Assert.True(asked.Count <= StorageRequests.Upload, string.Join('\n', asked));
        Assert.Equal(1, asked.Count(ReadsTheLog));
    }

    [Fact]
    public async Task AnUploadOnWhichOthersRest_ReadsTheLogOnceMore_HoweverManyTheyAre()
    {
        foreach (var number in Enumerable.Range(1, 5))
            await Deliver($"folge-{number}.csv", number);
        await using (var process = nightly.NewProcess())
        {
            foreach (var number in Enumerable.Range(1, 5))
                await Ingest(process.Services, $"folge-{number}.csv");
        }

        // Goes, and with it what the four others were judged by.
        await nightly.Files.Delete(Area.Inbox, PathOf("folge-1.csv"), Cancellation);
        var asked = await Ask(services => Ingest(services, "folge-1.csv"));
        Assert.Equal(2, asked.Count(ReadsTheLog));
        await using var last = nightly.NewProcess();
        // Others that they overtook learn it from the next pass.
        Assert.DoesNotContain(
            await last.Services.GetRequiredService<OutdatedUploads>().List(Cancellation),
            path => path.Name.StartsWith("folge-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AReport_CostsWhatItShows()
    {
        var job = new ReportJob(Period.OfQuarter(2026, 1), ProductNumber.Of("1111"));
        await nightly.Files.Delete(Area.Reports, FilePath.Of("2026-Q1/1111.json"), Cancellation);
        var asked = await Ask(services => services.GetRequiredService<ReportRendering>().Run(job, Cancellation));
        Assert.True(asked.Count <= StorageRequests.Report, string.Join('\n', asked));
    }

    private static bool ReadsTheLog(string request) =>
        request.StartsWith("GET", StringComparison.Ordinal) && request.Contains("/Lieferungen()", StringComparison.Ordinal)
        && Uri.UnescapeDataString(request).Contains("'urteil'", StringComparison.Ordinal);

    // What a new process asks for once, as containers and tables, is not counted.
    private async Task<IReadOnlyList<string>> Ask(Func<IServiceProvider, Task> work)
    {
        await using var process = nightly.NewProcess();
        await NightlyCounty.Nights(process.Services, NightlyCounty.Today).Look(Cancellation);
        nightly.Storage.Seen.Clear();
        await work(process.Services);
        return [.. nightly.Storage.Seen];
    }

    private static Task<Receipt?> Ingest(IServiceProvider services, string name) => services.GetRequiredService<Ingestion>()
        .Run(PathOf(name), Cancellation);

    private Task<bool> Deliver(string name, int value) => nightly.Files.Write(
        Area.Inbox,
        PathOf(name),
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"Produkt;Leistung;Grundzahl;Periode;Art;Wert\n1111;;aufwendungen;Q1/2026;Ist;{value}\n")),
        WriteCondition.Always,
        Cancellation);

    private static FilePath PathOf(string name) => FilePath.Of("buero-landrat/" + name);
}
