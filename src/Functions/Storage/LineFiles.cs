namespace Produktreport.Functions.Storage;

/// <summary>
/// Logs of lines: <c>{name}.jsonl</c>, and where a file takes no more lines <c>{name}.2.jsonl</c> and so on.
/// </summary>
internal static class LineFiles
{
    private const string Ending = ".jsonl";

    /// <summary>Adds whole lines to a log; when it returns, they are written.</summary>
    /// <param name="files">Where the log lies.</param>
    /// <param name="area">Its area.</param>
    /// <param name="name">Its name without ending.</param>
    /// <param name="lines">The lines, UTF-8, each with its end.</param>
    /// <param name="cancellation">Stops before they are added.</param>
    /// <exception cref="IOException">They could not be written.</exception>
    public static async Task AppendTo(
        this IFileStore files, Area area, string name, ReadOnlyMemory<byte> lines, CancellationToken cancellation = default)
    {
        for (var part = 1; !await files.AppendLines(area, PathOf(name, part), lines, cancellation); part++)
        {
            // This part is full.
        }
    }

    /// <summary>All lines of a log; null where there are none.</summary>
    public static async Task<byte[]?> ReadLines(
        this IFileStore files, Area area, string name, CancellationToken cancellation = default)
    {
        byte[]? lines = null;
        for (var part = 1; await files.ReadAll(area, PathOf(name, part), cancellation) is { } next; part++)
            lines = lines is null ? next : [.. lines, .. lines is [.., (byte)'\n'] ? [] : "\n"u8, .. next];
        return lines;
    }

    /// <summary>
    /// The parts of all logs whose names begin so, in the order in which their lines were written; names must sort by time.
    /// </summary>
    public static async Task<IReadOnlyList<FileEntry>> ListLogs(
        this IFileStore files, Area area, string prefix, CancellationToken cancellation = default) =>
        await files.List(area, prefix, cancellation).Where(file => file.Path.Name.EndsWith(Ending, StringComparison.Ordinal))
            .OrderBy(file => file.Path.Name.Split('.')[0], StringComparer.Ordinal).ThenBy(PartOf).ToListAsync(cancellation);

    private static int PartOf(FileEntry file) =>
        file.Path.Name.Split('.') is [_, var part, _] && int.TryParse(part, out var number) ? number : 1;

    private static FilePath PathOf(string name, int part) => FilePath.Of(part == 1 ? name + Ending : $"{name}.{part}{Ending}");
}
