namespace Produktreport.Functions.Storage;

/// <summary>What callers of <see cref="IFileStore"/> do again and again.</summary>
public static class FileStoreReading
{
    /// <summary>A small file's bytes, or null where there is none.</summary>
    public static async Task<byte[]?> ReadAll(this IFileStore files, Area area, FilePath path, CancellationToken cancellation = default)
    {
        await using var file = await files.Open(area, path, cancellation);
        return file is null ? null : await file.ReadAll(cancellation);
    }

    /// <summary>Writes a file only where its bytes differ from what is there, so that an unchanged projection stays untouched.</summary>
    /// <returns>Whether anything was written.</returns>
    public static async Task<bool> WriteIfChanged(
        this IFileStore files, Area area, FilePath path, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (await files.ReadAll(area, path, cancellation) is { } present && content.Span.SequenceEqual(present))
            return false;
        return await files.Write(area, path, content, WriteCondition.Always, cancellation);
    }
}
