using Produktreport.Core.Findings;
using Produktreport.Functions.Deliveries;

namespace Produktreport.Functions.Web.Deliveries;

/// <summary>The uploads and what became of them, from the inbox and the receipts.</summary>
internal sealed class InboxFiles(IFileStore files)
{
    private readonly VersionCache<FilePath, ReceiptHead> heads = new();

    /// <summary>The deliveries a visitor's departments made, latest first.</summary>
    /// <param name="visitor">Who asks.</param>
    /// <param name="department">Only of this department; null = all.</param>
    /// <param name="cancellation">Stops listing.</param>
    public async Task<IReadOnlyList<DeliveryEntry>> List(Visitor visitor, DepartmentId? department,
        CancellationToken cancellation = default)
    {
        var prefix = department is { } one ? one.Text + "/" : "";
        var receipts = await files.List(Area.Receipts, prefix, cancellation)
            .Where(file => file.Path.Text.EndsWith(".json", StringComparison.Ordinal))
            .ToDictionaryAsync(file => file.Path.Text, StringComparer.Ordinal, cancellation);
        var entries = new List<DeliveryEntry>();
        await foreach (var upload in files.ListUploads(prefix, cancellation))
        {
            if (DepartmentId.TryParse(upload.Path.FirstFolder, out var owner) && visitor.WorksFor(owner))
                entries.Add(Entry(upload, owner, await Head(receipts.GetValueOrDefault(upload.Path + ".json"), cancellation)));
        }

        await foreach (var upload in files.ListStrays(prefix, cancellation))
        {
            var shown = UnnamableUploads.ReceiptOf(upload);
            if (DepartmentId.TryParse(shown.FirstFolder, out var owner) && visitor.WorksFor(owner))
                entries.Add(
                    Entry(new FileEntry(shown, 0, upload.ModifiedAt, ""), owner,
                    await Head(receipts.GetValueOrDefault(shown + ".json"), cancellation)));
        }

        return [.. entries.OrderByDescending(entry => entry.ReceivedAt).ThenBy(entry => entry.File, StringComparer.Ordinal)];
    }

    /// <summary>The receipt of an upload as it is stored; null where there is none (yet), or the text is no path.</summary>
    public Task<byte[]?> Receipt(string upload, CancellationToken cancellation = default) =>
        First(upload, path => files.ReadAll(Area.Receipts, path.Append(".json"), cancellation));

    /// <summary>The same, read.</summary>
    public async Task<ReceiptView?> ReadReceipt(string upload, CancellationToken cancellation) =>
        await Receipt(upload, cancellation) is { } json ? ReceiptJson.Read(json) : null;

    /// <summary>An upload as it was sent; null where there is none, or the text is no path.</summary>
    public Task<OpenFile?> Open(string upload, CancellationToken cancellation = default) =>
        First(upload, path => files.Open(Area.Inbox, path, cancellation));

    // As it is written, then as the program would have written it: macOS asks for the name it knows.
    private static async Task<T?> First<T>(string upload, Func<FilePath, Task<T?>> read)
        where T : class
    {
        foreach (var spelling in (string[])[upload, UploadName.Normalize(upload)])
        {
            if (Area.Inbox.TryPath(spelling, out var path) && await read(path) is { } found)
                return found;
        }

        return null;
    }

    private static DeliveryEntry Entry(FileEntry upload, DepartmentId owner, ReceiptHead? head) => new(
        upload.Path.Text,
        owner.Text,
        head?.ReceivedAt ?? BerlinTime.Local(upload.ModifiedAt),
        upload.Length,
        head?.Status ?? ReceiptStatus.Pending,
        head?.Values ?? 0,
        head?.Errors ?? 0,
        head?.Warnings ?? 0,
        $"/api/v1/quittungen/{Escape(upload.Path)}");

    /// <summary>A path as it stands in an address.</summary>
    public static string Escape(FilePath path) => string.Join('/', path.Text.Split('/').Select(Uri.EscapeDataString));

    private async Task<ReceiptHead?> Head(FileEntry? receipt, CancellationToken cancellation) => receipt is null
        ? null
        : await heads.Get(receipt.Path, receipt.Version, () => ReadHead(receipt.Path), cancellation);

    private async Task<Versioned<ReceiptHead>?> ReadHead(FilePath receipt)
    {
        await using var file = await files.Open(Area.Receipts, receipt);
        return file is null ? null : new(file.Entry.Version, ReceiptHead.Of(ReceiptJson.Read(await file.ReadAll())));
    }

    private sealed record ReceiptHead(DateTimeOffset ReceivedAt, string Status, int Values, int Errors, int Warnings)
    {
        public static ReceiptHead Of(ReceiptView receipt) => new(
            BerlinTime.Parse(receipt.ReceivedAt),
            receipt.Status,
            receipt.ValueCount,
            receipt.Count(Severity.Error),
            receipt.Count(Severity.Warning));
    }
}

/// <summary>One upload, as lists show it.</summary>
/// <param name="File">Its path: <c>buero-landrat/2026-q3.csv</c>.</param>
/// <param name="Department">Who sent it.</param>
/// <param name="ReceivedAt">When it arrived, Berlin time.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Status">
/// <c>angenommen</c>, <c>abgelehnt</c>, <c>zurückgezogen</c>, or <c>in Arbeit</c> before its receipt is there.
/// </param>
/// <param name="ValueCount">How many values it brought.</param>
/// <param name="ErrorCount">How many errors were found.</param>
/// <param name="WarningCount">How many warnings.</param>
/// <param name="Receipt">Address of the receipt on this server.</param>
public sealed record DeliveryEntry(
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("amt")] string Department,
    [property: JsonPropertyName("eingegangen")] DateTimeOffset ReceivedAt,
    [property: JsonPropertyName("bytes")] long Bytes,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("werte")] int ValueCount,
    [property: JsonPropertyName("fehler")] int ErrorCount,
    [property: JsonPropertyName("warnungen")] int WarningCount,
    [property: JsonPropertyName("quittung")] string Receipt)
{
    /// <summary>Whether its values were taken.</summary>
    [JsonIgnore]
    public bool IsAccepted => Status == ReceiptStatus.Accepted;
}
