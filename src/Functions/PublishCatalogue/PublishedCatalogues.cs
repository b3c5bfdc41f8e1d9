using System.Text;
using System.Text.Json;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.PublishCatalogue;

/// <summary>
/// The catalogues in force: of each year the files as they were when the year was last valid as a whole, kept in one file a year. A
/// bad edit of <c>katalog/</c> therefore changes nothing until it is mended, also across restarts.
/// </summary>
public sealed class PublishedCatalogues(IFileStore files, IFigureStore figures) : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SemaphoreSlim reading = new(1, 1);
    private string readVersions = "";
    private CatalogueSet read = CatalogueSet.Empty;

    /// <summary>
    /// The catalogues in force, with the products that accepted deliveries other than <paramref name="exceptFile"/> created. A product
    /// of the catalogue wins over a created one, an earlier delivery's over a later one's.
    /// </summary>
    public async Task<CatalogueSet> Load(string? exceptFile = null, CancellationToken cancellation = default)
    {
        var catalogues = await LoadWritten(cancellation);
        var created = (await figures.CreatedProducts(cancellation)).Where(creation => creation.By.File != exceptFile);
        foreach (var year in created.OrderBy(creation => creation.By).GroupBy(creation => creation.Created.Year))
        {
            if (catalogues.For(year.Key) is not { } catalogue)
                continue;
            var unknown = year.Select(creation => creation.Created.Product).DistinctBy(product => product.Number)
                .Where(product => catalogue.Find(product.Number) is null);
            catalogues = new CatalogueSet(catalogues.ByYear.SetItem(catalogue.Year, catalogue.With(unknown)));
        }

        return catalogues;
    }

    /// <summary>Puts a year's files in force; null takes the year out of force.</summary>
    /// <returns>Whether that changed anything.</returns>
    public async Task<bool> Publish(int year, IReadOnlyCollection<CatalogueFile>? valid, CancellationToken cancellation = default)
    {
        var path = FilePath.Of($"{year}.json");
        if (valid is not null)
            return await files.WriteIfChanged(Area.PublishedCatalogue, path, Pack(valid), cancellation);
        var present = await files.ReadAll(Area.PublishedCatalogue, path, cancellation) is not null;
        await files.Delete(Area.PublishedCatalogue, path, cancellation);
        return present;
    }

    /// <summary>The years in force.</summary>
    public async Task<IReadOnlyList<int>> Years(CancellationToken cancellation = default) =>
        [.. (await LoadWritten(cancellation)).ByYear.Keys];

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private async Task<CatalogueSet> LoadWritten(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            var entries = await files.List(Area.PublishedCatalogue, "", cancellation).ToListAsync(cancellation);
            var versions = string.Join('\n', entries.Select(entry => $"{entry.Path} {entry.Version}"));
            if (versions != readVersions)
                (read, readVersions) = (await Read(entries, cancellation), versions);
            return read;
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<CatalogueSet> Read(IEnumerable<FileEntry> entries, CancellationToken cancellation)
    {
        var all = new List<CatalogueFile>();
        foreach (var entry in entries)
        {
            if (await files.ReadAll(Area.PublishedCatalogue, entry.Path, cancellation) is { } packed)
                all.AddRange(Unpack(packed));
        }

        return CatalogueReader.Read(all).Catalogues;
    }

    private static byte[] Pack(IEnumerable<CatalogueFile> valid) => JsonSerializer.SerializeToUtf8Bytes(
        valid.OrderBy(file => file.Path, StringComparer.Ordinal).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span)),
        Readable);

    private static IEnumerable<CatalogueFile> Unpack(byte[] packed) =>
        JsonSerializer.Deserialize<SortedDictionary<string, string>>(packed)!
            .Select(file => new CatalogueFile(file.Key, Encoding.UTF8.GetBytes(file.Value)));
}
