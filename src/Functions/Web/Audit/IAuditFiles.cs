namespace Produktreport.Functions.Web.Audit;

/// <summary>The audit log's files, one a month. Two implementations: files that are appended to, and Blob Storage.</summary>
public interface IAuditFiles
{
    /// <summary>Adds whole lines to a month's file; when it returns, they are written.</summary>
    /// <param name="month">The month's name, <c>2026-11</c>.</param>
    /// <param name="lines">The lines, UTF-8, each with its end.</param>
    /// <exception cref="IOException">They could not be written.</exception>
    Task Append(string month, ReadOnlyMemory<byte> lines);

    /// <summary>A month's file; null where there is none.</summary>
    Task<byte[]?> Read(string month, CancellationToken cancellation = default);
}
