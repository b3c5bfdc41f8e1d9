using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Produktreport.Functions.Work;

namespace Produktreport;

/// <summary>A file of the catalogue came, changed or went: puts the catalogue in force where it is valid as a whole.</summary>
internal sealed class PublishCatalogue(Reconciliation reconciliation)
{
    /// <summary>Reads the whole catalogue, whichever file the event names.</summary>
    [Function(nameof(PublishCatalogue))]
    public Task Run(
        [BlobTrigger("katalog/{name}", Source = BlobTriggerSource.EventGrid,
            Connection = SettingNames.DataConnection)] BlobClient file,
        CancellationToken cancellation) =>
        reconciliation.Publish(cancellation);
}
