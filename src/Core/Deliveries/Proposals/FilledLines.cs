using Produktreport.Core.Deliveries.Keys;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>
/// Finds the columns in which a label is written once for several rows, as pivot tables do, and writes it into all of them.
/// </summary>
internal static class FilledLines
{
    private const int FewestLetters = 5;

    /// <summary>The rows with these cells filled, and which columns they are, the outer ones first.</summary>
    /// <param name="lines">The rows behind the header.</param>
    /// <param name="width">How many columns there are.</param>
    /// <param name="headers">What stands in the header above them.</param>
    public static (List<SampleRow> Lines, List<int> Columns) Of(List<SampleRow> lines, int width, string[] headers)
    {
        var rows = lines.Where(row => !SampleTable.IsBeside(row) && row.Cells.Any(cell => cell.Number.IsNumber)).ToList();
        string HeaderOf(int column) => column < headers.Length ? headers[column] : "";
        var full = Enumerable.Range(0, width).Where(column => rows.TrueForAll(row => !row[column].IsBlank)
            && !BudgetWords.IsAmount(HeaderOf(column)) && rows.TrueForAll(row => IsLabel(row[column])))
            .DefaultIfEmpty(-1).Max();
        List<int> filled = [.. Enumerable.Range(0, Math.Max(full, 0)).Where(column => IsWrittenOnce(column, HeaderOf(column)))];
        return filled.Count == 0 ? (lines, filled) : (Fill(lines, filled), filled);

        bool IsWrittenOnce(int column, string header) => rows.Count > 1 && !rows[0][column].IsBlank
            && !BudgetWords.IsAmount(header) && (!BudgetWords.IsName(header) || BudgetWords.IsKey(header))
            && rows.Count(row => row[column].IsBlank) is var blank && blank * 10 >= rows.Count
            && rows.TrueForAll(row => row[column].IsBlank || IsLabel(row[column]));
    }

    // „11101 Kreistag“ reads like a number with a unit, but none is as long.
    private static bool IsLabel(SampleCell cell) =>
        cell.IsKey || !cell.IsNumeric || cell.Text.Count(char.IsLetter) >= FewestLetters;

    private static List<SampleRow> Fill(List<SampleRow> lines, List<int> columns)
    {
        var last = columns.Select(_ => SampleCell.Blank).ToArray();
        return [.. lines.Select(row =>
        {
            if (SampleTable.IsBeside(row))
            {
                for (var at = 0; at < columns.Count; at++)
                    last[at] = TotalLabel.IsTotal(row[columns[at]].Text) ? row[columns[at]] : last[at];
                return row;
            }

            for (var at = 0; at < columns.Count; at++)
            {
                if (row[columns[at]] is { IsBlank: false } cell && cell != last[at])
                {
                    last[at] = cell;
                    Array.Fill(last, SampleCell.Blank, at + 1, last.Length - at - 1);
                }
            }

            return row with
            {
                Cells = [.. row.Cells.Select((cell, column) => columns.IndexOf(column) is var at and >= 0 ? last[at] : cell)],
            };
        })];
    }
}
