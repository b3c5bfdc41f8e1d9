using System.Security.Cryptography;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Functions.Catalogues;

/// <summary>
/// Puts the catalogue of each year in force when it is valid as a whole, and answers with a receipt
/// <c>quittungen/katalog/{jahr}.json</c> and <c>.html</c>. Triggered by any change below <c>katalog/</c>.
/// </summary>
internal sealed class CataloguePublication(
    IFileStore files,
    PublishedCatalogues published,
    CatalogueImpact impact,
    CatalogueDecisions decisions,
    CatalogueFaults faults,
    ReceiptFiles receipts,
    TimeProvider clock)
{
    // Enough for two runs that overlap; while somebody copies a whole catalogue, each file brings a run of its own.
    private const int MostRuns = 5;

    private const int ReadsAtOnce = 16;

    /// <summary>
    /// Validates all years and publishes the valid ones. Running it again changes nothing. Of two runs at once the one that read
    /// the older files may write last: each looks, when it is done, whether the files are still those it read.
    /// </summary>
    public async Task<CatalogueOutcome> Run(CancellationToken cancellation = default)
    {
        var isChanged = false;
        for (var run = 1; ; run++)
        {
            var sources = await ReadSources(cancellation);
            var outcome = await Publish(sources, cancellation);
            isChanged |= outcome.IsChanged;
            if (run == MostRuns || await Versions(cancellation) is var now
                && now.SequenceEqual(sources.Select(source => source.Entry)))
                return outcome with { IsChanged = isChanged };
        }
    }

    private async Task<CatalogueOutcome> Publish(List<Source> sources, CancellationToken cancellation)
    {
        var reading = CatalogueReader.Read(sources.Where(source => source.IsRead).Select(source => source.File));
        // A picture or a table alone makes no year.
        List<Year> years = [
            .. sources.GroupBy(source => YearOf(source.File.Path)).Where(year => year.Any(source => source.File.IsText))
                .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => YearOf(group.Key, [.. group], reading))];
        var inForce = await published.InForce(cancellation);
        var gone = inForce.Catalogues.ByYear.Keys.Where(number => years.All(year => year.Name != Text(number))).ToList();
        var changed = await Changed(years, cancellation);
        var isSame = changed.Count + gone.Count == 0;
        if (isSame)
            await decisions.Settle(cancellation);
        var withdrawals = isSame || inForce.Catalogues.ByYear.IsEmpty
            ? []
            : await Withdrawals(sources, Next(inForce, years, gone), cancellation);
        if (!withdrawals.IsEmpty)
            years = Held(years, changed, gone, withdrawals);
        return await Publish(years, withdrawals.IsEmpty ? gone : [], cancellation);
    }

    // A receipt that cannot be written keeps no other year from being published.
    private async Task<CatalogueOutcome> Publish(List<Year> years, List<int> gone, CancellationToken cancellation)
    {
        var outcomes = new List<YearOutcome>();
        var failures = new List<Exception>();
        foreach (var year in years)
        {
            var isChanged = year.Catalogue is { } catalogue && await published.Publish(catalogue.Year, year.Files, cancellation);
            var products = year.Catalogue?.Products.Length ?? 0;
            outcomes.Add(new YearOutcome(year.Name, year.IsValid, isChanged, products, year.Findings));
            try
            {
                await WriteReceipt(year, cancellation);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                failures.Add(failure);
            }
        }

        // A year whose folder is gone is no longer in force; one whose folder is faulty stays as it was.
        foreach (var year in gone)
            await published.Publish(year, valid: null, cancellation);
        await faults.Keep(years.Where(year => !year.IsValid).Select(FaultOf), cancellation);
        return failures.Count == 0
            ? new CatalogueOutcome([.. outcomes], gone.Count > 0 || outcomes.Any(outcome => outcome.IsChanged))
            : throw new IOException(failures[0].Message, failures[0]);
    }

    private static CatalogueFault FaultOf(Year year)
    {
        var errors = year.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        return new CatalogueFault(
            year.Name, errors.Count, errors.Count > 0
                && errors.TrueForAll(error => error.Code == CatalogueFindings.WithdrawsCode));
    }

    private async Task<List<string>> Changed(List<Year> years, CancellationToken cancellation)
    {
        var changed = new List<string>();
        foreach (var year in years)
        {
            if (year.Catalogue is { } catalogue && !await published.IsPublished(catalogue.Year, year.Files, cancellation))
                changed.Add(year.Name);
        }

        return changed;
    }

    // What would be in force: a year that is faulty stays as it was.
    private static CatalogueInForce Next(CatalogueInForce now, List<Year> years, List<int> gone) => new(
        new CatalogueSet(now.Catalogues.ByYear.RemoveRange(gone).SetItems(years.Select(year => year.Catalogue)
            .OfType<Catalogue>().Select(catalogue => KeyValuePair.Create(catalogue.Year, catalogue)))),
        Version: "");

    // None as well where somebody decided that they are to be.
    private async Task<ImmutableArray<Withdrawal>> Withdrawals(
        List<Source> sources, CatalogueInForce next, CancellationToken cancellation)
    {
        var found = await impact.Of(next, cancellation);
        if (found.IsEmpty)
            await decisions.Settle(cancellation);
        else if (await decisions.Ask(VersionOf(sources), found.Length, clock.GetUtcNow(), cancellation))
            return [];
        return found;
    }

    private static List<Year> Held(List<Year> years, List<string> changed, List<int> gone, ImmutableArray<Withdrawal> withdrawals)
    {
        Finding FindingOf(string year, Withdrawal each) =>
            CatalogueFindings.Withdraws(new CataloguePlace($"{year}/rahmen.yaml", null), each.File, each.Values, each.Why);

        Year Wait(Year year) => year with
        {
            Catalogue = null,
            Findings = [.. year.Findings, .. withdrawals.Select(each => FindingOf(year.Name, each))],
        };

        return
        [
            .. years.Select(year => changed.Contains(year.Name) ? Wait(year) : year),
            .. gone.Select(year => Wait(new Year(Text(year), [], null, []))),
        ];
    }

    private async Task<List<Source>> ReadSources(CancellationToken cancellation)
    {
        var entries = await Versions(cancellation);
        var contents = new byte[]?[entries.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        var unreadable = new bool[entries.Count];
        await Parallel.ForAsync(0, entries.Count, options, async (index, token) =>
        {
            try
            {
                contents[index] = await files.ReadAll(Area.Catalogue, entries[index].Path, token);
            }
            catch (UnreadableFileException)
            {
                (contents[index], unreadable[index]) = ([], true);
            }
        });
        return
        [
            .. entries.Index().Where(each => contents[each.Index] is not null).Select(each => new Source(
                each.Item, new CatalogueFile(each.Item.Path.Text, contents[each.Index]!), !unreadable[each.Index])),
        ];
    }

    private ValueTask<List<FileEntry>> Versions(CancellationToken cancellation) =>
        files.List(Area.Catalogue, "", cancellation)
            .Where(entry => entry.Path.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
                || CatalogueFile.IsEnclosurePath(entry.Path.Text))
            .ToListAsync(cancellation);

    private static Year YearOf(string name, ImmutableArray<Source> sources, CatalogueReading reading)
    {
        var unreadable = sources.Where(source => !source.IsRead)
            .Select(source => CatalogueFindings.Unreadable(new CataloguePlace(source.File.Path, null)));
        var findings = unreadable.Concat(reading.Findings.Where(finding => finding.File is { } file && YearOf(file) == name));
        var isYear = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        var catalogue = isYear && sources.All(source => source.IsRead) ? reading.Catalogues.ByYear.GetValueOrDefault(year) : null;
        return new Year(name, sources, catalogue, [.. findings]);
    }

    private Task WriteReceipt(Year year, CancellationToken cancellation) => year.Sources.IsEmpty && year.Findings.IsEmpty
        ? Task.CompletedTask
        : receipts.Write(
            FilePath.Of($"katalog/{year.Name}"),
            new Receipt(Stamp(year), year.IsValid, year.IsValid ? year.Sources.Length : 0, SkippedCount: 0, year.Findings),
            cancellation);

    private static DeliveryStamp Stamp(Year year) => new(
        $"katalog/{year.Name}",
        default,
        Hash(year.Sources, source => [source.File.Content]),
        year.Sources.Select(source => source.Entry.ModifiedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max());

    private static string VersionOf(List<Source> sources) =>
        Hash(sources, source => [Encoding.UTF8.GetBytes(source.File.Path + "\n"), SHA256.HashData(source.File.Content.Span)]);

    private static string Hash(IEnumerable<Source> sources, Func<Source, IEnumerable<ReadOnlyMemory<byte>>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in sources.SelectMany(parts))
            hash.AppendData(part.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string YearOf(string path) => path.Split('/')[0];

    private sealed record Source(FileEntry Entry, CatalogueFile File, bool IsRead);

    // Catalogue is null where it is faulty, or waits for a decision.
    private sealed record Year(
        string Name, ImmutableArray<Source> Sources, Catalogue? Catalogue, ImmutableArray<Finding> Findings)
    {
        public bool IsValid => Catalogue is not null;

        public List<CatalogueFile> Files => [.. Sources.Select(source => source.File)];
    }
}

/// <summary>What became of the catalogue.</summary>
/// <param name="Years">Each year's outcome.</param>
/// <param name="IsChanged">Whether another catalogue is in force now, so that everything resting on it is to be
/// recomputed.</param>
internal sealed record CatalogueOutcome(ImmutableArray<YearOutcome> Years, bool IsChanged)
{
    /// <summary>Whether every year is valid and there is at least one.</summary>
    public bool IsValid => Years.Length > 0 && Years.All(year => year.IsValid);
}

/// <summary>What became of one year's catalogue.</summary>
internal sealed record YearOutcome(string Name, bool IsValid, bool IsChanged, int Products, ImmutableArray<Finding> Findings);
