namespace Produktreport.Functions.Storage;

/// <summary>Receipts as files: <c>….json</c> for programs, <c>….html</c> for people.</summary>
internal sealed class ReceiptFiles(IFileStore files)
{
    private const string Json = ".json";
    private const string Html = ".html";

    // Folders among the receipts that are no department's.
    private static readonly string[] OfOthers = [Area.Catalogue.FolderName(), Area.Comparison.FolderName()];

    /// <summary>Writes both forms where they differ from what is there.</summary>
    /// <param name="name">The upload's path, to which the endings are added.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="cancellation">Stops between the two.</param>
    /// <returns>Whether it is another receipt than before.</returns>
    public async Task<bool> Write(FilePath name, Receipt receipt, CancellationToken cancellation = default)
    {
        await files.WriteIfChanged(Area.Receipts, name.Append(Html), ReceiptHtml.Write(receipt), cancellation);
        return await files.WriteIfChanged(Area.Receipts, name.Append(Json), ReceiptJson.Write(receipt), cancellation);
    }

    /// <summary>The receipt of an upload; null where there is none that can be read.</summary>
    public async Task<ReceiptView?> Read(FilePath name, CancellationToken cancellation = default)
    {
        try
        {
            return await files.ReadAll(Area.Receipts, name.Append(Json), cancellation) is { } json
                ? ReceiptJson.Read(json)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The uploads that have a receipt, in both forms; those of the catalogue and of the comparison are none.
    /// </summary>
    public async Task<IReadOnlySet<FilePath>> Answered(CancellationToken cancellation = default)
    {
        var paths = await files.List(Area.Receipts, "", cancellation)
            .Where(file => !OfOthers.Contains(file.Path.FirstFolder))
            .Select(file => file.Path.Text).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var answered = new HashSet<FilePath>();
        foreach (var path in paths.Where(path => path.EndsWith(Json, StringComparison.Ordinal)))
        {
            if (paths.Contains(path[..^Json.Length] + Html) && FilePath.TryParse(path[..^Json.Length], out var upload))
                answered.Add(upload);
        }

        return answered;
    }

    /// <summary>The files of the comparison that have a receipt, by their path below <c>vergleich/</c>.</summary>
    public async Task<IReadOnlyList<FilePath>> AnsweredComparisons(CancellationToken cancellation = default)
    {
        var folder = Area.Comparison.FolderName() + "/";
        var answered = new List<FilePath>();
        await foreach (var file in files.List(Area.Receipts, folder, cancellation))
        {
            if (file.Path.Text.EndsWith(Json, StringComparison.Ordinal)
                && FilePath.TryParse(file.Path.Text[folder.Length..^Json.Length], out var path))
                answered.Add(path);
        }

        return answered;
    }

    /// <summary>Removes the receipt of an upload that is gone.</summary>
    public async Task Remove(FilePath name, CancellationToken cancellation = default)
    {
        await files.Delete(Area.Receipts, name.Append(Json), cancellation);
        await files.Delete(Area.Receipts, name.Append(Html), cancellation);
    }
}
