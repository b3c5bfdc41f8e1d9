using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web.Audit;

/// <summary>The audit log's files, one log a month: <c>protokoll/{jahr}-{monat}.jsonl</c>.</summary>
internal sealed class AuditFiles(IFileStore files)
{
    /// <summary>Adds whole lines to a month; when it returns, they are written.</summary>
    /// <param name="month">The month's name, <c>2026-11</c>.</param>
    /// <param name="lines">The lines, UTF-8, each with its end.</param>
    /// <exception cref="IOException">They could not be written.</exception>
    public Task Append(string month, ReadOnlyMemory<byte> lines) => files.AppendTo(Area.AuditLog, month, lines);

    /// <summary>All lines of a month; null where there are none.</summary>
    public Task<byte[]?> Read(string month, CancellationToken cancellation = default) =>
        files.ReadLines(Area.AuditLog, month, cancellation);
}
