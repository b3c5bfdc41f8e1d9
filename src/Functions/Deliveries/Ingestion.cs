using System.Collections.Concurrent;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Functions.Deliveries;

/// <summary>
/// Takes one upload: reads it whole, stores its values or none, leaves a receipt. Triggered by any change below <c>eingang/</c>;
/// running it again for the same file gives the same state, and so does running it for many files in any order or at once.
/// </summary>
internal sealed partial class Ingestion(
    IFileStore files,
    IFigureStore figures,
    IDeliveryLog log,
    PublishedCatalogues catalogues,
    ReceiptFiles receipts,
    UnnamableUploads unnamable,
    ArrivalBook arrivals,
    ReadingAttempts attempts,
    MissingDeliveries missing,
    ReadingLimits limits,
    ILogger<Ingestion> logger)
{
    // More often than this a file does not change, and deliveries do not follow each other, while it is read.
    private const int Tries = 20;

    private volatile bool isLookedForReceipts;
    private readonly ConcurrentDictionary<string, bool> passedOver = new(StringComparer.Ordinal);

    /// <summary>Ingests what lies in the inbox under a name, be it one that no path can be made of.</summary>
    public Task Run(string name, CancellationToken cancellation = default) =>
        !Area.Inbox.TryPath(name, out var path) ? unnamable.Run(cancellation)
        : InboxNames.IsPassedOver(path.Name) ? Task.CompletedTask
        : Run(path, cancellation);

    /// <summary>
    /// Ingests the file at a path of the inbox, and judges those later uploads anew that were judged without knowing it.
    /// </summary>
    /// <returns>Its receipt; null where the file is gone, and with it what it had brought.</returns>
    /// <exception cref="IOException">The storage does not answer, or the file changes all the time.</exception>
    public async Task<Receipt?> Run(FilePath path, CancellationToken cancellation = default)
    {
        var before = await log.Find(path.Text, cancellation);
        var receipt = await Judge(path, cancellation);
        // From where it stood before: those between its former and its new place were judged by what it had brought.
        DeliveryStamp?[] places = [before?.Stamp, receipt?.Delivery];
        if (places.OfType<DeliveryStamp>().Min() is { } stamp)
            await JudgeLater(stamp, cancellation);
        return receipt;
    }

    /// <summary>
    /// The uploads that no current judgement covers: new, changed, gone, without a receipt, or judged by what is not known or in
    /// force any more; in the order of their arrival.
    /// </summary>
    public async Task<IReadOnlyList<FilePath>> Outdated(CancellationToken cancellation = default)
    {
        var present = await Uploads(cancellation);
        var judged = (await log.List(cancellation)).ToDictionary(judgement => judgement.Stamp.File, StringComparer.Ordinal);
        var answered = await receipts.Answered(cancellation);
        var contents = await figures.Contents(cancellation);
        var overtaken = await figures.Overtaken(cancellation);
        var withdrawn = await arrivals.ReadWithdrawn(cancellation);
        var known = new KnownDeliveries(await catalogues.InForce(cancellation), contents, withdrawn, overtaken).ForMany();
        var open = present.Where(entry =>
            !judged.Remove(entry.Path.Text, out var judgement)
            || judgement.Version != entry.Version || !answered.Contains(entry.Path) || known.IsOutdated(judgement)).ToList();
        foreach (var back in present.Except(open))
            missing.Remove(back.Path.Text);
        var inOrder = await arrivals.InOrder(open, cancellation);
        List<FilePath> gone =
            [.. judged.Keys.Select(FilePath.Of).Union(await ReceiptsAlone(present, answered, cancellation)).Order()];
        if (gone.Count > 1 && !present.Any(entry => answered.Contains(entry.Path)))
            await Miss(gone, cancellation);
        return [.. gone.Where(path => !missing.IsAbsent(path.Text)), .. inOrder.Select(entry => entry.Path)];
    }

    // Nothing lies in the inbox that was ever answered: a drive is not there, rather than that somebody took all back at once.
    private async Task Miss(IEnumerable<FilePath> gone, CancellationToken cancellation)
    {
        isLookedForReceipts = false;
        foreach (var path in gone)
        {
            if (await receipts.Read(path, cancellation) is { Counts: true } receipt)
                missing.AddAbsent(new DeliveryStamp(path.Text, path.Department, receipt.Sha256,
                    BerlinTime.Parse(receipt.ReceivedAt)));
        }
    }

    // Of uploads that went while no program ran. Looked for once: what goes later was judged.
    private async Task<IEnumerable<FilePath>> ReceiptsAlone(
        IEnumerable<FileEntry> present, IReadOnlySet<FilePath> answered, CancellationToken cancellation)
    {
        if (isLookedForReceipts)
            return [];
        var lying = present.Select(entry => entry.Path).ToHashSet();
        await foreach (var other in files.ListStrays("", cancellation))
            lying.Add(UnnamableUploads.ReceiptOf(other));
        isLookedForReceipts = true;
        return answered.Except(lying);
    }

    private async Task<List<FileEntry>> Uploads(CancellationToken cancellation)
    {
        var uploads = new List<FileEntry>();
        await foreach (var entry in files.List(Area.Inbox, "", cancellation))
        {
            if (!InboxNames.IsPassedOver(entry.Path.Name))
                uploads.Add(entry);
            else if (passedOver.TryAdd(entry.Path.Text, true))
                PassedOver(logger, entry.Path.Text);
        }

        return uploads;
    }

    /// <summary>
    /// Judges all uploads that are <see cref="Outdated"/>, in the order of their arrival and each once, unless what came
    /// meanwhile asks for more. What an exception leaves is outdated still.
    /// </summary>
    /// <param name="beforeEach">Told how many are left, this one included.</param>
    /// <param name="goesOn">Told of a failure with one upload: whether the others are judged all the same; null = no.</param>
    /// <param name="except">What is not to be judged now.</param>
    /// <param name="cancellation">Stops between two.</param>
    /// <returns>The last receipt of each that was judged, null for one that is gone.</returns>
    public async Task<IReadOnlyDictionary<FilePath, Receipt?>> RunOutdated(
        Action<int> beforeEach,
        Func<FilePath, Exception, bool>? goesOn = null,
        IEnumerable<FilePath>? except = null,
        CancellationToken cancellation = default)
    {
        var judged = new OrderedDictionary<FilePath, Receipt?>();
        HashSet<FilePath> left = [.. except ?? []];
        for (var pass = 1; pass <= Tries; pass++)
        {
            var outdated = (await Outdated(cancellation)).Where(path => !left.Contains(path)).ToList();
            if (outdated.Count == 0)
                return judged;
            foreach (var (index, path) in outdated.Index())
            {
                beforeEach(outdated.Count - index);
                try
                {
                    judged[path] = await Judge(path, cancellation);
                    if (judged[path] is { Delivery.Sha256: "" })
                        left.Add(path);
                }
                catch (Exception failure)
                    when (failure is not OperationCanceledException && goesOn?.Invoke(path, failure) == true)
                {
                    left.Add(path);
                }
            }
        }

        throw new IOException($"Deliveries change all the time; {Tries} tries.");
    }

    // Those that arrived since a stamp, in their order, until a look at the log finds none outdated: one look where nothing rests
    // on the upload.
    private async Task JudgeLater(DeliveryStamp stamp, CancellationToken cancellation)
    {
        for (var look = 1; look <= Tries; look++)
        {
            if (!await JudgeOutdatedSince(stamp, cancellation))
                return;
        }

        throw new IOException($"Deliveries since '{stamp.File}' change all the time; {Tries} tries.");
    }

    // The log is read after what was judged before is stored: another process that judges at the same time is either seen here,
    // or sees that.
    private async Task<bool> JudgeOutdatedSince(DeliveryStamp stamp, CancellationToken cancellation)
    {
        var later = (await log.List(cancellation))
            .Where(judgement => judgement.IsRead && judgement.Stamp.CompareTo(stamp) >= 0).OrderBy(judgement => judgement.Stamp);
        var known = (await Known(cancellation)).ForMany();
        var isAny = false;
        foreach (var judgement in later)
        {
            if (!known.IsOutdated(judgement))
                continue;
            await Judge(FilePath.Of(judgement.Stamp.File), cancellation);
            known = (await Known(cancellation)).ForMany();
            isAny = true;
        }

        return isAny;
    }

    // Not as other writes (Contention): the figures are written in any case, and again where the upload changed meanwhile.
    private async Task<Receipt?> Judge(FilePath path, CancellationToken cancellation)
    {
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

    private async Task<Receipt> Take(OpenFile upload, CancellationToken cancellation)
    {
        var path = upload.Entry.Path;
        var hash = await Checksum.Of(upload.Content, cancellation);
        var arrival = await arrivals.Of(upload.Entry, hash, cancellation);
        var stamp = new DeliveryStamp(path.Text, path.Department, hash, arrival.At);
        var known = await Known(cancellation);
        var (result, products) = arrival.Withdrawal is { } decision
            ? (new DeliveryResult(Receipt.OfWithdrawn(stamp, decision.At, decision.By, decision.Reason), null), [])
            : await Read(upload, stamp, arrival, known, cancellation);
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

    /// <summary>
    /// Judges what somebody means to send as if it arrived now under a path. Nothing is stored; who sends it afterwards gets
    /// the same receipt, unless something else arrives before.
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

    private async Task<(DeliveryResult Result, IReadOnlyCollection<ProductNumber> Products)> Read(
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

    private async Task<KnownDeliveries> Known(CancellationToken cancellation) =>
        new(await catalogues.InForce(cancellation), await figures.Contents(cancellation), arrivals.Withdrawn);

    private async Task<FigureSet> Earlier(DeliveryStamp stamp, ReadDelivery read, CancellationToken cancellation) =>
        read.Products.IsEmpty ? FigureSet.Empty : await figures.LoadEarlierThan(stamp, read.Products, cancellation);

    [LoggerMessage(2101, LogLevel.Information, "'{File}' is passed over: by its name it is no delivery.")]
    private static partial void PassedOver(ILogger log, string file);

    [LoggerMessage(2102, LogLevel.Warning, "'{File}' cannot be opened; all else goes on.")]
    private static partial void Unreadable(ILogger log, Exception failure, string file);

    [LoggerMessage(2103, LogLevel.Error, "The memory does not suffice for '{File}'; it is set aside.")]
    private static partial void TooLarge(ILogger log, Exception failure, string file);
}
