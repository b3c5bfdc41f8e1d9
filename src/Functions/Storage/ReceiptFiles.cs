using Produktreport.Core.Deliveries.Receipts;

namespace Produktreport.Functions.Storage;

/// <summary>Receipts as files: <c>….json</c> for programs, <c>….html</c> for people.</summary>
public sealed class ReceiptFiles(IFileStore files)
{
    /// <summary>Writes both forms where they differ from what is there.</summary>
    /// <param name="name">The upload's path, to which the endings are added.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="cancellation">Stops between the two.</param>
    /// <returns>Whether it is another receipt than before.</returns>
    public async Task<bool> Write(FilePath name, Receipt receipt, CancellationToken cancellation = default)
    {
        await files.WriteIfChanged(Area.Receipts, name.Append(".html"), ReceiptHtml.Write(receipt), cancellation);
        return await files.WriteIfChanged(Area.Receipts, name.Append(".json"), ReceiptJson.Write(receipt), cancellation);
    }

    /// <summary>The uploads that have a receipt; those of the catalogue are none.</summary>
    public async Task<IReadOnlyList<FilePath>> Answered(CancellationToken cancellation = default)
    {
        const string Ending = ".json";
        var found = new List<FilePath>();
        await foreach (var entry in files.List(Area.Receipts, "", cancellation))
        {
            if (entry.Path.FirstFolder != Area.Catalogue.FolderName()
                && entry.Path.Text.EndsWith(Ending, StringComparison.Ordinal)
                && FilePath.TryParse(entry.Path.Text[..^Ending.Length], out var upload))
                found.Add(upload);
        }

        return found;
    }

    /// <summary>Removes the receipt of an upload that is gone.</summary>
    public async Task Remove(FilePath name, CancellationToken cancellation = default)
    {
        await files.Delete(Area.Receipts, name.Append(".json"), cancellation);
        await files.Delete(Area.Receipts, name.Append(".html"), cancellation);
    }
}
