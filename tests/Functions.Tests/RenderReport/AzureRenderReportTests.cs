using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Tests.RenderReport;

public sealed class AzureRenderReportTests : RenderReportContract
{
    private readonly BlobFileStore files;
    private readonly TableFigureStore figures;
    private readonly TableDeliveryLog log;

    public AzureRenderReportTests(Azurite azurite)
    {
        var account = StorageAccount.Of(azurite.NewAccount());
        (files, figures, log) = (new BlobFileStore(account), new TableFigureStore(account), new TableDeliveryLog(account));
        County = new RenderedCounty(files, figures, log);
    }

    private protected override RenderedCounty County { get; }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        files.Dispose();
        figures.Dispose();
        log.Dispose();
    }
}
