using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Produktreport.Functions.Deliveries;

namespace Produktreport;

/// <summary>A department's file came, changed or went: takes its figures and answers with a receipt.</summary>
internal sealed class IngestFigures(Ingestion ingestion)
{
    /// <summary>Running it again for the same file changes nothing.</summary>
    [Function(nameof(IngestFigures))]
    public Task Run(
        [BlobTrigger("eingang/{name}", Source = BlobTriggerSource.EventGrid,
            Connection = SettingNames.DataConnection)] BlobClient upload,
        CancellationToken cancellation) =>
        ingestion.Run(upload.Name, cancellation);
}
