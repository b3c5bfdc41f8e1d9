using System.Security.Cryptography;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Figures;
using Produktreport.Functions.PublishCatalogue;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.IngestFigures;

/// <summary>
/// Takes one upload: reads it whole, stores its values or none, leaves a receipt. Triggered by any change below <c>eingang/</c>; running
/// it again for the same file gives the same state.
/// </summary>
public sealed class IngestFiguresFunction(
    IFileStore files, IFigureStore figures, PublishedCatalogues catalogues, ReceiptFiles receipts, ReadingLimits limits)
{
    /// <summary>Ingests the file at a path of the inbox.</summary>
    /// <returns>Its receipt; null where the file is gone, and with it what it had brought.</returns>
    public async Task<Receipt?> Run(FilePath path, CancellationToken cancellation = default)
    {
        await using var upload = await files.Open(Area.Inbox, path, cancellation);
        if (upload is null)
        {
            await figures.Withdraw(path.Text, cancellation);
            await receipts.Remove(path, cancellation);
            return null;
        }

        var stamp = await Stamp(upload, cancellation);
        var known = await catalogues.Load(exceptFile: path.Text, cancellation);
        var result = await Read(stamp, upload.Content, known, cancellation);

        if (result.Delivery is { } delivery)
            await figures.Accept(delivery, cancellation);
        else
            await figures.Withdraw(path.Text, cancellation);
        await receipts.Write(path, result.Receipt, cancellation);
        return result.Receipt;
    }

    // Which products a file speaks of is known once it was read; what came before for them is needed for its warnings only.
    private async Task<DeliveryResult> Read(DeliveryStamp stamp, Stream content, CatalogueSet known, CancellationToken cancellation)
    {
        var result = DeliveryReader.Read(stamp, content, known, FigureSet.Empty, limits, cancellation);
        if (result.Delivery is not { } delivery)
            return result;
        var products = delivery.Values.Select(value => value.Address.Product).ToHashSet();
        var earlier = await figures.LoadEarlierThan(stamp, products, cancellation);
        if (!earlier.Products.Any())
            return result;
        content.Position = 0;
        return DeliveryReader.Read(stamp, content, known, earlier, limits, cancellation);
    }

    private static async Task<DeliveryStamp> Stamp(OpenFile upload, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(upload.Content, cancellation));
        upload.Content.Position = 0;
        // A folder that is no department's leaves the department blank, which the reader rejects with its own words.
        var department = DepartmentId.TryParse(upload.Entry.Path.FirstFolder, out var id) ? id : default;
        return new DeliveryStamp(upload.Entry.Path.Text, department, hash, upload.Entry.ModifiedAt);
    }
}
