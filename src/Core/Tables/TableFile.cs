using System.Collections.Immutable;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Csv;
using Produktreport.Core.Tables.Decoding;
using Produktreport.Core.Tables.Rows;
using Produktreport.Core.Tables.Xlsx;

namespace Produktreport.Core.Tables;

/// <summary>What is known of a file before it is opened; null = found out.</summary>
/// <param name="Encoding">The encoding of a text.</param>
/// <param name="Separator">The mark between the cells of a text.</param>
/// <param name="Sheet">The only sheet of a workbook that counts; null = all of them.</param>
internal sealed record TableHints(EncodingKind? Encoding = null, char? Separator = null, string? Sheet = null);

/// <summary>A part of a file that may hold a table: a text is one, a workbook has several.</summary>
/// <param name="Name">What its tab says; null for a text.</param>
/// <param name="IsHidden">Whether Excel does not show it.</param>
/// <param name="Open">Its rows from the beginning, to be read before those of another sheet; or why there are none.</param>
internal sealed record TableSheet(string? Name, bool IsHidden, Func<(RowSource? Rows, Finding? Fault)> Open);

/// <summary>A file that is open, with all its sheets.</summary>
/// <param name="Sheets">At least one that is not hidden.</param>
/// <param name="Held">What they are read from.</param>
internal sealed record OpenedTables(ImmutableArray<TableSheet> Sheets, IDisposable Held) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Held.Dispose();
}

/// <summary>A file as rows from its beginning: the one place that decides its kind, encoding, separator and sheets.</summary>
internal static class TableFile
{
    /// <summary>
    /// The content itself, or a copy in memory where it cannot seek; or why it is not read: it is empty or too large.
    /// </summary>
    public static (Stream? Bytes, Finding? Fault) Seekable(Stream content, ReadingLimits limits)
    {
        var bytes = content.CanSeek ? content : Copy(content, limits.MaximumBytes + 1);
        return (bytes.Length - bytes.Position) switch
        {
            0 => (null, TableFindings.EmptyFile()),
            var length when length > limits.MaximumBytes => (null, TableFindings.FileTooLarge(limits.MaximumBytes)),
            _ => (bytes, null),
        };
    }

    /// <summary>Whether a file is a ZIP archive, as XLSX files are. The position stays.</summary>
    public static bool IsArchive(Stream bytes) => Start(bytes).StartsWith("PK\u0003\u0004"u8);

    /// <summary>The sheets of what <paramref name="bytes"/> hold from their current position on, or why there are none.</summary>
    /// <param name="bytes">The file, which can seek and may be a table (<see cref="FileKind.WhyNoTable"/>).</param>
    /// <param name="hints">What is known of it.</param>
    /// <param name="score">How good the header is that rows have; 0 = none. Of several separators the best is taken.</param>
    /// <param name="limits">How much is read.</param>
    public static (OpenedTables? Tables, Finding? Fault) Open(
        Stream bytes, TableHints hints, Func<RowSource, int> score, ReadingLimits limits) =>
        IsArchive(bytes) ? OpenWorkbook(bytes, hints.Sheet, limits) : OpenText(bytes, hints, score, limits);

    private static (OpenedTables? Tables, Finding? Fault) OpenWorkbook(Stream bytes, string? wanted, ReadingLimits limits)
    {
        var (archive, noArchive) = XlsxWorkbook.Try(() => new GuardedArchive(bytes, limits));
        if (archive is null)
            return (null, noArchive);
        var (workbook, fault) = FileKind.WhyNoWorkbook(archive) is { } other ? (null, other) : XlsxWorkbook.Open(archive, limits);
        if (workbook is null)
        {
            archive.Dispose();
            return (null, fault);
        }

        var sheets = wanted is null
            ? workbook.Sheets
            : [.. workbook.Sheets.Where(sheet => sheet.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).Select(Shown)];
        if (sheets.Any(sheet => !sheet.IsHidden))
            return (new OpenedTables([.. sheets.Select(AsTable)], workbook), null);
        workbook.Dispose();
        return (null, TableFindings.SheetMissing(wanted));

        TableSheet AsTable(XlsxSheet sheet) => new(sheet.Name, sheet.IsHidden, () => workbook.Open(sheet));
    }

    /// <summary>A sheet that is asked for by name counts, also where Excel does not show it.</summary>
    private static XlsxSheet Shown(XlsxSheet sheet) => sheet with { IsHidden = false };

    private static (OpenedTables? Tables, Finding? Fault) OpenText(
        Stream bytes, TableHints hints, Func<RowSource, int> score, ReadingLimits limits)
    {
        var position = bytes.Position;
        var (encoding, fault) = EncodingDetection.Detect(bytes, position, hints.Encoding, limits);
        if (fault is not null)
            return (null, fault);
        var (rows, noRows) = new CsvFile(bytes, position, encoding, limits).Rows(hints.Separator, score);
        return noRows is null
            ? (new OpenedTables([new TableSheet(null, false, () => (rows, null))], rows), null)
            : (null, noRows);
    }

    private static MemoryStream Copy(Stream content, long limit)
    {
        var copy = new MemoryStream();
        var buffer = new byte[80 * 1024];
        while (copy.Length < limit && content.Read(buffer) is var read and > 0)
            copy.Write(buffer, 0, read);
        copy.Position = 0;
        return copy;
    }

    private static ReadOnlySpan<byte> Start(Stream bytes)
    {
        var position = bytes.Position;
        var start = new byte[8];
        var count = bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        bytes.Position = position;
        return start.AsSpan(0, count);
    }
}
