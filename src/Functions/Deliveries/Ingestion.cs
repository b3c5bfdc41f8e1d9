using System.Security.Cryptography;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Figures;
using Produktreport.Core.Tables.Rows;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Operation;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Deliveries;

/// <summary>
/// Takes one upload: reads it whole, stores its values or none, leaves a receipt. Triggered by any change below <c>eingang/</c>; running
/// it again for the same file gives the same state, and so does running it for many files in any order or at once.
/// </summary>
public sealed class Ingestion(
    IFileStore files, IFigureStore figures, IDeliveryLog log, PublishedCatalogues catalogues, ReceiptFiles receipts, UnnamableUploads unnamable,
    ReadingLimits limits)
{
    // More often than this a file does not change, and deliveries do not follow each other, while it is read.
    private const int Tries = 20;

    /// <summary>Ingests what lies in the inbox under a name, be it one that no path can be made of.</summary>
    public Task Run(string name, CancellationToken cancellation = default) =>
        Area.Inbox.TryPath(name, out var path) ? Run(path, cancellation) : unnamable.Run(cancellation);

    /// <summary>Ingests the file at a path of the inbox, and judges those later uploads anew that were judged without knowing it.</summary>
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
    /// The uploads that no current judgement covers: new, changed, gone, without a receipt, or judged by what is not known or in force any more; in the
    /// order of their arrival.
    /// </summary>
    public async Task<IReadOnlyList<FilePath>> Outdated(CancellationToken cancellation = default)
    {
        var present = await files.List(Area.Inbox, "", cancellation).ToListAsync(cancellation);
        var answered = await receipts.Uploads(cancellation);
        var judged = (await log.List(cancellation)).ToDictionary(judgement => judgement.Stamp.File, StringComparer.Ordinal);
        var known = (await Known(cancellation)).ForMany();
        var open = present.Where(entry => !judged.Remove(entry.Path.Text, out var judgement) || judgement.Version != entry.Version
                || !answered.Contains(entry.Path.Text) || known.IsOutdated(judgement))
            .OrderBy(entry => entry.ModifiedAt).ThenBy(entry => entry.Path)
            .Select(entry => entry.Path).ToList();
        return [.. judged.Keys.Select(FilePath.Of).Order(), .. open];
    }

    /// <summary>
    /// Judges all uploads that are <see cref="Outdated"/>, in the order of their arrival and each once, unless what came meanwhile asks for more. What an exception leaves
    /// is outdated still.
    /// </summary>
    /// <param name="beforeEach">Told how many are left, this one included.</param>
    /// <param name="cancellation">Stops between two.</param>
    /// <returns>How many were judged.</returns>
    public async Task<int> RunOutdated(Action<int> beforeEach, CancellationToken cancellation = default)
    {
        var judged = 0;
        for (var pass = 1; pass <= Tries; pass++)
        {
            var outdated = await Outdated(cancellation);
            if (outdated.Count == 0)
                return judged;
            foreach (var (index, path) in outdated.Index())
            {
                beforeEach(outdated.Count - index);
                await Judge(path, cancellation);
                judged++;
            }
        }

        throw new IOException($"Deliveries change all the time; {Tries} tries.");
    }

    // Those that arrived since a stamp, in their order, until a look at the log finds none outdated: one look where nothing rests on the upload.
    private async Task JudgeLater(DeliveryStamp stamp, CancellationToken cancellation)
    {
        for (var look = 1; look <= Tries; look++)
        {
            if (!await JudgeOutdatedSince(stamp, cancellation))
                return;
        }

        throw new IOException($"Deliveries since '{stamp.File}' change all the time; {Tries} tries.");
    }

    // The log is read after what was judged before is stored: another process that judges at the same time is either seen here, or sees that.
    private async Task<bool> JudgeOutdatedSince(DeliveryStamp stamp, CancellationToken cancellation)
    {
        var later = (await log.List(cancellation)).Where(judgement => judgement.Stamp.CompareTo(stamp) >= 0).OrderBy(judgement => judgement.Stamp);
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
            await using var upload = await files.Open(Area.Inbox, path, cancellation);
            var receipt = upload is null ? await Forget(path, cancellation) : await Take(upload, cancellation);
            var present = await files.Find(Area.Inbox, path, cancellation);
            if (present?.Version == upload?.Entry.Version)
                return receipt;
        }

        throw new IOException($"'{path}' changes all the time; {Tries} tries.");
    }

    private async Task<Receipt?> Forget(FilePath path, CancellationToken cancellation)
    {
        await figures.Withdraw(path.Text, cancellation);
        await receipts.Remove(path, cancellation);
        await log.Remove(path.Text, cancellation);
        return null;
    }

    private async Task<Receipt> Take(OpenFile upload, CancellationToken cancellation)
    {
        var path = upload.Entry.Path;
        var stamp = await Stamp(upload, cancellation);
        var known = await Known(cancellation);
        var catalogue = (await catalogues.InForce(cancellation)).With(known.CreatedBefore(stamp));
        var read = DeliveryReader.Read(stamp, upload.Content, catalogue, limits, cancellation);
        var result = read.Judge(await Earlier(stamp, read, cancellation));
        if (result.Delivery is { } delivery)
            await figures.Accept(delivery, cancellation);
        else
            await figures.Withdraw(path.Text, cancellation);
        await receipts.Write(path, result.Receipt, cancellation);
        await log.Enter(new Judgement(stamp, upload.Entry.Version, result.Delivery is not null, known.BasisOf(stamp, read.Products)), cancellation);
        Measures.Ingested(result.Receipt);
        return result.Receipt;
    }

    private async Task<KnownDeliveries> Known(CancellationToken cancellation) =>
        new(await catalogues.InForce(cancellation), await figures.Contents(cancellation));

    private async Task<FigureSet> Earlier(DeliveryStamp stamp, ReadDelivery read, CancellationToken cancellation) =>
        read.Products.IsEmpty ? FigureSet.Empty : await figures.LoadEarlierThan(stamp, read.Products, cancellation);

    private static async Task<DeliveryStamp> Stamp(OpenFile upload, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(upload.Content, cancellation));
        upload.Content.Position = 0;
        // A folder that is no department's leaves the department blank, which the reader rejects with its own words.
        var department = DepartmentId.TryParse(upload.Entry.Path.FirstFolder, out var id) ? id : default;
        return new DeliveryStamp(upload.Entry.Path.Text, department, hash, upload.Entry.ModifiedAt);
    }
}
