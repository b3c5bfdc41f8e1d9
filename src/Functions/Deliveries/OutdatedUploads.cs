using System.Collections.Concurrent;

namespace Produktreport.Functions.Deliveries;

/// <summary>Compares what lies in the inbox with what was judged.</summary>
internal sealed partial class OutdatedUploads(
    IFileStore files,
    IFigureStore figures,
    IDeliveryLog log,
    PublishedCatalogues catalogues,
    ReceiptFiles receipts,
    ArrivalBook arrivals,
    MissingDeliveries missing,
    ILogger<OutdatedUploads> logger)
{
    private readonly ConcurrentDictionary<string, bool> passedOver = new(StringComparer.Ordinal);
    private volatile bool isLookedForReceipts;

    /// <summary>
    /// The uploads that no current judgement covers, in the order of their arrival. They are new, changed, gone, without a
    /// receipt, or judged by what is not known or in force any more.
    /// </summary>
    public async Task<IReadOnlyList<FilePath>> List(CancellationToken cancellation = default)
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

    [LoggerMessage(2101, LogLevel.Information, "'{File}' is passed over: by its name it is no delivery.")]
    private static partial void PassedOver(ILogger log, string file);
}
