using Produktreport.Core.Deliveries;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Functions.Catalogues;

/// <summary>
/// What another catalogue would take from deliveries that were accepted: each is read by it, and nothing is stored. What was
/// accepted stands on the receipts, which outlive the program.
/// </summary>
internal sealed class CatalogueImpact(IFileStore files, ReadingLimits limits)
{
    private readonly ReceiptFiles receipts = new(files);

    /// <summary>The accepted deliveries that would lose values.</summary>
    /// <param name="next">The catalogue that is to be.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ImmutableArray<Withdrawal>> Of(CatalogueInForce next, CancellationToken cancellation = default)
    {
        var found = ImmutableArray.CreateBuilder<Withdrawal>();
        var created = new List<ProductCreation>();
        var accepted = (await Accepted(cancellation)).OrderBy(entry => entry.Receipt.ReceivedAt, StringComparer.Ordinal);
        foreach (var (path, receipt) in accepted)
        {
            if (await Read(path, receipt, next.With(created), cancellation) is not { } read)
                continue;
            if (read.ValueCount < receipt.ValueCount)
                found.Add(new Withdrawal(path.Text, receipt.ValueCount - read.ValueCount, read.FirstFault ?? ""));
            if (read.Judge(FigureSet.Empty).Delivery is { } delivery)
                created.AddRange(delivery.CreatedProducts.Select(product => new ProductCreation(delivery.Stamp, product)));
        }

        return found.ToImmutable();
    }

    // Null where the upload is gone, cannot be opened, or is another than the one the receipt is for.
    private async Task<ReadDelivery?> Read(
        FilePath path, ReceiptView receipt, CatalogueSet catalogues, CancellationToken cancellation)
    {
        try
        {
            await using var upload = await files.Open(Area.Inbox, path, cancellation);
            if (upload is null)
                return null;
            var hash = await Checksum.Of(upload.Content, cancellation);
            if (hash != receipt.Sha256)
                return null;
            var received = BerlinTime.Parse(receipt.ReceivedAt);
            var stamp = new DeliveryStamp(path.Text, path.Department, hash, received);
            return DeliveryReader.Read(stamp, upload.Content, catalogues, limits, cancellation);
        }
        catch (UnreadableFileException)
        {
            return null;
        }
    }

    private async Task<List<(FilePath Path, ReceiptView Receipt)>> Accepted(CancellationToken cancellation)
    {
        var accepted = new List<(FilePath, ReceiptView)>();
        foreach (var upload in await receipts.Answered(cancellation))
        {
            // One that is damaged is made again soon.
            if (await receipts.Read(upload, cancellation) is { IsAccepted: true } receipt && receipt.File == upload.Text)
                accepted.Add((upload, receipt));
        }

        return accepted;
    }
}

/// <summary>An accepted delivery that would lose values.</summary>
/// <param name="File">Its path below the inbox.</param>
/// <param name="Values">How many values it would lose.</param>
/// <param name="Why">The first reason, in German.</param>
internal sealed record Withdrawal(string File, int Values, string Why);
