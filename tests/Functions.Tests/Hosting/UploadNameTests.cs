using System.Net;
using System.Text.Json;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>Names of uploads and texts of messages that nobody chose well; all come to one worker.</summary>
public sealed class UploadNameTests(HostedCounty hosted) : IClassFixture<HostedCounty>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("unter/ordner/q1.csv")]
    [InlineData("Straßen & Wege #1 100%.csv")]
    [InlineData("a+b c%20d;e,f=g.csv")]
    [InlineData("tief/Übersicht 😀/größe.csv")]
    public async Task AnyNameOfAnUpload_GetsItsReceipt(string name)
    {
        await hosted.Ingest("buero-landrat/" + name, "Produkt;Grundzahl\n");
        var receipts = await hosted.County.FilesOf(Area.Receipts, Cancellation);
        Assert.Contains($"buero-landrat/{name}.json", receipts.Keys);
        Assert.Contains($"buero-landrat/{name}.html", receipts.Keys);
    }

    [Theory]
    [InlineData("größe?.csv", "größe_~", "das Zeichen „?“")]
    [InlineData("q1.csv ", "q1~", "am Ende steht ein Leerzeichen")]
    [InlineData("unter:ordner/q1.csv", "unter_ordner/q1~", "das Zeichen „:“")]
    public async Task ANameThatIsImpossible_GetsAReceiptThatSaysSo_AndIsFoundInThePortal(string name, string standIn,
        string fault)
    {
        await hosted.Ingest("buero-landrat/" + name, "Produkt;Wert\n");
        await HasReceipt();

        using var files = new BlobFileStore(hosted.County.Account);
        var written = (await hosted.County.FilesOf(Area.Receipts, Cancellation)).Keys.Where(path =>
            path.StartsWith("buero-landrat/" + standIn, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, written.Count);
        foreach (var receipt in written)
            await files.Delete(Area.Receipts, FilePath.Of(receipt), Cancellation);
        await HostedCounty.Done(hosted.Host.Daily(Cancellation));
        await HasReceipt();

        async Task HasReceipt()
        {
            using var list = await hosted.Host.Forward(HttpMethod.Get, "/api/v1/lieferungen", Cancellation);
            using var deliveries = JsonDocument.Parse(await list.Content.ReadAsByteArrayAsync(Cancellation));
            var entry = Assert.Single(
                deliveries.RootElement.GetProperty("eintraege").EnumerateArray(),
                entry => entry.GetProperty("datei")
                    .GetString()!.StartsWith("buero-landrat/" + standIn, StringComparison.Ordinal));
            Assert.Equal("abgelehnt", entry.GetProperty("status").GetString());
            using var answer = await hosted.Host.Forward(HttpMethod.Get, entry.GetProperty("quittung").GetString()!,
                Cancellation);
            using var receipt = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Equal("buero-landrat/" + name, receipt.RootElement.GetProperty("datei").GetString());
            var finding = Assert.Single(receipt.RootElement.GetProperty("befunde").EnumerateArray());
            Assert.Equal("PR-1019", finding.GetProperty("code").GetString());
            Assert.Contains(fault, finding.GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"hello":"wörld","n":1}""")]
    [InlineData("kein auftrag")]
    [InlineData("\"\"")]
    public async Task AMessageThatIsNoJob_IsShownAsAFault(string message)
    {
        await HostedCounty.Done(hosted.Host.Job(message, Cancellation));
        using var answer = await hosted.Host.Forward(HttpMethod.Get, "/api/v1/stoerungen", Cancellation);
        using var faults = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        var fault = Assert.Single(faults.RootElement.EnumerateArray(),
            fault => fault.GetProperty("nachricht").GetString() == message);
        Assert.Equal("bericht", fault.GetProperty("art").GetString());
    }

    [Theory]
    [InlineData(nameof(IngestFigures))]
    [InlineData(nameof(AssembleReports))]
    [InlineData(nameof(RenderReport))]
    [InlineData(nameof(PublishCatalogue))]
    public async Task ARequestFromOutside_IsNoEvent(string function)
    {
        using var answer = await hosted.Host.Forward(HttpMethod.Post, "/" + function, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task ARequestBesideTheHost_IsNotAnswered()
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(hosted.Host.WorkerAddress, "/health/live"), Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }
}
