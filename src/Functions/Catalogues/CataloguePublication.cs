using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Catalogues;

/// <summary>
/// Puts the catalogue of each year in force when it is valid as a whole, and answers with a receipt
/// <c>quittungen/katalog/{jahr}.json</c> and <c>.html</c>. Triggered by any change below <c>katalog/</c>.
/// </summary>
public sealed class CataloguePublication(IFileStore files, PublishedCatalogues published, ReceiptFiles receipts)
{
    // Enough for two runs that overlap; while somebody copies a whole catalogue, each file brings a run of its own.
    private const int MostRuns = 5;

    private const int ReadsAtOnce = 16;

    /// <summary>
    /// Validates all years and publishes the valid ones. Running it again changes nothing. Of two runs at once the one that read the
    /// older files may write last: each looks, when it is done, whether the files are still those it read.
    /// </summary>
    public async Task<CatalogueOutcome> Run(CancellationToken cancellation = default)
    {
        var isChanged = false;
        for (var run = 1; ; run++)
        {
            var sources = await ReadSources(cancellation);
            var outcome = await Publish(sources, cancellation);
            isChanged |= outcome.IsChanged;
            if (run == MostRuns || await Versions(cancellation) is var now && now.SequenceEqual(sources.Select(source => source.Entry)))
                return outcome with { IsChanged = isChanged };
        }
    }

    private async Task<CatalogueOutcome> Publish(List<Source> sources, CancellationToken cancellation)
    {
        var reading = CatalogueReader.Read(sources.Select(source => source.File));
        var outcomes = new List<YearOutcome>();
        // A picture or a table alone makes no year.
        foreach (var year in sources.GroupBy(source => YearOf(source.File.Path)).Where(year => year.Any(source => source.File.IsText)).OrderBy(group => group.Key, StringComparer.Ordinal))
            outcomes.Add(await Publish(year.Key, [.. year], reading, cancellation));
        var withdrawn = await WithdrawOthers(outcomes, cancellation);
        return new CatalogueOutcome([.. outcomes], withdrawn || outcomes.Any(outcome => outcome.IsChanged));
    }

    private async Task<List<Source>> ReadSources(CancellationToken cancellation)
    {
        var entries = await Versions(cancellation);
        var contents = new byte[]?[entries.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, entries.Count, options, async (index, token) =>
            contents[index] = await files.ReadAll(Area.Catalogue, entries[index].Path, token));
        return [.. entries.Zip(contents).Where(read => read.Second is not null).Select(read => new Source(read.First, new CatalogueFile(read.First.Path.Text, read.Second!)))];
    }

    private ValueTask<List<FileEntry>> Versions(CancellationToken cancellation) =>
        files.List(Area.Catalogue, "", cancellation)
            .Where(entry => entry.Path.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || CatalogueFile.IsEnclosurePath(entry.Path.Text))
            .ToListAsync(cancellation);

    private async Task<YearOutcome> Publish(string name, IReadOnlyList<Source> sources, CatalogueReading reading, CancellationToken cancellation)
    {
        var findings = reading.Findings.Where(finding => finding.File is { } file && YearOf(file) == name).ToImmutableArray();
        var isValid = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && reading.Catalogues.ByYear.ContainsKey(year);
        var isChanged = isValid && await published.Publish(year, [.. sources.Select(source => source.File)], cancellation);
        var receipt = new Receipt(Stamp(name, sources), isValid, ValueCount: isValid ? sources.Count : 0, SkippedCount: 0, findings);
        await receipts.Write(FilePath.Of($"katalog/{name}"), receipt, cancellation);
        return new YearOutcome(name, isValid, isChanged, isValid ? reading.Catalogues.ByYear[year].Products.Length : 0, findings);
    }

    // A year whose folder is gone is no longer in force; one whose folder is faulty stays as it was.
    private async Task<bool> WithdrawOthers(IEnumerable<YearOutcome> outcomes, CancellationToken cancellation)
    {
        var present = outcomes.Select(outcome => outcome.Name).ToHashSet(StringComparer.Ordinal);
        var gone = (await published.Years(cancellation)).Where(year => !present.Contains(year.ToString(CultureInfo.InvariantCulture))).ToList();
        foreach (var year in gone)
            await published.Publish(year, valid: null, cancellation);
        return gone.Count > 0;
    }

    private static DeliveryStamp Stamp(string name, IReadOnlyList<Source> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in sources)
            hash.AppendData(source.File.Content.Span);
        return new DeliveryStamp($"katalog/{name}", default, Convert.ToHexStringLower(hash.GetHashAndReset()), sources.Max(source => source.Entry.ModifiedAt));
    }

    private static string YearOf(string path) => path.Split('/')[0];

    private sealed record Source(FileEntry Entry, CatalogueFile File);
}

/// <summary>What became of the catalogue.</summary>
/// <param name="Years">Each year's outcome.</param>
/// <param name="IsChanged">Whether another catalogue is in force now, so that everything resting on it is to be recomputed.</param>
public sealed record CatalogueOutcome(ImmutableArray<YearOutcome> Years, bool IsChanged)
{
    /// <summary>Whether every year is valid and there is at least one.</summary>
    public bool IsValid => Years.Length > 0 && Years.All(year => year.IsValid);
}

/// <summary>What became of one year's catalogue.</summary>
public sealed record YearOutcome(string Name, bool IsValid, bool IsChanged, int Products, ImmutableArray<Finding> Findings);
