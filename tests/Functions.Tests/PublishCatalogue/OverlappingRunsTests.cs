using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Tests.Storage;

namespace Produktreport.Functions.Tests.PublishCatalogue;

public sealed class OverlappingRunsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    [Fact]
    public async Task ARunThatReadTheOlderFiles_DoesNotLeaveThemInForce()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var inner = new FolderFileStore(folder.FullName);
        await Write(inner, "Landkreis Alt");
        var published = new PublishedCatalogues(inner, new MemoryFigureStore());
        var fast = Publishing.In(inner, published);
        // Between the slow run's reading and its writing, the file changes and another run publishes the change.
        var between = new BeforeFirstPublish(inner, async () =>
        {
            await Write(inner, "Landkreis Neuer");
            await fast.Run(cancellation);
        });
        var slowPublished = new PublishedCatalogues(between, new MemoryFigureStore());
        var slow = Publishing.In(between, slowPublished);

        Assert.True((await slow.Run(cancellation)).IsChanged);

        Assert.Equal("Landkreis Neuer", (await published.Load(cancellation)).For(2026)!.County);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task Write(FolderFileStore files, string county) => Assert.True(await files.Write(
        Area.Catalogue,
        FilePath.Of("2026/rahmen.yaml"),
        System.Text.Encoding.UTF8.GetBytes(CountyFiles.Frame(county)),
        WriteCondition.Always,
        TestContext.Current.CancellationToken));

    private sealed class BeforeFirstPublish(IFileStore inner, Func<Task> happens) : DecoratedFiles(inner)
    {
        private bool hasHappened;

        public override async Task<bool> Write(
            Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
            CancellationToken cancellation = default)
        {
            if (area == Area.PublishedCatalogue && !hasHappened)
            {
                hasHappened = true;
                await happens();
                // The older content wins the race over whatever is there.
                condition = WriteCondition.Always;
            }

            return await base.Write(area, path, content, condition, cancellation);
        }
    }
}
