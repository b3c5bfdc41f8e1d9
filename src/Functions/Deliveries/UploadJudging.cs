using Produktreport.Core.Deliveries;

namespace Produktreport.Functions.Deliveries;

/// <summary>Judges one upload: stores its values or none, leaves a receipt and enters the judgement in the log.</summary>
internal sealed partial class UploadJudging(
    IFileStore files,
    IFigureStore figures,
    IDeliveryLog log,
    ReceiptFiles receipts,
    ArrivalBook arrivals,
    MissingDeliveries missing,
    UploadReading reading,
    ILogger<UploadJudging> logger)
{
    // More often than this a file does not change while it is read.
    private const int Tries = 20;

    /// <summary>Judges the file at a path of the inbox as it lies there.</summary>
    /// <returns>Its receipt; null where the file is gone, and with it what it had brought.</returns>
    /// <exception cref="IOException">The storage does not answer, or the file changes all the time.</exception>
    public async Task<Receipt?> Judge(FilePath path, CancellationToken cancellation)
    {
        // Not as other writes (Contention): the figures are written in any case, and again where the upload changed meanwhile.
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            OpenFile? upload;
            try
            {
                upload = await files.Open(Area.Inbox, path, cancellation);
            }
            catch (UnreadableFileException failure)
            {
                return await Refuse(failure, cancellation);
            }

            await using (upload)
            {
                var receipt = upload is null ? await Forget(path, cancellation) : await Take(upload, cancellation);
                var present = await files.Find(Area.Inbox, path, cancellation);
                if (present?.Version == upload?.Entry.Version)
                    return receipt;
            }
        }

        throw new IOException($"'{path}' changes all the time; {Tries} tries.");
    }

    /// <summary>
    /// Goes on without a delivery that is missing, which somebody decided. The receipt of a file that lies there tells so, also
    /// after a restart.
    /// </summary>
    public async Task GoOnWithout(DeliveryStamp stamp, CancellationToken cancellation = default)
    {
        if (await files.Find(Area.Inbox, FilePath.Of(stamp.File), cancellation) is null)
        {
            await Forget(FilePath.Of(stamp.File), cancellation);
            return;
        }

        await receipts.Write(FilePath.Of(stamp.File), Receipt.OfUnreadable(stamp, hasCounted: false), cancellation);
        missing.Remove(stamp.File);
    }

    private async Task<Receipt?> Forget(FilePath path, CancellationToken cancellation)
    {
        await figures.Withdraw(path.Text, cancellation);
        missing.Remove(path.Text);
        await receipts.Remove(path, cancellation);
        await log.Remove(path.Text, cancellation);
        return null;
    }

    // What it brought before stays: nobody has taken it back. Its judgement is of no version, so that it is tried again and
    // again.
    private async Task<Receipt> Refuse(UnreadableFileException failure, CancellationToken cancellation)
    {
        var path = failure.Entry.Path;
        Unreadable(logger, failure, path.Text);
        var stamp = new DeliveryStamp(path.Text, path.Department, "", failure.Entry.ModifiedAt);
        var isKnown = (await figures.Contents(cancellation)).Any(content => content.Stamp.File == path.Text);
        var hasCounted = isKnown
            || (await receipts.Read(path, cancellation) is { } before ? before.Counts : await arrivals.Knows(path, cancellation));
        if (hasCounted && !isKnown)
            missing.Add(stamp);
        var receipt = Receipt.OfUnreadable(stamp, hasCounted);
        await receipts.Write(path, receipt, cancellation);
        await log.Enter(new Judgement(stamp, Version: "", IsAccepted: false, Basis: ""), cancellation);
        return receipt;
    }

    private async Task<Receipt> Take(OpenFile upload, CancellationToken cancellation)
    {
        var path = upload.Entry.Path;
        var hash = await Checksum.Of(upload.Content, cancellation);
        var arrival = await arrivals.Of(upload.Entry, hash, cancellation);
        var stamp = new DeliveryStamp(path.Text, path.Department, hash, arrival.At);
        var known = await reading.Known(cancellation);
        var (result, products) = arrival.Withdrawal is { } decision
            ? (new DeliveryResult(Receipt.OfWithdrawn(stamp, decision.At, decision.By, decision.Reason), null), [])
            : await reading.Read(upload, stamp, arrival, known, cancellation);
        if (result.Delivery is { } delivery)
            await figures.Accept(delivery, cancellation);
        else
            await figures.Withdraw(path.Text, cancellation);
        missing.Remove(path.Text);
        await receipts.Write(path, result.Receipt, cancellation);
        var basis = known.BasisOf(stamp, products, result.IsOvertaken);
        var isAccepted = result.Delivery is not null;
        var judgement = new Judgement(stamp, upload.Entry.Version, isAccepted, basis, result.IsOvertaken)
        {
            IsWithdrawn = arrival.Withdrawal is not null,
        };
        await log.Enter(judgement, cancellation);
        Measures.Ingested(result.Receipt);
        return result.Receipt;
    }

    [LoggerMessage(2102, LogLevel.Warning, "'{File}' cannot be opened; all else goes on.")]
    private static partial void Unreadable(ILogger log, Exception failure, string file);
}
