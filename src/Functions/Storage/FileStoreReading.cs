namespace Produktreport.Functions.Storage;

/// <summary>What callers of <see cref="IFileStore"/> do again and again.</summary>
internal static class FileStoreReading
{
    /// <summary>A small file's bytes, or null where there is none.</summary>
    public static async Task<byte[]?> ReadAll(this IFileStore files, Area area, FilePath path,
        CancellationToken cancellation = default)
    {
        await using var file = await files.Open(area, path, cancellation);
        return file is null ? null : await file.ReadAll(cancellation);
    }

    /// <summary>
    /// Writes a file only where its bytes differ from what is there, so that an unchanged projection stays untouched.
    /// </summary>
    /// <returns>Whether anything was written.</returns>
    public static async Task<bool> WriteIfChanged(
        this IFileStore files, Area area, FilePath path, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (await files.ReadAll(area, path, cancellation) is { } present && content.Span.SequenceEqual(present))
            return false;
        return await files.Write(area, path, content, WriteCondition.Always, cancellation);
    }

    /// <summary>
    /// Writes what a file is to be over exactly the version it was made of; begins again where another writer was quicker.
    /// </summary>
    /// <param name="files">Where the file lies.</param>
    /// <param name="area">Its area.</param>
    /// <param name="path">Its path.</param>
    /// <param name="change">From the bytes that are there, null for no file, to those that are to be; null leaves the file as it
    /// is.</param>
    /// <param name="cancellation">Stops before it is written; a write that has begun ends, so that the caller knows what is
    /// there.</param>
    /// <exception cref="IOException">Others kept writing it.</exception>
    public static Task Update(
        this IFileStore files, Area area, FilePath path, Func<byte[]?, byte[]?> change,
        CancellationToken cancellation = default) =>
        Contention.Settle(path.Text, async () =>
        {
            await using var file = await files.Open(area, path, cancellation);
            var condition = file is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(file.Entry.Version);
            return change(file is null ? null : await file.ReadAll(cancellation)) is not { } content
                || await files.Write(area, path, content, condition, CancellationToken.None);
        });
}
