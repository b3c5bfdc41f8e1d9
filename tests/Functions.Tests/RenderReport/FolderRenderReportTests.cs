using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Tests.RenderReport;

public sealed class FolderRenderReportTests : RenderReportContract
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    public FolderRenderReportTests() =>
        County = new RenderedCounty(new FolderFileStore(folder.FullName), new MemoryFigureStore(), new MemoryDeliveryLog());

    private protected override RenderedCounty County { get; }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
