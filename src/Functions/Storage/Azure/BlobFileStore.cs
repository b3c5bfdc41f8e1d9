using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>Files in Blob Storage: one container an area, made where missing; the version is the blob's ETag.</summary>
internal sealed class BlobFileStore : IFileStore, IDisposable
{
    // Up to this size one request brings the whole file; above, it is read in ranges.
    private const int ReadAtOnce = 4 * 1024 * 1024;
    private const string WriteId = "schreibvorgang";
    private const string FolderMark = "hdi_isfolder";

    // So many an append blob takes at most.
    private const int MostBlocks = 50_000;

    private readonly int mostBlocks;
    private readonly BlobServiceClient service;
    private readonly Preparation containers;

    /// <summary>The files of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="mostBlocks">How often lines can be added to one file.</param>
    public BlobFileStore(StorageAccount account, int mostBlocks = MostBlocks)
    {
        this.mostBlocks = mostBlocks;
        service = account.Blobs;
        containers = new Preparation(cancellation => Task.WhenAll(
            Enum.GetValues<Area>().Select(area => Container(area).CreateIfNotExistsAsync(cancellationToken: cancellation))));
    }

    public bool SetsTimes => true;

    public async IAsyncEnumerable<FileEntry> List(
        Area area, string prefix = "", [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await containers.Ensure(cancellation);
        await foreach (var blob in Container(area).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation))
        {
            if (!IsFolder(blob) && area.TryPath(blob.Name, out var path))
                yield return Entry(path, blob.Properties);
        }
    }

    public async IAsyncEnumerable<UnnamableFile> ListUnnamable(
        Area area, string prefix = "", [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await containers.Ensure(cancellation);
        await foreach (var blob in Container(area).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation))
        {
            if (!IsFolder(blob) && !area.TryPath(blob.Name, out _))
            {
                yield return new UnnamableFile(
                    blob.Name,
                    blob.Properties.LastModified!.Value.ToUniversalTime(),
                    token => TryOpen(Container(area).GetBlobClient(blob.Name), token));
            }
        }
    }

    public async Task<FileEntry?> Find(Area area, FilePath path, CancellationToken cancellation = default)
    {
        await containers.Ensure(cancellation);
        try
        {
            var present = (await Blob(area, path).GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return IsFolder(path.Text, present.ContentLength, present.Metadata)
                ? null
                : Entry(path, present.ContentLength, present.LastModified, present.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task<OpenFile?> Open(Area area, FilePath path, CancellationToken cancellation = default)
    {
        await containers.Ensure(cancellation);
        var blob = Blob(area, path);
        try
        {
            using var answer = (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            if (IsFolder(path.Text, answer.Details.ContentLength, answer.Details.Metadata))
                return null;
            var entry = Entry(path, answer.Details.ContentLength, answer.Details.LastModified, answer.Details.ETag);
            return new OpenFile(entry, entry.Length > ReadAtOnce
                ? await blob.OpenReadAsync(InRanges(answer.Details), cancellation)
                : await InMemory(answer.Content, (int)entry.Length, cancellation));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException archived) when (archived.ErrorCode == BlobErrorCode.BlobArchived)
        {
            var present = await Find(area, path, cancellation);
            throw new UnreadableFileException(present ?? new FileEntry(path, 0, DateTimeOffset.UnixEpoch, Version: ""), archived);
        }
    }

    public async Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
        CancellationToken cancellation = default)
    {
        await containers.Ensure(cancellation);
        var blob = Blob(area, path);
        var id = Guid.NewGuid().ToString("N");
        var options = new BlobUploadOptions
        {
            Conditions = Conditions(condition),
            HttpHeaders = new BlobHttpHeaders { ContentType = ContentType(path) },
            Metadata = new Dictionary<string, string> { [WriteId] = id },
        };
        try
        {
            await blob.UploadAsync(new BinaryData(content), options, cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (options.Conditions is not null && refused.Status is (404 or 409 or 412))
        {
            // The answer to a write that did happen can be lost, and its repetition is then refused.
            return await IsOurs(blob, id, cancellation);
        }
    }

    public async Task<bool> AppendLines(Area area, FilePath path, ReadOnlyMemory<byte> lines,
        CancellationToken cancellation = default)
    {
        await containers.Ensure(cancellation);
        var blob = Container(area).GetAppendBlobClient(path.Text);
        // A block is added whole or not at all: nothing but what is given can lack its end.
        byte[] block = lines.Span is [.., (byte)'\n'] ? lines.ToArray() : [.. lines.Span, (byte)'\n'];
        long? end = null;
        await Contention.Settle($"{area.FolderName()}/{path}", async () =>
        {
            end = await EndOf(blob, path, cancellation);
            return end is null || await AppendAt(end.Value, blob, block, cancellation);
        });
        return end is not null;
    }

    public async Task Delete(Area area, FilePath path, CancellationToken cancellation = default)
    {
        await containers.Ensure(cancellation);
        await Blob(area, path).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    public void Dispose() => containers.Dispose();

    private BlobContainerClient Container(Area area) => service.GetBlobContainerClient(area.FolderName());

    private BlobClient Blob(Area area, FilePath path) => Container(area).GetBlobClient(path.Text);

    // What file managers and data lakes leave for an empty folder.
    private static bool IsFolder(string name, long? length, IDictionary<string, string>? notes) =>
        length is 0 or null && (name.EndsWith('/') || notes?.Any(IsFolderMark) == true);

    private static bool IsFolder(BlobItem blob) => IsFolder(blob.Name, blob.Properties.ContentLength, blob.Metadata);

    private static bool IsFolderMark(KeyValuePair<string, string> note) =>
        string.Equals(note.Key, FolderMark, StringComparison.OrdinalIgnoreCase)
        && string.Equals(note.Value, "true", StringComparison.OrdinalIgnoreCase);

    // Null where it went meanwhile, is archived, or has a name that the client library changes on its way.
    private static async Task<Stream?> TryOpen(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return await blob.OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status is 400 or 404 or 409)
        {
            return null;
        }
    }

    // A listing gives the ETag bare, a single blob gives it in quotes.
    private static FileEntry Entry(FilePath path, BlobItemProperties listed) =>
        Entry(path, listed.ContentLength!.Value, listed.LastModified!.Value, listed.ETag!.Value);

    private static FileEntry Entry(FilePath path, long length, DateTimeOffset modifiedAt, ETag version) =>
        new(path, length, modifiedAt.ToUniversalTime(), version.ToString().Trim('"'));

    // Lines that are added meanwhile change nothing before them; any other write does.
    private static BlobOpenReadOptions InRanges(BlobDownloadDetails details) => details.BlobType == BlobType.Append
        ? new(allowModifications: true) { BufferSize = ReadAtOnce }
        : new(allowModifications: false)
        { BufferSize = ReadAtOnce, Conditions = new BlobRequestConditions { IfMatch = details.ETag } };

    private static async Task<Stream> InMemory(Stream content, int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, cancellation);
        return new MemoryStream(bytes, writable: false);
    }

    private static BlobRequestConditions? Conditions(WriteCondition condition) => condition switch
    {
        WriteCondition.OnlyIfAbsent => new BlobRequestConditions { IfNoneMatch = ETag.All },
        WriteCondition.OnlyIfVersion expected => new BlobRequestConditions { IfMatch = new ETag($"\"{expected.Version}\"") },
        _ => null,
    };

    private static async Task<bool> IsOurs(BlobClient blob, string id, CancellationToken cancellation)
    {
        try
        {
            var present = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return present.Metadata.TryGetValue(WriteId, out var written) && written == id;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }

    // Null where it takes no more: it is full, or was written whole, as by a restored backup.
    private async Task<long?> EndOf(AppendBlobClient blob, FilePath path, CancellationToken cancellation)
    {
        try
        {
            var present = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            var takesMore = present.BlobType == BlobType.Append && present.BlobCommittedBlockCount < mostBlocks;
            return takesMore ? present.ContentLength : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            var headers = new BlobHttpHeaders { ContentType = ContentType(path) };
            await blob.CreateIfNotExistsAsync(new AppendBlobCreateOptions { HttpHeaders = headers }, cancellation);
            return 0;
        }
    }

    // Only where the end still is: a repetition of what was added, but whose answer was lost, is refused like that of a slower
    // writer.
    private static async Task<bool> AppendAt(long end, AppendBlobClient blob, byte[] block, CancellationToken cancellation)
    {
        try
        {
            using var content = new MemoryStream(block, writable: false);
            var condition = new AppendBlobRequestConditions { IfAppendPositionEqual = end };
            await blob.AppendBlockAsync(content, new AppendBlobAppendBlockOptions { Conditions = condition }, cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            return await LiesAt(end, blob, block, cancellation);
        }
    }

    private static async Task<bool> LiesAt(long start, AppendBlobClient blob, byte[] block, CancellationToken cancellation)
    {
        try
        {
            var range = new BlobDownloadOptions { Range = new HttpRange(start, block.Length) };
            using var answer = (await blob.DownloadStreamingAsync(range, cancellation)).Value;
            var present = new byte[block.Length];
            var length = await answer.Content.ReadAtLeastAsync(present, present.Length, throwOnEndOfStream: false, cancellation);
            return present.AsSpan(0, length).SequenceEqual(block);
        }
        catch (RequestFailedException nothing) when (nothing.Status is 404 or 416)
        {
            return false;
        }
    }

    private static string ContentType(FilePath path) => Path.GetExtension(path.Name) switch
    {
        ".json" => "application/json",
        ".html" => "text/html; charset=utf-8",
        ".pdf" => "application/pdf",
        ".csv" => "text/csv",
        ".yaml" => "application/yaml",
        _ => "application/octet-stream",
    };
}
