using System.Collections.Immutable;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>The first rows of a file nobody knows yet, blank ones left out.</summary>
/// <param name="Rows">The rows; at least one.</param>
/// <param name="IsWorkbook">Whether its numbers have a type, so that no decimal mark need be known.</param>
/// <param name="Sheet">The sheet they stand on; null in a text.</param>
internal sealed record Sample(ImmutableArray<SampleRow> Rows, bool IsWorkbook, string? Sheet)
{
    private const int MostRows = 20_000;
    private const int ScoredRows = 200;

    /// <summary>How many columns the widest row has.</summary>
    public int Columns { get; } = Rows.Max(row => row.Cells.Length);

    /// <summary>Reads a file; or why that cannot be done.</summary>
    public static (Sample? Sample, Finding? Fault) Read(Stream bytes, ReadingLimits limits)
    {
        if (bytes.Length == 0)
            return (null, TableFindings.EmptyFile());
        if (FileKind.WhyNoTable(bytes) is { } noTable)
            return (null, noTable);
        var isWorkbook = TableFile.IsArchive(bytes);
        var (file, fault) = TableFile.Open(bytes, new TableHints(), Score, limits);
        using var tables = file;
        var sheet = tables?.Sheets.First(each => !each.IsHidden);
        var (rows, noRows) = sheet?.Open() ?? default;
        if (rows is null)
            return (null, fault ?? noRows);
        using (rows)
        {
            var read = RowsOf(rows);
            return read.IsEmpty
                ? (null, rows.Fault ?? TableFindings.EmptyFile())
                : (new Sample(read, isWorkbook, sheet!.Name), rows.Fault);
        }
    }

    /// <summary>How many cells belong to rows of the most frequent width: the right separator makes rows alike.</summary>
    private static int Score(RowSource rows)
    {
        var widths = new List<int>();
        while (widths.Count < ScoredRows && rows.Next())
        {
            if (!rows.IsEmpty && rows.Count > 1)
                widths.Add(rows.Count);
        }

        return widths.GroupBy(width => width).Select(group => group.Key * group.Count()).DefaultIfEmpty(0).Max();
    }

    private static ImmutableArray<SampleRow> RowsOf(RowSource rows)
    {
        var read = ImmutableArray.CreateBuilder<SampleRow>();
        while (read.Count < MostRows && rows.Next())
        {
            if (!rows.IsEmpty)
                read.Add(new SampleRow(rows.Line,
                    [.. Enumerable.Range(0, rows.Count).Select(column => SampleCell.Of(rows, column))]));
        }

        return read.ToImmutable();
    }
}

/// <summary>A row of a <see cref="Sample"/>.</summary>
/// <param name="Line">Its number as Excel shows it.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record SampleRow(int Line, ImmutableArray<SampleCell> Cells)
{
    /// <summary>A cell; blank beyond the last.</summary>
    public SampleCell this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : SampleCell.Blank;
}
