using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Deliveries;

/// <summary>Blobs that are no files: each keeps nothing else from being read.</summary>
public sealed class StrayBlobTests(HostedCounty hosted) : IClassFixture<HostedCounty>
{
    private const string Good = "Produkt;Grundzahl;Periode;Wert\n1111;aufwendungen;2026-Q1;100\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("buero-landrat/Neuer Ordner/", false)]
    [InlineData("buero-landrat/2026", true)]
    [InlineData("buero-landrat/q3.csv", true)]
    [InlineData("leeres-amt/", false)]
    public async Task AFolderMark_IsPassedOver_AndAllElseGoesOn(string name, bool isMarked)
    {
        await Put(name, "", isMarked);
        var other = $"buero-landrat/{Guid.NewGuid():N}.csv";
        await hosted.Ingest(other, Good);
        await HostedCounty.Done(hosted.Host.Uploaded(name, Cancellation));
        await HostedCounty.Done(hosted.Host.Daily(Cancellation));
        await hosted.Drain();
        var receipts = await hosted.County.FilesOf(Area.Receipts, Cancellation);
        Assert.Contains($"{other}.json", receipts.Keys);
        Assert.DoesNotContain(receipts.Keys, path => path.StartsWith(name.TrimEnd('/'), StringComparison.Ordinal));
        Assert.Contains("2026-Q1/gesamt.json", (await hosted.County.FilesOf(Area.Reports, Cancellation)).Keys);
    }

    [Fact]
    public async Task AFileWhoseNameEndsLikeAFolder_IsNamed()
    {
        await Put("buero-landrat/inhalt.csv/", Good, isMarked: false);
        await HostedCounty.Done(hosted.Host.Daily(Cancellation));
        var receipts = await hosted.County.FilesOf(Area.Receipts, Cancellation);
        var receipt = Assert.Single(receipts, file =>
            file.Key.StartsWith("buero-landrat/inhalt.csv/", StringComparison.Ordinal)
            && file.Key.EndsWith(".json", StringComparison.Ordinal));
        Assert.Contains("PR-1019", System.Text.Encoding.UTF8.GetString(receipt.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnArchivedFile_IsNamed_AllElseGoesOn_AndItIsReadWhenItIsBack()
    {
        const string name = "buero-landrat/archiv.csv";
        await Put(name, Good, isMarked: false);
        await hosted.County.Blob(Area.Inbox, name).SetAccessTierAsync(AccessTier.Archive, cancellationToken: Cancellation);
        await HostedCounty.Done(hosted.Host.Uploaded(name, Cancellation));
        await HostedCounty.Done(hosted.Host.Daily(Cancellation));
        Assert.Contains("PR-1033", await Receipt(), StringComparison.Ordinal);

        await hosted.County.Blob(Area.Inbox, name).SetAccessTierAsync(AccessTier.Hot, cancellationToken: Cancellation);
        await HostedCounty.Done(hosted.Host.Daily(Cancellation));
        Assert.Contains("\"angenommen\"", await Receipt(), StringComparison.Ordinal);

        async Task<string> Receipt() =>
            System.Text.Encoding.UTF8.GetString((await hosted.County.FilesOf(Area.Receipts, Cancellation))[$"{name}.json"]);
    }

    // Not by the client library, which drops a slash at the end of a name.
    private async Task Put(string name, string content, bool isMarked)
    {
        var container = hosted.County.Account.Blobs.GetBlobContainerClient(Area.Inbox.FolderName());
        await container.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        var access = container.GenerateSasUri(BlobContainerSasPermissions.All, DateTimeOffset.UtcNow.AddHours(1));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put,
            $"{container.Uri}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}{access.Query}");
        request.Content = new StringContent(content);
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        if (isMarked)
            request.Headers.Add("x-ms-meta-hdi_isfolder", "true");
        using var answer = await http.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
