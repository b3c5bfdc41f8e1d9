using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>A <see cref="Sample"/> with its header found: titles, header, rows.</summary>
internal sealed class SampleTable
{
    private const int SearchedRows = 60;
    private readonly Sample sample;
    private readonly int header;

    private SampleTable(Sample sample, int header, int first)
    {
        (this.sample, this.header) = (sample, header);
        Lines = [.. sample.Rows.Skip(first)];
        Rows = [.. Lines.Where(row => !row.Cells.Any(cell => TotalLabel.IsTotal(cell.Text)))];
        Columns = [.. Enumerable.Range(0, sample.Columns)
            .Select(column => new SampleColumn(column, NameOf(column), HeaderOf(column), Rows))];
    }

    /// <summary>The line of the header, from 1; null where there is none.</summary>
    public int? HeaderLine => header < 0 ? null : sample.Rows[header].Line;

    /// <summary>All rows behind the header.</summary>
    public IReadOnlyList<SampleRow> Lines { get; }

    /// <summary>The rows behind the header, without those that say they are totals.</summary>
    public IReadOnlyList<SampleRow> Rows { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<SampleColumn> Columns { get; }

    /// <summary>All rows, titles and header among them.</summary>
    public Sample Sample => sample;

    /// <summary>What stands above the header and in short lines below the rows, one text a line.</summary>
    public IEnumerable<string> Titles => sample.Rows.Take(Math.Max(header, 0))
        .Concat(Rows.Where(row => row.Cells.Count(cell => !cell.IsBlank) == 1))
        .Select(row => string.Join(' ', row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text)));

    /// <summary>Finds the header: above the first row of numbers, the last that says much about them.</summary>
    public static SampleTable Of(Sample sample)
    {
        var numeric = NumericColumns(sample);
        var first = sample.Rows.Take(SearchedRows).ToList().FindIndex(row => IsData(row, numeric));
        if (first < 0)
            return new SampleTable(sample, 0, Math.Min(1, sample.Rows.Length));
        var above = Enumerable.Range(0, first)
            .Select(row => (Row: row, Said: numeric.Count(column => !sample.Rows[row][column].IsBlank)))
            .Where(each => each.Said > 0).ToList();
        var most = above.Select(each => each.Said).DefaultIfEmpty(0).Max();
        var named = above.Where(each => each.Said * 2 >= most).Select(each => each.Row).LastOrDefault(-1);
        return new SampleTable(sample, named, named < 0 ? first : named + 1);
    }

    private static List<int> NumericColumns(Sample sample)
    {
        var body = sample.Rows.Length > 20 ? sample.Rows.Skip(10).ToList() : [.. sample.Rows];
        return [.. Enumerable.Range(0, sample.Columns).Where(column =>
            body.Count(row => row[column].IsNumeric) is var numbers and > 0
                && numbers * 2 > body.Count(row => !row[column].IsBlank))];
    }

    /// <summary>Numbers where numbers are expected, not only years, and nothing else there.</summary>
    private static bool IsData(SampleRow row, List<int> numeric)
    {
        var filled = numeric.Select(column => row[column]).Where(cell => !cell.IsBlank).ToList();
        return filled.Count > 0 && filled.TrueForAll(cell => cell.IsNumeric) && filled.Exists(cell => !cell.IsYear);
    }

    private string NameOf(int column)
    {
        if (header < 0 || sample.Rows[header][column].Text is not { Length: > 0 } name)
            return ColumnLetters.Of(column);
        var same = Enumerable.Range(0, sample.Columns)
            .Where(other => sample.Rows[header][other].Text.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count == 1 ? name : same.Count < 10 ? $"{name} ({same.IndexOf(column) + 1})" : ColumnLetters.Of(column);
    }

    /// <summary>The header and what the rows directly above it say, there or to the left: headers of two lines.</summary>
    private string HeaderOf(int column)
    {
        if (header < 0)
            return "";
        var own = sample.Rows[header][column].Text;
        var group = header > 0 && sample.Rows[header - 1].Line == sample.Rows[header].Line - 1
            && sample.Rows[header - 1].Cells.Count(cell => !cell.IsBlank) > 1
            ? Enumerable.Range(0, column + 1)
                .Select(left => sample.Rows[header - 1][left].Text).LastOrDefault(text => text.Length > 0)
            : null;
        return group is null ? own : $"{group} {own}".Trim();
    }
}
