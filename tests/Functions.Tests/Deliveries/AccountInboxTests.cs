using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Functions.Tests.RenderReport;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Tests.Deliveries;

/// <summary>
/// What counts in the inbox of a storage account, which dates blobs itself and by seconds. Of a folder tell <see
/// cref="ArrivalTests"/>, <see cref="StrayTests"/> and <see cref="PublishCatalogue.YearChangeTests"/>.
/// </summary>
public sealed class AccountInboxTests : IAsyncLifetime
{
    private readonly BlobFileStore files;
    private readonly TableFigureStore figures;
    private readonly TableDeliveryLog log;
    private readonly RenderedCounty county;

    public AccountInboxTests(Azurite azurite)
    {
        var account = StorageAccount.Of(azurite.NewAccount());
        (files, figures, log) = (new BlobFileStore(account), new TableFigureStore(account), new TableDeliveryLog(account));
        county = new RenderedCounty(files, figures, log);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await county.Publish();

    [Theory]
    [InlineData("q1.csv", "q1-korrektur.csv", false)]
    [InlineData("q1.csv", "q1-korrektur.csv", true)]
    [InlineData("b.csv", "a.csv", true)]
    public async Task ACorrectionOfTheSameSecond_Counts_WithItsEventAndWithoutOne(string first, string second, bool hasEvents)
    {
        do
        {
            await Put(first, ("2026-Q1", "100"));
            await Put(second, ("2026-Q1", "110"));
        }
        while (await Dated(first) != await Dated(second));

        foreach (var name in hasEvents ? [first, second] : Array.Empty<string>())
            await county.Ingest($"amt-eins/{name}");
        await county.JudgeOutdated(_ => { });
        Assert.Equal(110, await Count());
        Assert.Contains("PR-1031", await Receipt(first), StringComparison.Ordinal);
        Assert.DoesNotContain("PR-1031", await Receipt(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameContentWrittenAgain_HasArrivedWhenItFirstDid_AndOvertakesNoCorrection()
    {
        await Deliver("a.csv", ("2026-Q1", "100"));
        await Deliver("b.csv", ("2026-Q1", "110"));
        var before = await Dated("a.csv");
        do
            await Put("a.csv", ("2026-Q1", "100"));
        while (await Dated("a.csv") == before);
        await county.Ingest("amt-eins/a.csv");
        Assert.Equal(110, await Count());
        Assert.Contains("PR-1031", await Receipt("a.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q1.csv.filepart")]
    [InlineData("q1.csv.bak")]
    [InlineData("q1.csv~")]
    [InlineData("~$q1.csv")]
    [InlineData("desktop.ini")]
    public async Task WhatNobodyMeansToSend_ChangesNothing_WithItsEventAndWithoutOne(string name)
    {
        await Deliver("q1.csv", ("2026-Q1", "100"));
        await Put(name, ("2026-Q1", "110"));
        await county.Ingest($"amt-eins/{name}");
        Assert.Equal(0, await county.JudgeOutdated(_ => { }));
        Assert.Null(await county.Receipt($"amt-eins/{name}"));
        Assert.Equal(100, await Count());
    }

    [Fact]
    public async Task ANewYearsCatalogue_WithdrawsNothing_BeforeAPersonDecides_AndTheOldYearNeitherThen()
    {
        await Deliver("q1.csv", ("2026-Q1", "100"), ("2027", "400"));
        await county.Write(Area.Catalogue, "2027/rahmen.yaml", SmallCounty.Frame);
        await county.Write(Area.Catalogue, "2027/produkte/1112.yaml", SmallCounty.Product.Replace("produkt: \"1111\"\n",
            "produkt: \"1112\"\nvorgaenger: [{produkt: \"1111\"}]\n", StringComparison.Ordinal));
        Assert.False((await county.Change()).IsValid);
        await county.JudgeOutdated(_ => { });
        Assert.Contains("\"werte\": 2", await Receipt("q1.csv"), StringComparison.Ordinal);

        var decision = Assert.Single(await county.GivenUp.List(Cancellation));
        Assert.Contains("1 angenommenen Lieferung", GivenUpWork.Describe(decision), StringComparison.Ordinal);
        Assert.True(await county.GivenUp.Repeat(decision.Id, _ => Task.CompletedTask));
        await county.JudgeOutdated(_ => { });
        Assert.Contains("PR-1222", await Receipt("q1.csv"), StringComparison.Ordinal);
        Assert.Equal(100, await Count());
    }

    [Fact]
    public async Task AMergedDepartment_DeliversAndCorrectsTheOldYear_FromItsNewFolder()
    {
        await Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Write(Area.Catalogue, "2027/rahmen.yaml", SmallCounty.Frame.Replace(
            "{id: amt-eins,", "{id: amt-neu, vorgaenger: [amt-eins],", StringComparison.Ordinal));
        await county.Write(Area.Catalogue, "2027/produkte/1111.yaml",
            SmallCounty.Product.Replace("amt-eins", "amt-neu", StringComparison.Ordinal));
        await county.Republish();
        await county.Write(Area.Inbox, "amt-neu/mix.csv", SmallCounty.Delivery(("2026-Q1", "110"), ("2027-Q1", "120")));
        await county.Ingest("amt-neu/mix.csv");
        Assert.Contains("\"werte\": 2", await county.Receipt("amt-neu/mix.csv"), StringComparison.Ordinal);
        Assert.Equal(110, await Count());
    }

    public async ValueTask DisposeAsync()
    {
        await county.DisposeAsync();
        files.Dispose();
        figures.Dispose();
        log.Dispose();
    }

    private Task Put(string name, params (string Period, string Value)[] values) =>
        county.Write(Area.Inbox, $"amt-eins/{name}", SmallCounty.Delivery(values));

    private async Task Deliver(string name, params (string Period, string Value)[] values)
    {
        await Put(name, values);
        await county.Ingest($"amt-eins/{name}");
    }

    private async Task<DateTimeOffset> Dated(string name) =>
        (await files.Find(Area.Inbox, FilePath.Of($"amt-eins/{name}"), Cancellation))!.ModifiedAt;

    private async Task<string> Receipt(string name) => (await county.Receipt($"amt-eins/{name}"))!;

    private async Task<decimal?> Count()
    {
        await county.Render(RenderedCounty.Product);
        return await county.Count();
    }
}
