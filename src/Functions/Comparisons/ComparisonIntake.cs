using System.Collections.Concurrent;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Comparisons.Files;
using Produktreport.Core.Findings;
using Produktreport.Functions.Deliveries;

namespace Produktreport.Functions.Comparisons;

/// <summary>
/// Takes what lies in <c>vergleich/</c>: the figures of other counties, and a receipt for each file. They are never among the
/// county's own figures. Read anew whenever a file or the catalogue is another; a bad file is answered and keeps no other from
/// being read.
/// </summary>
internal sealed class ComparisonIntake(IFileStore files, PublishedCatalogues catalogues, ReceiptFiles receipts)
{
    private readonly VersionCache<Area, ReadComparison> read = new(most: 1);

    /// <summary>
    /// The figures of others; none where the catalogues compare nothing. The same object while nothing changed.
    /// </summary>
    /// <param name="known">The catalogues in force.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ComparisonSet> Load(CatalogueSet known, CancellationToken cancellation = default) =>
        known.ByYear.Values.Any(catalogue => catalogue.HasSharedFigures)
            ? (await Read(cancellation)).Set
            : ComparisonSet.Empty;

    /// <summary>Answers every file. Running it again changes nothing.</summary>
    /// <returns>All receipts, and whether each is new.</returns>
    public async Task<IReadOnlyList<(Receipt Receipt, bool IsNew)>> Run(CancellationToken cancellation = default)
    {
        var current = await Read(cancellation);
        var answers = new List<(Receipt, bool)>();
        foreach (var receipt in current.Receipts)
            answers.Add((receipt, await receipts.Write(FilePath.Of(receipt.Delivery.File), receipt, cancellation)));
        var lying = current.Receipts.Select(receipt => receipt.Delivery.File).ToHashSet(StringComparer.Ordinal);
        await foreach (var other in files.ListStrays(Area.Comparison, "", cancellation))
        {
            var (path, receipt) = await Answer(other, cancellation);
            lying.Add(path.Text);
            answers.Add((receipt, await receipts.Write(path, receipt, cancellation)));
        }

        foreach (var path in await receipts.AnsweredComparisons(cancellation))
        {
            if (!lying.Contains(NameOf(path)))
                await receipts.Remove(FilePath.Of(NameOf(path)), cancellation);
        }

        return answers;
    }

    // A name no file can have everywhere, a link, a device: answered under the nearest name, as in the inbox.
    private static async Task<(FilePath Path, Receipt Receipt)> Answer(UnnamableFile other, CancellationToken cancellation)
    {
        var receipt = await UnnamableUploads.Answer(other, cancellation);
        return (FilePath.Of(NameOf(UnnamableUploads.ReceiptOf(other))),
            receipt with { Delivery = receipt.Delivery with { File = $"{Area.Comparison.FolderName()}/{other.Name}" } });
    }

    private async Task<ReadComparison> Read(CancellationToken cancellation)
    {
        var entries = await files.List(Area.Comparison, "", cancellation)
            .Where(entry => !InboxNames.IsPassedOver(entry.Path.Name)).ToListAsync(cancellation);
        var inForce = await catalogues.InForce(cancellation);
        var version = string.Join('\n', entries.Select(entry => $"{entry.Path} {entry.Version}").Prepend(inForce.Version));
        return (await read.Get(
            Area.Comparison, version, async () => new(version, await Read(entries, inForce.Catalogues)), cancellation))!;
    }

    private async Task<ReadComparison> Read(List<FileEntry> entries, CatalogueSet known)
    {
        // Which values flat files bring is said once, in whichever year.
        var statistics = known.ByYear.Values.LastOrDefault(catalogue => !catalogue.Peers.Statistics.IsEmpty)?.Peers.Statistics
            ?? [];
        var found = new ConcurrentDictionary<FilePath, (ComparisonFile File, string Sha256)>();
        await Parallel.ForEachAsync(entries, async (entry, _) =>
            found[entry.Path] = await Read(entry, statistics));
        var (set, judged) = ComparisonFiles.Join(
            [.. entries.Select(entry => (NameOf(entry.Path), found[entry.Path].File))], known);
        return new ReadComparison(set, [
            .. entries.Zip(judged).Select(each => ReceiptOf(each.First, each.Second, found[each.First.Path].Sha256))]);
    }

    private async Task<(ComparisonFile File, string Sha256)> Read(FileEntry entry, ImmutableArray<SharedStatistic> statistics)
    {
        if (!ComparisonFile.Endings.Contains(Path.GetExtension(entry.Path.Name), StringComparer.OrdinalIgnoreCase))
            return (ComparisonFile.NotRead(entry.Path.Name), "");
        if (entry.Length > ComparisonFile.MaximumSize)
            return (ComparisonFile.NotTaken(), "");
        try
        {
            var content = await files.ReadAll(Area.Comparison, entry.Path) ?? [];
            return (ComparisonFile.Read(entry.Path.Name, content, statistics), Checksum.Of(content));
        }
        catch (UnreadableFileException)
        {
            return (ComparisonFile.NotOpened(), "");
        }
    }

    private static Receipt ReceiptOf(FileEntry entry, ComparisonFile file, string sha256) => new(
        new DeliveryStamp(NameOf(entry.Path), default, sha256, entry.ModifiedAt),
        !file.Findings.HasErrors(), file.Figures.Length, SkippedCount: 0, file.Findings);

    private static string NameOf(FilePath path) => $"{Area.Comparison.FolderName()}/{path}";

    private sealed record ReadComparison(ComparisonSet Set, ImmutableArray<Receipt> Receipts);
}
