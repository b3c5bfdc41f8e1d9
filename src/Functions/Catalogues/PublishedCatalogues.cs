using System.Security.Cryptography;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Functions.Catalogues;

/// <summary>
/// The catalogues in force: of each year the files as they were when the year was last valid as a whole, kept in one file a year.
/// A bad edit of <c>katalog/</c> therefore changes nothing until it is mended, also across restarts.
/// </summary>
internal sealed class PublishedCatalogues(IFileStore files, IFigureStore figures)
{
    private readonly VersionCache<Area, CatalogueInForce> read = new(most: 1);
    private volatile Known? last;

    private sealed record Known(CatalogueInForce InForce, IReadOnlyList<(DeliveryStamp By, string Product)> Created,
        CatalogueSet Catalogues);

    /// <summary>
    /// The catalogues in force, with the products that accepted deliveries created. The same object as before where nothing has
    /// changed since.
    /// </summary>
    public async Task<CatalogueSet> Load(CancellationToken cancellation = default)
    {
        var inForce = await InForce(cancellation);
        var creations = await figures.CreatedProducts(cancellation);
        List<(DeliveryStamp By, string Product)> created =
            [.. creations.Select(creation => (creation.By, CreatedProductText.Write([creation.Created])!))];
        if (last is { } known && ReferenceEquals(known.InForce, inForce) && known.Created.SequenceEqual(created))
            return known.Catalogues;
        var catalogues = inForce.With(creations);
        last = new Known(inForce, created, catalogues);
        return catalogues;
    }

    /// <summary>Puts a year's files in force; null takes the year out of force.</summary>
    /// <returns>Whether that changed anything.</returns>
    public async Task<bool> Publish(int year, IReadOnlyCollection<CatalogueFile>? valid, CancellationToken cancellation = default)
    {
        var path = FilePath.Of($"{year}.json");
        if (valid is not null)
            return await files.WriteIfChanged(Area.PublishedCatalogue, path, Pack(valid), cancellation);
        var present = await files.Find(Area.PublishedCatalogue, path, cancellation) is not null;
        await files.Delete(Area.PublishedCatalogue, path, cancellation);
        return present;
    }

    /// <summary>Whether exactly these files of a year are in force.</summary>
    public async Task<bool> IsPublished(
        int year, IReadOnlyCollection<CatalogueFile> valid, CancellationToken cancellation = default) =>
        await files.ReadAll(Area.PublishedCatalogue, FilePath.Of($"{year}.json"), cancellation) is { } present
        && present.AsSpan().SequenceEqual(Pack(valid));

    /// <summary>The catalogues as they were published.</summary>
    public async Task<CatalogueInForce> InForce(CancellationToken cancellation = default)
    {
        var entries = await files.List(Area.PublishedCatalogue, "", cancellation).ToListAsync(cancellation);
        var versions = string.Join('\n', entries.Select(entry => $"{entry.Path} {entry.Version}"));
        return (await read.Get(Area.PublishedCatalogue, versions, async () => new(versions, await Read(entries)), cancellation))!;
    }

    /// <summary>The years in force.</summary>
    public async Task<IReadOnlyList<int>> Years(CancellationToken cancellation = default) =>
        [.. (await InForce(cancellation)).Catalogues.ByYear.Keys];

    /// <summary>The files a year in force was made of, below <c>katalog/</c>.</summary>
    public async Task<IReadOnlyList<string>> FilesOf(int year, CancellationToken cancellation = default) =>
        await files.ReadAll(Area.PublishedCatalogue, FilePath.Of($"{year}.json"), cancellation) is { } packed
            ? [.. Unpack(packed).Select(file => file.Path)]
            : [];

    private async Task<CatalogueInForce> Read(List<FileEntry> entries)
    {
        if (entries.Count == 0)
            return new CatalogueInForce(CatalogueSet.Empty, "");
        var all = new List<CatalogueFile>();
        using var version = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries)
        {
            if (await files.ReadAll(Area.PublishedCatalogue, entry.Path) is not { } packed)
                continue;
            all.AddRange(Unpack(packed));
            version.AppendData(packed);
        }

        return new CatalogueInForce(CatalogueReader.Read(all).Catalogues, Convert.ToHexStringLower(version.GetHashAndReset()));
    }

    private static byte[] Pack(IEnumerable<CatalogueFile> valid) => JsonSerializer.SerializeToUtf8Bytes(
        valid.OrderBy(file => file.Path, StringComparer.Ordinal).ToDictionary(file => file.Path, Packed),
        StoredJson.Indented);

    private static IEnumerable<CatalogueFile> Unpack(byte[] packed) =>
        JsonSerializer.Deserialize<SortedDictionary<string, string>>(packed)!
            .Select(file => new CatalogueFile(file.Key, Unpacked(file.Key, file.Value)));

    // Texts stay readable; pictures and tables, whatever their encoding, as Base64.
    private static string Packed(CatalogueFile file) =>
        !file.IsText ? Convert.ToBase64String(file.Content.Span) : Encoding.UTF8.GetString(file.Content.Span);

    private static byte[] Unpacked(string path, string text) =>
        CatalogueFile.IsEnclosurePath(path) ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text);
}
