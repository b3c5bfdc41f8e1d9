using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Produktreport.Functions.FunctionApp;

/// <summary>
/// Has the host look for new blobs itself instead of waiting for Event Grid: for Azurite, which sends no events.
/// </summary>
internal sealed class BlobPolling : IFunctionMetadataTransformer
{
    public string Name => nameof(BlobPolling);

    public void Transform(IList<IFunctionMetadata> original)
    {
        foreach (var bindings in original.Select(function => function.RawBindings).OfType<IList<string>>())
        {
            for (var index = 0; index < bindings.Count; index++)
                bindings[index] = bindings[index].Replace("\"EventGrid\"", "\"LogsAndContainerScan\"", StringComparison.Ordinal);
        }
    }
}
