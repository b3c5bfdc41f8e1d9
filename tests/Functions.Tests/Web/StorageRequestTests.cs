using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Tests.Faults;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Web;

/// <summary>A county in a storage account with its reports, two of them released.</summary>
public sealed class StoredCounty(Azurite azurite) : IAsyncLifetime
{
    private static readonly Period Quarter = Period.OfQuarter(2026, 1);

    private readonly TestCounty county = new(azurite.NewAccount());

    public string Connection => county.Connection;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var worker = await Start(Connection);
        await county.UploadCatalogue(Cancellation);
        await county.UploadInbox(Cancellation);
        Assert.Equal(24, (await worker.Services.GetRequiredService<Workday>().Run(Cancellation)).Reports.Count);
        var release = worker.Services.GetRequiredService<ReleaseReport>();
        foreach (var job in ((string[])["1111", "1221"]).Select(product => new ReportJob(Quarter, ProductNumber.Of(product))))
        {
            Assert.Null(await release.Record(job, version: 1, "Eva Beispiel", cancellation: Cancellation));
            Assert.IsType<ReleaseOutcome.Released>(await release.Finish(job, version: 1));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static async Task<WebApplication> Start(string connection)
    {
        var app = HostedProgram.Build(connection, isPublic: true);
        await app.StartAsync(Cancellation);
        return app;
    }
}

/// <summary>What pages ask of the storage, in a process that has just started.</summary>
public sealed class StorageRequestTests(Azurite azurite, StoredCounty county) : IClassFixture<StoredCounty>, IAsyncLifetime
{
    private FaultyStorage storage = null!;
    private WebApplication web = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        storage = await FaultyStorage.Start(azurite.Ports);
        web = await StoredCounty.Start(azurite.Through(county.Connection, storage.Ports));
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await storage.DisposeAsync();
    }

    [Theory]
    [InlineData("controlling", "/api/v1/zeitraeume")]
    [InlineData("controlling", "/quellen/buero-landrat/2026-q1.csv?zeile=2")]
    [InlineData("ohne", "/api/v1/kennzahlen/1111/ergebnis")]
    public async Task WhereOnlyTheCatalogueIsNeeded_NoValuesAreRead(string role, string address) =>
        Assert.DoesNotContain(await Ask(role, address), IsOfValues);

    [Fact]
    public async Task ThePageOfDeadlines_ReadsTheValuesOnce_ForManyVisits()
    {
        var first = await Ask("controlling", "/fristen");
        Assert.Contains(first, IsOfValues);
        var second = await Ask("controlling", "/fristen");
        Assert.DoesNotContain(second, IsOfValues);
        Assert.True(second.Count <= 12, string.Join('\n', second));
    }

    [Theory]
    [InlineData("ohne", 2, 2)]
    [InlineData("leser", 2, 2)]
    [InlineData("controlling", 26, 1)]
    public async Task TheListOfReports_ReadsWhatIsNewToTheProcess_AndThenOnlyTheListing(string role, int reports,
        int requestsEach)
    {
        // Who sees no drafts: the releases of a released report and the version; of the others nothing. Who sees drafts: each
        // report, and of the two that are released whether they still are.
        var first = await Ask(role, "/api/v1/berichte");
        Assert.Equal(reports * requestsEach, first.Count(IsOfAReport));
        var second = await Ask(role, "/api/v1/berichte");
        Assert.DoesNotContain(second, IsOfAReport);
        Assert.Single(second, IsOfAListing);
    }

    [Fact]
    public async Task TheArchiveOfAPeriod_LooksAtNoOther()
    {
        var asked = await Ask("leser", "/api/v1/berichte/2026-Q1.zip");
        Assert.All(asked.Where(IsOfAReport),
            request => Assert.Contains("/2026-Q1/", Uri.UnescapeDataString(request), StringComparison.Ordinal));
        Assert.Contains(asked, request => IsOfAListing(request)
            && Uri.UnescapeDataString(request).Contains("prefix=2026-Q1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheTabsOfAProduct_AreReadFromItsOwnReports()
    {
        var asked = await Ask("leser", "/produkte/1111/2026-Q1");
        Assert.Contains(asked, IsOfAReport);
        Assert.All(asked.Where(IsOfAReport),
            request => Assert.Contains("/1111.", Uri.UnescapeDataString(request), StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> Ask(string role, string address)
    {
        storage.Seen.Clear();
        using var client = HostedProgram.ClientOf(web, role);
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. storage.Seen];
    }

    private static bool IsOfAReport(string request) => request.Contains("/berichte/", StringComparison.Ordinal);

    private static bool IsOfAListing(string request) => request.Contains("/berichte?", StringComparison.Ordinal)
        && request.Contains("comp=list", StringComparison.Ordinal);

    private static bool IsOfValues(string request) => request.Contains("/Werte()", StringComparison.Ordinal);
}
