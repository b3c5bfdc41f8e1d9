using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Figures;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries;

/// <summary>A few rows of an upload around one of them, read as the values were: to show where a number stands.</summary>
/// <param name="Columns">How many columns are shown: those of the widest row, at most 60 or up to the column looked for.</param>
/// <param name="Rows">The first row, which mostly says what the columns are, and those around the one looked for.</param>
public sealed record SourceExcerpt(int Columns, ImmutableArray<SourceRow> Rows)
{
    private const int Around = 4;
    private const int MostColumns = 60;
    private const int LongestCell = 200;

    /// <summary>The rows around one; null where the file cannot be read as rows.</summary>
    /// <param name="stamp">Which upload; its path chooses the import profile.</param>
    /// <param name="content">The file's bytes from the current position on.</param>
    /// <param name="catalogues">The catalogues of all years.</param>
    /// <param name="place">The cell looked for.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static SourceExcerpt? Read(
        DeliveryStamp stamp, Stream content, CatalogueSet catalogues, CellPlace place, ReadingLimits limits,
        CancellationToken ct = default)
    {
        var context = new DeliveryContext(stamp, catalogues, limits, ct);
        if (TableFile.Seekable(content, limits).Bytes is not { } bytes)
            return null;
        using var upload = OpenedUpload.Of(context, bytes);
        var sheet = upload.Tables?.Sheets.FirstOrDefault(sheet =>
            place.Sheet is null ? !sheet.IsHidden : sheet.Name == place.Sheet);
        using var rows = sheet?.Open().Rows;
        return rows is null ? null : Of(rows, place, ct);
    }

    private static SourceExcerpt Of(RowSource rows, CellPlace place, CancellationToken ct)
    {
        var most = Math.Max(MostColumns, place.Column + 1);
        var shown = ImmutableArray.CreateBuilder<SourceRow>();
        while (rows.Line - Around < place.Line && rows.Next())
        {
            ct.ThrowIfCancellationRequested();
            if (rows.Line == 1 || Math.Abs(rows.Line - place.Line) <= Around)
                shown.Add(new SourceRow(rows.Line,
                    [.. Enumerable.Range(0, Math.Min(rows.Count, most)).Select(column => Shorten(rows.Cell(column)))]));
        }

        return new SourceExcerpt(shown.Select(row => row.Cells.Length).DefaultIfEmpty(0).Max(), shown.ToImmutable());
    }

    private static string Shorten(ReadOnlySpan<char> cell) => cell[..Math.Min(cell.Length, LongestCell)].ToString();
}

/// <summary>A row of an upload as cells.</summary>
/// <param name="Line">Its number as Excel shows it, from 1.</param>
/// <param name="Cells">What stands in its cells, without quotes; at most 200 characters each.</param>
public sealed record SourceRow(int Line, ImmutableArray<string> Cells);
