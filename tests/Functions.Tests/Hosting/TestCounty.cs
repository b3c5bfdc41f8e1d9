using Azure.Storage.Blobs;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>A part of the example county in a storage account: three products, the files of two departments.</summary>
internal sealed class TestCounty(string connection)
{
    public const string Today = "2026-05-15";

    private static readonly string[] Products = ["1111", "1221", "1231"];
    private static readonly string[] Departments = ["buero-landrat", "strassenverkehr"];

    public StorageAccount Account { get; } = StorageAccount.Of(connection);

    public string Connection => connection;

    public async Task UploadCatalogue(CancellationToken cancellation, bool isWhole = false)
    {
        using var files = new BlobFileStore(Account);
        foreach (var file in Files("katalog").Where(file => isWhole || IsPart(file)))
            await files.Write(Area.Catalogue, FilePath.Of(file), await Content("katalog", file, cancellation),
                WriteCondition.Always, cancellation);
    }

    /// <summary>
    /// Puts the departments' files into the inbox, in the order in which they arrived; of all departments where the county is
    /// whole.
    /// </summary>
    /// <returns>Their paths.</returns>
    public async Task<IReadOnlyList<string>> UploadInbox(CancellationToken cancellation, bool isWhole = false)
    {
        using var files = new BlobFileStore(Account);
        var arrived = File.ReadLines(Repository.At("beispiel", "eingangszeiten.csv")).Skip(1)
            .Select(line => line.Split(';')).OrderBy(line => line[1], StringComparer.Ordinal).Select(line => line[0]);
        var uploads = arrived.Where(file => isWhole || Departments.Contains(file.Split('/')[0])).ToList();
        foreach (var file in uploads)
            await files.Write(Area.Inbox, FilePath.Of(file), await Content("eingang", file, cancellation), WriteCondition.Always,
                cancellation);
        return uploads;
    }

    public Uri BlobUri(Area area, string path) => Blob(area, path).Uri;

    /// <summary>A blob under whatever name.</summary>
    public BlobClient Blob(Area area, string name) =>
        Account.Blobs.GetBlobContainerClient(area.FolderName()).GetBlobClient(name);

    /// <summary>Every file of an area with its bytes.</summary>
    public async Task<SortedDictionary<string, byte[]>> FilesOf(Area area, CancellationToken cancellation)
    {
        using var files = new BlobFileStore(Account);
        var found = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var file in files.List(area, "", cancellation))
            found[file.Path.Text] = (await files.ReadAll(area, file.Path, cancellation))!;
        return found;
    }

    private static IEnumerable<string> Files(string area) =>
        Directory.EnumerateFiles(Repository.At("beispiel", area), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.At("beispiel", area), file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal);

    private static bool IsPart(string catalogueFile) =>
        !catalogueFile.Contains("/produkte/", StringComparison.Ordinal)
            || Products.Contains(Path.GetFileNameWithoutExtension(catalogueFile));

    private static Task<byte[]> Content(string area, string file, CancellationToken cancellation) =>
        File.ReadAllBytesAsync(Repository.At(["beispiel", area, .. file.Split('/')]), cancellation);
}
