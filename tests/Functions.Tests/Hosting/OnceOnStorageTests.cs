using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>What <c>--once --storage</c> ends with.</summary>
public sealed class OnceOnStorageTests(Azurite azurite)
{
    private readonly TestCounty county = new(azurite.NewAccount());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhileAnotherProcessHoldsAPart_ItEndsWithZeroOnlyWhenAllReportsAreThere()
    {
        await county.UploadCatalogue(Cancellation);
        Assert.Equal(ExitCodes.Success, await Once());
        var whole = await county.FilesOf(Area.Reports, Cancellation);
        using var files = new BlobFileStore(county.Account);
        using var others = new QueueReportJobs(county.Account);
        await files.Delete(Area.Reports, FilePath.Of("2026-Q1/1221.json"), Cancellation);
        await others.Enqueue(new ReportJob(Core.Periods.Period.OfQuarter(2026, 1), Core.Catalogues.ProductNumber.Of("1221")),
            Cancellation);
        Assert.Single(await others.Take(Cancellation));

        Assert.Equal(ExitCodes.Success, await Once());
        Assert.Equal(whole.Keys, (await county.FilesOf(Area.Reports, Cancellation)).Keys);
    }

    [Fact]
    public async Task ARejectedFile_IsNotZero_HoweverOftenItIsRead()
    {
        await county.UploadCatalogue(Cancellation);
        using var files = new BlobFileStore(county.Account);
        await files.Write(
            Area.Inbox, FilePath.Of("buero-landrat/falsch.csv"), "Produkt;Wert\n"u8.ToArray(), WriteCondition.Always,
            Cancellation);
        Assert.Equal(ExitCodes.InputRejected, await Once());
        Assert.Equal(ExitCodes.InputRejected, await Once());
    }

    private Task<int> Once() => StandaloneProgram.Run(
        new StandaloneOptions { Storage = county.Connection, Once = true, Today = DateOnly.Parse(TestCounty.Today, null) },
        TextWriter.Null, Cancellation);
}
