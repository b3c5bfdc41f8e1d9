using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>A <see cref="Sample"/> with its header found: titles, header, rows.</summary>
internal sealed class SampleTable
{
    private const int SearchedRows = 60;
    private const int MostHeaderLines = 3;
    private readonly Sample sample;
    private readonly int header;
    private readonly string[][] names;

    private SampleTable(Sample sample, int header, int first)
    {
        (this.sample, this.header) = (sample, header);
        names = [.. HeaderRows().Select(row => Enumerable.Range(0, sample.Columns).Select(column => row[column].Text).ToArray())];
        (Lines, Filled) = FilledLines.Of([.. sample.Rows.Skip(first)], sample.Columns, names is [.., var last] ? last : []);
        Rows = [.. Lines.Where(row => !IsBeside(row))];
        Columns = [.. Enumerable.Range(0, sample.Columns)
            .Select(column => new SampleColumn(column, NameOf(column), HeaderOf(column), Rows))];
    }

    /// <summary>The line of the header, from 1, the last of several; null where there is none.</summary>
    public int? HeaderLine => header < 0 ? null : sample.Rows[header].Line;

    /// <summary>How many lines the header has.</summary>
    public int HeaderLines => names.Length;

    /// <summary>The columns, from 0, in which a blank cell means what stands above it.</summary>
    public IReadOnlyList<int> Filled { get; }

    /// <summary>All rows behind the header.</summary>
    public IReadOnlyList<SampleRow> Lines { get; }

    /// <summary>The rows behind the header, without those that say they are totals or stand beside others.</summary>
    public IReadOnlyList<SampleRow> Rows { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<SampleColumn> Columns { get; }

    /// <summary>Whether a row repeats others, or stands beside them: a total, <c>nachrichtlich</c>.</summary>
    public static bool IsBeside(SampleRow row) =>
        row.Cells.Any(cell => TotalLabel.RepeatsOthers(cell.Text));

    /// <summary>All rows, titles and header among them.</summary>
    public Sample Sample => sample;

    /// <summary>What stands above the header and in short lines below the rows, one text a line.</summary>
    public IEnumerable<string> Titles => sample.Rows.Take(Math.Max(header - names.Length + 1, 0))
        .Concat(Rows.Where(row => row.Cells.Count(cell => !cell.IsBlank) == 1))
        .Select(row => string.Join(' ', row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text)));

    /// <summary>Finds the header: above the first row of numbers, the last that says much about them.</summary>
    public static SampleTable Of(Sample sample)
    {
        var numeric = NumericColumns(sample);
        var first = FirstData(sample.Rows.Take(SearchedRows).ToList(), numeric);
        if (first < 0)
            return new SampleTable(sample, 0, Math.Min(1, sample.Rows.Length));
        var above = Enumerable.Range(0, first)
            .Select(row => (Row: row, Said: numeric.Count(column => !sample.Rows[row][column].IsBlank)))
            .Where(each => each.Said > 0).ToList();
        var most = above.Select(each => each.Said).DefaultIfEmpty(0).Max();
        var saying = above.Where(each => each.Said * 2 >= most).Select(each => each.Row).ToList();
        // A line of one cell is the heading of a group, where there is a header above it.
        var wide = saying.Where(row => sample.Rows[row].Cells.Count(cell => !cell.IsBlank) > 1).ToList();
        var named = (wide.Count > 0 ? wide : saying).LastOrDefault(-1);
        return new SampleTable(sample, named, named < 0 ? first : named + 1);
    }

    /// <summary>The first row of numbers, from 0, without the totals that stand above a header; −1 where there is none.</summary>
    private static int FirstData(List<SampleRow> rows, List<int> numeric)
    {
        var first = rows.FindIndex(row => IsData(row, numeric));
        for (var next = first + 1; first >= 0 && next <= first + MostHeaderLines && next < rows.Count; next++)
        {
            if (IsHeader(rows[next], numeric) && rows.FindIndex(next, row => IsData(row, numeric)) is var data and > 0)
                return data;
        }

        return first;
    }

    /// <summary>Words, or years, where numbers are expected.</summary>
    private static bool IsHeader(SampleRow row, List<int> numeric) => numeric.Count > 0
        && row.Cells.Count(cell => !cell.IsBlank) > 1
        && numeric.TrueForAll(column => !row[column].IsBlank && (!row[column].IsNumeric || row[column].IsYear));

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
        if (HeaderOf(column) is not { Length: > 0 } name)
            return ColumnLetters.Of(column);
        var same = Enumerable.Range(0, sample.Columns)
            .Where(other => HeaderOf(other).Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count == 1 ? name : same.Count < 10 ? $"{name} ({same.IndexOf(column) + 1})" : ColumnLetters.Of(column);
    }

    private string HeaderOf(int column) => header < 0 ? "" : JoinedHeader.Of(names, column);

    /// <summary>
    /// The header and the lines directly above it that say years, Plan or Ist, income or expenses of columns: headers of several
    /// lines.
    /// </summary>
    private IEnumerable<SampleRow> HeaderRows()
    {
        if (header < 0)
            return [];
        var lines = 1;
        while (lines < MostHeaderLines && header >= lines
            && sample.Rows[header - lines].Line == sample.Rows[header].Line - lines && IsHeaderLine(sample.Rows[header - lines]))
            lines++;
        return sample.Rows.Skip(header - lines + 1).Take(lines);
    }

    private static bool IsHeaderLine(SampleRow row) =>
        row.Cells.Skip(1).Any(cell => SaysSomething(cell.Text))
        && !row.Cells.Any(cell => cell.Text.StartsWith("Summe von ", StringComparison.OrdinalIgnoreCase)
            || cell.Text.StartsWith("Anzahl von ", StringComparison.OrdinalIgnoreCase));

    private static bool SaysSomething(string text) => !text.EndsWith("art", StringComparison.OrdinalIgnoreCase)
        && (SampleCell.YearIn(text) is not null || BudgetWords.IsIncome(text) || BudgetWords.IsExpense(text)
            || BudgetWords.ScenarioOf(text) is not null);
}
