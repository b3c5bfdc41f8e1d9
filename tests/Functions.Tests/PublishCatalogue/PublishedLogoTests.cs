using Produktreport.Core.Catalogues;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Tests.PublishCatalogue;

public sealed class PublishedLogoTests : IDisposable
{
    // The smallest JPEG the reader takes: a start, one frame of 30 × 20 pixels, an end; no valid UTF-8.
    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 20, 0, 30, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9,
    ];

    private static readonly string Frame = CountyFiles.Frame() + "logo: {text: Wappen, datei: wappen.jpg}\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    [Fact]
    public async Task APictureInForce_IsTheFileByteForByte_AlsoWhenThatIsGone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var year = folder.CreateSubdirectory("katalog/2026");
        await File.WriteAllTextAsync(Path.Combine(year.FullName, "rahmen.yaml"), Frame, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(year.FullName, "wappen.jpg"), Jpeg, cancellation);
        var files = new FolderFileStore(folder.FullName);
        var published = new PublishedCatalogues(files, new MemoryFigureStore());
        var publish = Publishing.In(files, published);

        Assert.True((await publish.Run(cancellation)).IsValid);
        Assert.Equal(Jpeg, await Picture(published, cancellation));
        File.Delete(Path.Combine(year.FullName, "wappen.jpg"));
        Assert.False((await publish.Run(cancellation)).IsValid);
        var restarted = new PublishedCatalogues(files, new MemoryFigureStore());
        Assert.Equal(Jpeg, await Picture(restarted, cancellation));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<byte[]> Picture(PublishedCatalogues published, CancellationToken cancellation) =>
        Assert.IsType<Logo.Picture>((await published.Load(cancellation)).For(2026)!.Logo).File.ToArray();
}
