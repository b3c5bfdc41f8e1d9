using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>The header of a table: what each column means.</summary>
/// <param name="Line">Its row, from 1.</param>
/// <param name="Cells">One a column.</param>
internal sealed record Header(int Line, ImmutableArray<HeaderCell> Cells)
{
    /// <summary>The columns of values.</summary>
    public ImmutableArray<HeaderCell.OfValues> Values { get; } = [.. Cells.OfType<HeaderCell.OfValues>()];

    /// <summary>The columns that say what a row is about, from 0.</summary>
    public IEnumerable<int> Keys => Cells.OfType<HeaderCell.OfField>()
        .Where(cell => cell.Field is not (RowDimension.Comment or RowDimension.Reason)).Select(cell => cell.Index);

    /// <summary>How many cells mean something; 0 where too few do for a header.</summary>
    public int Quality => Recognised >= 2
        && (NamesProducts || (Recognised >= 3 && Cells.Any(cell => cell is HeaderCell.OfField))) ? Recognised : 0;

    private bool NamesProducts => Find(RowDimension.Product) >= 0 || Find(RowDimension.Service) >= 0;

    /// <summary>How many columns of values mean different things.</summary>
    private int DistinctValues => Values.Select(column => (column.Figure?.ToUpperInvariant(), column.Period, column.Scenario))
        .Distinct().Count();

    private int Recognised => Cells.Count(cell => cell is HeaderCell.OfField or HeaderCell.OfValues);

    /// <summary>The column of a field, from 0; −1 where there is none.</summary>
    public int Find(RowDimension field) =>
        Cells.OfType<HeaderCell.OfField>().FirstOrDefault(cell => cell.Field == field)?.Index ?? -1;

    /// <summary>The current row as a header.</summary>
    public static Header Read(RowSource rows, Vocabulary vocabulary)
    {
        var cells = ImmutableArray.CreateBuilder<HeaderCell>(rows.Count);
        for (var column = 0; column < rows.Count; column++)
            cells.Add(vocabulary.Read(column, rows.Cell(column)));
        return new Header(rows.Line, cells.DrainToImmutable());
    }

    /// <summary>How good the first header in these rows is; 0 where there is none.</summary>
    public static int Score(RowSource rows, Vocabulary vocabulary, ReadingLimits limits) =>
        Find(rows, vocabulary, new Metadata(), new FindingList(), limits)?.Quality ?? 0;

    /// <summary>
    /// Goes to the first of the next rows that is a header; null where none is. The lines above are read as metadata.
    /// </summary>
    public static Header? Find(RowSource rows, Vocabulary vocabulary, Metadata metadata, FindingList findings,
        ReadingLimits limits)
    {
        string[] above = [];
        while (rows.Line < limits.HeaderSearchRows && rows.Next())
        {
            if (HeaderAt(rows, vocabulary, above) is { } header)
                return header;
            metadata.Take(rows, findings);
            above = SidewaysMerged(rows);
        }

        return null;
    }

    /// <summary>
    /// The current row as a header, together with the row above or below it where cells are merged so that both make up one:
    /// „Erträge“ over „Plan“ and „Ist“. Null where it is none.
    /// </summary>
    private static Header? HeaderAt(RowSource rows, Vocabulary vocabulary, string[] above)
    {
        var alone = Read(rows, vocabulary);
        if (alone.Quality > 0 && rows.ContinuesBelow)
            return WithRowBelow(rows, vocabulary, alone);
        if (above.Length == 0)
            return alone.Quality > 0 ? alone : null;
        var both = Joined(rows, vocabulary, column => column < above.Length ? above[column] : "");
        var better = both.Quality > alone.Quality
            || (both.Quality == alone.Quality && both.DistinctValues > alone.DistinctValues) ? both : alone;
        return better.Quality > 0 ? better : null;
    }

    private static Header WithRowBelow(RowSource rows, Vocabulary vocabulary, Header alone)
    {
        string[] upper = [.. Enumerable.Range(0, rows.Count).Select(column => rows.Cell(rows.OriginOf(column)).ToString())];
        return rows.Next() ? Joined(rows, vocabulary, column => column < upper.Length ? upper[column] : "") : alone;
    }

    /// <summary>
    /// The current row as the lower half of a header; a cell that is merged with the one above says all itself.
    /// </summary>
    private static Header Joined(RowSource rows, Vocabulary vocabulary, Func<int, string> upper)
    {
        var cells = ImmutableArray.CreateBuilder<HeaderCell>(rows.Count);
        for (var column = 0; column < rows.Count; column++)
        {
            var text = rows.Cell(column).ToString();
            cells.Add(vocabulary.Read(column, rows.IsContinued(column) ? text : $"{upper(column)} {text}"));
        }

        return new Header(rows.Line, cells.DrainToImmutable());
    }

    /// <summary>
    /// The texts of cells of the row that reach over others, but not over all, where they reach; empty where none do.
    /// </summary>
    private static string[] SidewaysMerged(RowSource rows)
    {
        var origins = Enumerable.Range(0, rows.Count).Select(rows.OriginOf).ToList();
        string[] texts =
            [.. origins.Select(origin => origins.Count(other => other == origin) > 1 ? rows.Cell(origin).ToString() : "")];
        return texts.Any(text => text.Length > 0) && texts.Distinct().Count() > 1 ? texts : [];
    }
}
