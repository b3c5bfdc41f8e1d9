using Microsoft.Extensions.Caching.Memory;

namespace Produktreport.Functions.Storage;

/// <summary>
/// Files that are asked for again and again, each read once a version and kept while there is room. Large ones are streamed as
/// ever.
/// </summary>
internal sealed class KeptFiles(IFileStore files) : IDisposable
{
    // A product report has about 90 KB, a Gesamtbericht up to 1 MB.
    private const long LargestFile = 1 << 20;
    private const long Room = 16 << 20;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <summary>
    /// Opens a file as it is now; null where there is none. What is kept comes as a <see cref="MemoryStream"/> with a visible
    /// buffer.
    /// </summary>
    public async Task<OpenFile?> Open(Area area, FilePath path, CancellationToken cancellation = default)
    {
        if (kept.TryGetValue((area, path), out Kept? known)
            && (await files.Find(area, path, cancellation))?.Version == known!.Entry.Version)
            return known.Open();
        var file = await files.Open(area, path, cancellation);
        if (file is null || file.Entry.Length > LargestFile)
            return file;
        await using (file)
        {
            var read = new Kept(file.Entry, await file.ReadAll(cancellation));
            kept.Set((area, path), read, new MemoryCacheEntryOptions { Size = file.Entry.Length });
            return read.Open();
        }
    }

    public void Dispose() => kept.Dispose();

    private sealed record Kept(FileEntry Entry, byte[] Content)
    {
        public OpenFile Open() =>
            new(Entry, new MemoryStream(Content, 0, Content.Length, writable: false, publiclyVisible: true));
    }
}
