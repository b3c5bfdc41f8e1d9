using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web.Audit;

/// <summary>
/// The audit log's files: <c>{jahr}-{monat}.jsonl</c>, and where a file takes no more lines <c>{jahr}-{monat}.2.jsonl</c> and so on.
/// </summary>
public sealed class AuditFiles(IFileStore files)
{
    /// <summary>Adds whole lines to a month; when it returns, they are written.</summary>
    /// <param name="month">The month's name, <c>2026-11</c>.</param>
    /// <param name="lines">The lines, UTF-8, each with its end.</param>
    /// <exception cref="IOException">They could not be written.</exception>
    public async Task Append(string month, ReadOnlyMemory<byte> lines)
    {
        for (var part = 1; !await files.AppendLines(Area.AuditLog, PathOf(month, part), lines); part++)
        {
            // This part is full.
        }
    }

    /// <summary>All lines of a month; null where there are none.</summary>
    public async Task<byte[]?> Read(string month, CancellationToken cancellation = default)
    {
        byte[]? lines = null;
        for (var part = 1; await files.ReadAll(Area.AuditLog, PathOf(month, part), cancellation) is { } next; part++)
            lines = lines is null ? next : [.. lines, .. lines is [.., (byte)'\n'] ? [] : "\n"u8, .. next];
        return lines;
    }

    private static FilePath PathOf(string month, int part) => FilePath.Of(part == 1 ? $"{month}.jsonl" : $"{month}.{part}.jsonl");
}
