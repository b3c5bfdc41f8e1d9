namespace Produktreport.Functions.Deliveries;

/// <summary>
/// Ingests what lies in the inbox, and what rests on it. Triggered by any change below <c>eingang/</c>; running it again for the
/// same file gives the same state, and so does running it for many files in any order or at once.
/// </summary>
internal sealed class Ingestion(
    IDeliveryLog log, UnnamableUploads unnamable, OutdatedUploads uploads, UploadReading reading, UploadJudging judging)
{
    // More often than this deliveries do not follow each other while they are judged.
    private const int Tries = 20;

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
        var receipt = await judging.Judge(path, cancellation);
        // From where it stood before: those between its former and its new place were judged by what it had brought.
        DeliveryStamp?[] places = [before?.Stamp, receipt?.Delivery];
        if (places.OfType<DeliveryStamp>().Min() is { } stamp)
            await JudgeLater(stamp, cancellation);
        return receipt;
    }

    /// <summary>
    /// Judges all uploads that are outdated, in the order of their arrival and each once, unless what came
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
            var outdated = (await uploads.List(cancellation)).Where(path => !left.Contains(path)).ToList();
            if (outdated.Count == 0)
                return judged;
            foreach (var (index, path) in outdated.Index())
            {
                beforeEach(outdated.Count - index);
                try
                {
                    judged[path] = await judging.Judge(path, cancellation);
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
        var known = (await reading.Known(cancellation)).ForMany();
        var isAny = false;
        foreach (var judgement in later)
        {
            if (!known.IsOutdated(judgement))
                continue;
            await judging.Judge(FilePath.Of(judgement.Stamp.File), cancellation);
            known = (await reading.Known(cancellation)).ForMany();
            isAny = true;
        }

        return isAny;
    }
}
