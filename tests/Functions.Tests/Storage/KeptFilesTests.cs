using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Tests.Storage;

public sealed class KeptFilesTests : IDisposable
{
    private static readonly FilePath Path = FilePath.Of("2026-Q3/1111.pdf");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");
    private readonly FolderFileStore store;
    private readonly KeptFiles kept;

    public KeptFilesTests()
    {
        store = new FolderFileStore(folder.FullName);
        kept = new KeptFiles(store);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASecondReader_GetsTheSameBytes_WithoutReadingThemAgain()
    {
        await Write(new byte[1000]);
        Assert.Same(Buffer(await Open()), Buffer(await Open()));
    }

    [Fact]
    public async Task AFileThatWasWrittenAgain_IsReadAgain()
    {
        await Write("eins"u8.ToArray());
        await Open();
        await Write("zwei!"u8.ToArray());
        await using var now = await Open();
        Assert.Equal("zwei!"u8.ToArray(), await now!.ReadAll(Cancellation));
        Assert.Equal(await store.Find(Area.Reports, Path, Cancellation), now.Entry);
    }

    [Fact]
    public async Task AFileThatIsGone_IsNotKept()
    {
        await Write("eins"u8.ToArray());
        await Open();
        await store.Delete(Area.Reports, Path, Cancellation);
        Assert.Null(await Open());
    }

    [Fact]
    public async Task ALargeFile_IsStreamed()
    {
        await Write(new byte[(1 << 20) + 1]);
        await using var file = await Open();
        Assert.IsNotType<MemoryStream>(file!.Content);
    }

    public void Dispose()
    {
        kept.Dispose();
        folder.Delete(recursive: true);
    }

    private Task<OpenFile?> Open() => kept.Open(Area.Reports, Path, Cancellation);

    private Task<bool> Write(byte[] content) => store.Write(Area.Reports, Path, content, WriteCondition.Always, Cancellation);

    private static byte[] Buffer(OpenFile? file) => ((MemoryStream)file!.Content).GetBuffer();
}
