using Produktreport.Core.Deliveries;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Functions.Deliveries;

/// <summary>Reads one file and judges its values by what is known. Nothing of it is stored.</summary>
internal sealed partial class UploadReading(
    IFigureStore figures,
    PublishedCatalogues catalogues,
    ArrivalBook arrivals,
    ReadingAttempts attempts,
    ReadingLimits limits,
    ILogger<UploadReading> logger)
{
    /// <summary>What is known now: catalogue, contents and withdrawals.</summary>
    public async Task<KnownDeliveries> Known(CancellationToken cancellation) =>
        new(await catalogues.InForce(cancellation), await figures.Contents(cancellation), arrivals.Withdrawn);

    /// <summary>
    /// Judges what somebody means to send as if it arrived now under a path. Who sends it afterwards gets the same receipt,
    /// unless something else arrives before.
    /// </summary>
    public async Task<DeliveryResult> Try(FilePath path, Stream content, CancellationToken cancellation = default)
    {
        var hash = await Checksum.Of(content, cancellation);
        var at = arrivals.Next();
        var upload = new OpenFile(new FileEntry(path, content.Length, at, ""), content);
        var stamp = new DeliveryStamp(path.Text, path.Department, hash, at);
        var arrival = new ArrivalNote(path.Text, hash, at, at);
        return (await Read(upload, stamp, arrival, await Known(cancellation), cancellation)).Result;
    }

    /// <summary>Judges a file that lies in the inbox.</summary>
    /// <returns>The result, and of which products the file has values.</returns>
    public async Task<(DeliveryResult Result, IReadOnlyCollection<ProductNumber> Products)> Read(
        OpenFile upload, DeliveryStamp stamp, ArrivalNote arrival, KnownDeliveries known, CancellationToken cancellation)
    {
        if (!await attempts.Begin(upload.Entry, stamp.Sha256, cancellation))
            return (new DeliveryResult(Receipt.OfSetAside(stamp), null), []);
        ReadDelivery read;
        try
        {
            var catalogue = (await catalogues.InForce(cancellation)).With(known.CreatedBefore(stamp));
            read = DeliveryReader.Read(stamp, upload.Content, catalogue, limits, cancellation);
        }
        catch (OutOfMemoryException failure)
        {
            TooLarge(logger, failure, stamp.File);
            await attempts.SetAside(upload.Entry, stamp.Sha256);
            return (new DeliveryResult(Receipt.OfSetAside(stamp), null), []);
        }
        catch
        {
            await attempts.End(upload.Entry, stamp.Sha256);
            throw;
        }

        await attempts.End(upload.Entry, stamp.Sha256);
        var circumstances = new Circumstances
        {
            DatedInFuture = arrivals.IsDatedInFuture(arrival) ? arrival.Dated : null,
            Current = known.HasLater(stamp, read.Products) ? await figures.Load(read.Products, cancellation) : null,
        };
        var result = read.Judge(await Earlier(stamp, read, cancellation), circumstances);
        return result.Delivery is null || InboxNames.IsTaken(stamp.File)
            ? (result, read.Products)
            : (new DeliveryResult(Receipt.OfForeignEnding(stamp, Path.GetExtension(stamp.File), InboxNames.Taken), null), []);
    }

    private async Task<FigureSet> Earlier(DeliveryStamp stamp, ReadDelivery read, CancellationToken cancellation) =>
        read.Products.IsEmpty ? FigureSet.Empty : await figures.LoadEarlierThan(stamp, read.Products, cancellation);

    [LoggerMessage(2103, LogLevel.Error, "The memory does not suffice for '{File}'; it is set aside.")]
    private static partial void TooLarge(ILogger log, Exception failure, string file);
}
