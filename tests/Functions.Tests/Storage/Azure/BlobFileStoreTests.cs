using System.Text;
using Azure;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Faults;

namespace Produktreport.Functions.Tests.Storage.Azure;

public sealed class BlobFileStoreTests : FileStoreContract
{
    private readonly Azurite azurite;
    private readonly StorageAccount account;

    public BlobFileStoreTests(Azurite azurite)
    {
        this.azurite = azurite;
        account = StorageAccount.Of(azurite.NewAccount());
        Store = new BlobFileStore(account);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected override IFileStore Store { get; }

    [Fact]
    public async Task AWriteThatMustHappenAndCannot_Fails()
    {
        var path = FilePath.Of("amt/a.json");
        Assert.True(await Store.Write(Area.Receipts, path, "1"u8.ToArray(), WriteCondition.Always, Cancellation));
        await account.Blobs.GetBlobContainerClient(Area.Receipts.FolderName()).DeleteAsync(cancellationToken: Cancellation);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() =>
            Store.Write(Area.Receipts, path, "2"u8.ToArray(), WriteCondition.Always, Cancellation));
        Assert.Equal(404, failure.Status);
    }

    [Theory]
    [InlineData("amt/Straßen & Wege #1 100%.csv")]
    [InlineData("amt/a+b c%20d%2Fe.csv")]
    [InlineData("amt/Übersicht 😀/größe?.csv", false)]
    [InlineData("amt/tief/tiefer/am tiefsten/ärger.csv")]
    [InlineData("amt/semikolon;komma,=&$@!'().csv")]
    public async Task NamesWithSpecialCharacters_AreKeptAsTheyAre(string name, bool isPath = true)
    {
        Assert.Equal(isPath, FilePath.TryParse(name, out var path));
        if (!isPath)
            return;
        await Store.Write(Area.Inbox, path, Encoding.UTF8.GetBytes(name), WriteCondition.Always, Cancellation);
        var listed = Assert.Single(await Store.List(Area.Inbox, "", Cancellation).ToListAsync(Cancellation));
        Assert.Equal(name, listed.Path.Text);
        Assert.Equal(name, Encoding.UTF8.GetString((await Store.ReadAll(Area.Inbox, path, Cancellation))!));
    }

    [Fact]
    public async Task ALargeFile_IsReadInRanges_AndCanBeReadTwice()
    {
        var content = new byte[9_000_001];
        new Random(7).NextBytes(content);
        await Store.Write(Area.Inbox, FilePath.Of("amt/gross.csv"), content, WriteCondition.Always, Cancellation);
        await using var open = await Store.Open(Area.Inbox, FilePath.Of("amt/gross.csv"), Cancellation);
        foreach (var _ in (int[])[1, 2])
        {
            open!.Content.Position = 0;
            var read = new byte[content.Length];
            await open.Content.ReadExactlyAsync(read, Cancellation);
            Assert.True(content.AsSpan().SequenceEqual(read));
        }
    }

    [Fact]
    public async Task AFileThatWasWrittenWhole_TakesNoLines()
    {
        var path = FilePath.Of("2026-11.jsonl");
        await Store.Write(Area.AuditLog, path, "eins\n"u8.ToArray(), WriteCondition.Always, Cancellation);
        Assert.False(await Store.AppendLines(Area.AuditLog, path, "zwei\n"u8.ToArray(), Cancellation));
        Assert.Equal("eins\n"u8.ToArray(), await Store.ReadAll(Area.AuditLog, path, Cancellation));
    }

    [Fact]
    public async Task ALineWhoseAnswerIsLost_IsAddedOnce()
    {
        var connection = azurite.NewAccount();
        var isLost = false;
        FaultyStorage? proxy = null;
        StorageFault? LoseAnswer()
        {
            if (isLost || !proxy!.Seen.Last().Contains("comp=appendblock", StringComparison.Ordinal))
                return null;
            isLost = true;
            return StorageFault.AnswerLost;
        }

        proxy = await FaultyStorage.Start(azurite.Ports, LoseAnswer, () => { });
        await using var started = proxy;
        using var store = new BlobFileStore(StorageAccount.Of(azurite.Through(connection, proxy.Ports)));
        var path = FilePath.Of("2026-11.jsonl");
        foreach (var line in (string[])["eins\n", "zwei\n"])
            Assert.True(await store.AppendLines(Area.AuditLog, path, Encoding.UTF8.GetBytes(line), Cancellation));
        Assert.True(isLost);
        Assert.Equal("eins\nzwei\n"u8.ToArray(), await store.ReadAll(Area.AuditLog, path, Cancellation));
    }

    [Fact]
    public async Task AnEmptyFile_IsReadAsEmpty()
    {
        await Store.Write(Area.Inbox, FilePath.Of("amt/leer.csv"), Array.Empty<byte>(), WriteCondition.Always, Cancellation);
        Assert.Empty((await Store.ReadAll(Area.Inbox, FilePath.Of("amt/leer.csv"), Cancellation))!);
    }
}
