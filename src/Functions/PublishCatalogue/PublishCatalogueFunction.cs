using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.PublishCatalogue;

/// <summary>
/// Puts the catalogue of each year in force when it is valid as a whole, and answers with a receipt
/// <c>quittungen/katalog/{jahr}.json</c> and <c>.html</c>. Triggered by any change below <c>katalog/</c>.
/// </summary>
public sealed class PublishCatalogueFunction(IFileStore files, PublishedCatalogues published, ReceiptFiles receipts)
{
    /// <summary>Validates all years and publishes the valid ones. Running it again changes nothing.</summary>
    public async Task<CatalogueOutcome> Run(CancellationToken cancellation = default)
    {
        var sources = await ReadSources(cancellation);
        var reading = CatalogueReader.Read(sources.Select(source => source.File));
        var outcomes = new List<YearOutcome>();
        // A picture alone makes no year.
        foreach (var year in sources.GroupBy(source => YearOf(source.File.Path)).Where(year => year.Any(source => !source.File.IsPicture)).OrderBy(group => group.Key, StringComparer.Ordinal))
            outcomes.Add(await Publish(year.Key, [.. year], reading, cancellation));
        var withdrawn = await WithdrawOthers(outcomes, cancellation);
        return new CatalogueOutcome([.. outcomes], withdrawn || outcomes.Any(outcome => outcome.IsChanged));
    }

    private async Task<List<Source>> ReadSources(CancellationToken cancellation)
    {
        var sources = new List<Source>();
        await foreach (var entry in files.List(Area.Catalogue, "", cancellation))
        {
            if ((entry.Path.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || CatalogueFile.IsPicturePath(entry.Path.Text))
                && await files.ReadAll(Area.Catalogue, entry.Path, cancellation) is { } content)
                sources.Add(new Source(new CatalogueFile(entry.Path.Text, content), entry.ModifiedAt));
        }

        return sources;
    }

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
        return new DeliveryStamp($"katalog/{name}", default, Convert.ToHexStringLower(hash.GetHashAndReset()), sources.Max(source => source.ModifiedAt));
    }

    private static string YearOf(string path) => path.Split('/')[0];

    private sealed record Source(CatalogueFile File, DateTimeOffset ModifiedAt);
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
