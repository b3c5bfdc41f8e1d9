using Produktreport.Functions.Reports;
using Produktreport.Functions.Standalone;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>What a county sees when files come, change, go, or are wrong.</summary>
public sealed class WorkdayTests : IAsyncDisposable
{
    private readonly SmallCounty county = new();

    [Fact]
    public async Task ACorrection_MakesANewVersion_AndTheFormerOneStaysAsItWas()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Work();
        var former = county.Read("berichte/2026-Q1/1111.pdf");
        county.Deliver("q1-korrektur.csv", ("2026-Q1", "110"));
        var result = await county.Work();
        Assert.Contains(result.Reports, report => report is ReportOutcome.Written { Job.Name: "1111", Version: 2 });
        Assert.Equal(110, county.Count("2026-Q1"));
        Assert.Equal(former, county.Read("berichte/2026-Q1/1111.v1.pdf"));
        Assert.True(county.Exists("berichte/2026-Q1/1111.v1.json"));
        Assert.NotEqual(former, county.Read("berichte/2026-Q1/1111.pdf"));
    }

    [Fact]
    public async Task AnEarlierFileThatIsReadLater_DoesNotOverwriteALaterOne()
    {
        county.Deliver("a.csv", ("2026-Q1", "100"));
        county.Deliver("b.csv", ("2026-Q1", "110"));
        await county.Work();
        county.Restart();
        await county.Work();
        Assert.Equal(110, county.Count("2026-Q1"));
    }

    [Fact]
    public async Task AnUnchangedFolder_MakesNoReportAndNoReceiptAnew()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Work();
        var again = await county.Work();
        Assert.Empty(again.Receipts);
        Assert.Empty(again.Reports);
        Assert.Equal(1, county.Version("2026-Q1"));
    }

    [Fact]
    public async Task ARemovedUpload_TakesItsValuesAndItsReceiptWithIt()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        county.Deliver("q1-korrektur.csv", ("2026-Q1", "110"));
        await county.Work();
        county.Delete("eingang/amt-eins/q1-korrektur.csv");
        await county.Work();
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.False(county.Exists("quittungen/amt-eins/q1-korrektur.csv.json"));
        Assert.True(county.Exists("eingang/amt-eins/q1.csv"));
    }

    [Fact]
    public async Task AnUploadRemovedWhileNoProgramRan_LeavesNoReceipt()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        county.Deliver("q1-korrektur.csv", ("2026-Q1", "110"));
        await county.Work();
        county.Delete("eingang/amt-eins/q1-korrektur.csv");
        county.Restart();
        await county.Work();
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.False(county.Exists("quittungen/amt-eins/q1-korrektur.csv.json"));
    }

    [Fact]
    public async Task AFileReplacedByABadOne_IsRejected_AndItsFormerValuesNoLongerCount()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Work();
        county.Deliver("q1.csv", ("2026-Q1", "1OO"));
        var result = await county.Work();
        Assert.Equal(ExitCodes.InputRejected, result.ExitCode);
        Assert.Null(county.Count("2026-Q1"));
        Assert.Equal(2, county.Version("2026-Q1"));
    }

    [Fact]
    public async Task AFileReplacedByALaterOne_HasThoseInBetweenJudgedWithoutIt()
    {
        county.Deliver("a.csv", ("2026-01", "100"), ("2026-02", "101"), ("2026-03", "102"));
        county.Deliver("b.csv", ("2026-04", "100000"));
        await county.Work();
        Assert.Contains("PR-1603", System.Text.Encoding.UTF8.GetString(county.Read("quittungen/amt-eins/b.csv.json")),
            StringComparison.Ordinal);
        county.Deliver("a.csv", ("2026-01", "100"));
        await county.Work();
        Assert.DoesNotContain("PR-1603", System.Text.Encoding.UTF8.GetString(county.Read("quittungen/amt-eins/b.csv.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABadCatalogue_LeavesTheLastGoodOneInForce_AlsoAfterARestart()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Work();
        county.Write("katalog/2026/produkte/1111.yaml",
            SmallCounty.Product.Replace("anzahl / einwohner", "anzal / einwohner", StringComparison.Ordinal));
        var faulty = await county.Work();
        Assert.False(faulty.Catalogue!.IsValid);
        Assert.Contains("Meinten Sie", System.Text.Encoding.UTF8.GetString(county.Read("quittungen/katalog/2026.json")),
            StringComparison.Ordinal);
        Assert.Contains("<strong>2026/produkte/1111.yaml</strong>",
            System.Text.Encoding.UTF8.GetString(county.Read("quittungen/katalog/2026.html")), StringComparison.Ordinal);
        county.Restart();
        county.Deliver("q2.csv", ("2026-Q2", "50"));
        await county.Work();
        Assert.Equal(50, county.Count("2026-Q2"));
        Assert.Equal(1, county.Version("2026-Q1"));
    }

    [Fact]
    public async Task AChangedCatalogue_JudgesTheUploadsAnew_AndRendersWhatItChanges()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Work();
        county.Write("katalog/2026/rahmen.yaml", SmallCounty.Frame.Replace("wert: 1000", "wert: 2000", StringComparison.Ordinal));
        var result = await county.Work();
        Assert.Contains(result.Reports, report => report is ReportOutcome.Written { Job.Name: "1111", Version: 2 });
    }

    [Fact]
    public async Task AFileOutsideAnyDepartmentsFolder_IsRejectedWithAReceipt()
    {
        county.Write("eingang/lose.csv", "Produkt;Grundzahl;Periode;Wert\n1111;anzahl;2026-Q1;1\n");
        county.Write("eingang/amt-zwei/q1.csv", "Produkt;Grundzahl;Periode;Wert\n1111;anzahl;2026-Q1;1\n");
        var result = await county.Work();
        Assert.Equal(2, result.Receipts.Count(receipt => !receipt.IsAccepted));
        Assert.True(county.Exists("quittungen/lose.csv.html"));
        Assert.True(county.Exists("quittungen/amt-zwei/q1.csv.html"));
    }

    [Fact]
    public async Task ADeletedPdf_ComesBackByteForByte()
    {
        county.Deliver("q1.csv", ("2026-Q1", "100"));
        await county.Work();
        var pdf = county.Read("berichte/2026-Q1/1111.pdf");
        county.Delete("berichte/2026-Q1/1111.pdf");
        await county.Work();
        Assert.Equal(pdf, county.Read("berichte/2026-Q1/1111.pdf"));
        Assert.False(county.Exists("berichte/2026-Q1/1111.v1.pdf"));
    }

    public ValueTask DisposeAsync() => county.DisposeAsync();
}
