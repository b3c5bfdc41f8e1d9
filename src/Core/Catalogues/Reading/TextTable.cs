using System.Collections.Immutable;
using System.Text;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>A small file as rows of cells, every row with its line.</summary>
/// <param name="Rows">The rows, blank ones left out.</param>
internal sealed record TextTable(ImmutableArray<TextRow> Rows)
{
    /// <summary>The largest file, in bytes; the published plan of Freiburg takes 120 KiB.</summary>
    public const int MaximumSize = 10 * 1024 * 1024;

    // The size of the file bounds cells and rows as well.
    private static readonly ReadingLimits Limits =
        ReadingLimits.Default with { MaximumCellLength = MaximumSize, MaximumRowLength = MaximumSize };

    /// <summary>Reads the table; a German reason where that cannot be done.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="score">How good the header is that rows have; 0 = none.</param>
    public static (TextTable? Table, string? Refusal) Read(ReadOnlyMemory<byte> csv, Func<RowSource, int> score)
    {
        if (csv.Length > MaximumSize)
            return (null, "Sie ist größer als 10 MB.");
        using var bytes = new MemoryStream(csv.ToArray(), writable: false);
        if (FileKind.WhyNoTable(bytes) is { } other)
            return (null, other.Text);
        if (!IsText(csv.Span) && !TableFile.IsArchive(bytes))
            return (null,
                "Sie enthält keine Textzeilen. Bitte speichern Sie die Tabelle als Excel-Arbeitsmappe (.xlsx) oder CSV.");
        var (file, fault) = TableFile.Open(bytes, new TableHints(), score, Limits);
        using var tables = file;
        var (rows, noRows) = BestOf(tables, score)?.Open() ?? default;
        if (rows is null)
            return (null, (fault ?? noRows)!.Text);
        var table = new TextTable([.. RowsOf(rows)]);
        return rows.Fault is { } broken ? (null, broken.Text) : (table, null);
    }

    /// <summary>The visible sheet with the best header, the first of several; a cover sheet has none.</summary>
    private static TableSheet? BestOf(OpenedTables? tables, Func<RowSource, int> score)
    {
        var visible = tables?.Sheets.Where(sheet => !sheet.IsHidden).ToList();
        return visible is null or [_] ? visible?[0] : visible.MaxBy(sheet => sheet.Open().Rows is { } rows ? score(rows) : -1);
    }

    /// <summary>Only in UTF-16, which has a mark at its beginning, half of a character can be NUL.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.Unicode.Preamble)
        || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)
        || !bytes.Contains((byte)0);

    private static IEnumerable<TextRow> RowsOf(RowSource rows)
    {
        while (rows.Next())
        {
            if (!rows.IsEmpty)
                yield return TextRow.Of(rows);
        }
    }
}

/// <summary>One row, its cells as labels are compared (<see cref="Blanks.Collapse"/>).</summary>
internal sealed record TextRow(int Line, ImmutableArray<string> Cells)
{
    /// <summary>A cell; empty where the row is too short or the column is not there.</summary>
    public string this[int? column] => column is >= 0 and var index && index < Cells.Length ? Cells[index] : "";

    public static TextRow Of(RowSource rows) =>
        new(rows.Line, [.. Enumerable.Range(0, rows.Count).Select(column => Blanks.Collapse(rows.Cell(column)))]);
}
