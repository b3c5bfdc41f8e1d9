using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
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
        .Where(cell => cell.Field is not (RowDimension.Remark or RowDimension.Reason)).Select(cell => cell.Index);

    /// <summary>How many cells mean something; 0 where too few do for a header.</summary>
    public int Quality => Recognised >= 2
        && (NamesProducts || (Recognised >= 3 && Cells.Any(cell => cell is HeaderCell.OfField))) ? Recognised : 0;

    private bool NamesProducts => Find(RowDimension.Product) >= 0 || Find(RowDimension.Service) >= 0;

    /// <summary>
    /// What stands in the row above over a column of values and those beside it, where both together mean nothing; null where
    /// nothing does.
    /// </summary>
    public HeaderGroup? Group { get; init; }

    /// <summary>
    /// How many columns of values mean different things, and how much they say of figure, period and Art together.
    /// </summary>
    private (int Distinct, int Said) Meaning => (
        Values.Select(column => (column.Figure?.ToUpperInvariant(), column.Period, column.Scenario)).Distinct().Count(),
        Values.Sum(column => (column.Figure is null ? 0 : 1) + (column.Period is null && column.Unsettled is null ? 0 : 1)
            + (column.Scenario is null ? 0 : 1)));

    private int Recognised => Cells.Count(cell => cell is HeaderCell.OfField or HeaderCell.OfValues);

    /// <summary>The column of a field, from 0; −1 where there is none.</summary>
    public int Find(RowDimension field) =>
        Cells.OfType<HeaderCell.OfField>().FirstOrDefault(cell => cell.Field == field)?.Index ?? -1;

    /// <summary>
    /// Why the row below is the lower half of the header: it says of no product, but of columns what they hold. Null where it is
    /// not.
    /// </summary>
    public Finding? WhyGoesOn(RowSource rows, Vocabulary vocabulary)
    {
        if (Keys.Any(column => !Blanks.Trim(rows.Cell(column)).IsEmpty))
            return null;
        return Values.Select(column => (column, Below: vocabulary.Read(column.Index, rows.Cell(column.Index))))
            .Where(each => each.Below is HeaderCell.OfValues && !NumberText.TryRead(each.Below.Text, out _, out _))
            .Select(each => DeliveryFindings.HeaderOfTwoLines(
                new CellPlace(Line, each.column.Index), each.column.Text, each.Below.Text))
            .FirstOrDefault();
    }

    /// <summary>The current row as a header.</summary>
    public static Header Read(RowSource rows, Vocabulary vocabulary)
    {
        var cells = ImmutableArray.CreateBuilder<HeaderCell>(rows.Count);
        for (var column = 0; column < rows.Count; column++)
            cells.Add(vocabulary.Read(column, rows.Cell(column)));
        return new Header(rows.Line, WithTime(cells));
    }

    /// <summary>
    /// The cells with the only column as period that may be it, where nothing else names one: <c>Stichtag</c>.
    /// </summary>
    private static ImmutableArray<HeaderCell> WithTime(ImmutableArray<HeaderCell>.Builder cells)
    {
        var times = cells.Where(cell => cell is HeaderCell.Unknown && Vocabulary.NamesTime(cell.Text)).ToList();
        if (times.Count == 1 && !cells.Any(SaysTime))
            cells[times[0].Index] = new HeaderCell.OfField(times[0].Index, times[0].Text, RowDimension.Period);
        return cells.DrainToImmutable();
    }

    private static bool SaysTime(HeaderCell cell) => cell is HeaderCell.OfField
    {
        Field: RowDimension.Period or RowDimension.Year or RowDimension.HalfYear or RowDimension.Quarter or RowDimension.Month,
    }
    or HeaderCell.OfValues { Period: not null } or HeaderCell.OfValues { Unsettled: not null };

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
            if (HeaderAt(rows, vocabulary, above, metadata) is { } header)
                return header;
            metadata.Take(rows, findings);
            above = GroupsIn(rows);
        }

        return null;
    }

    /// <summary>
    /// The current row as a header, together with the row above or below it where both make up one: „Erträge“ over „Plan“ and
    /// „Ist“. Null where it is none.
    /// </summary>
    private static Header? HeaderAt(RowSource rows, Vocabulary vocabulary, string[] above, Metadata metadata)
    {
        var alone = Read(rows, vocabulary);
        if (alone.Quality > 0 && rows.ContinuesBelow)
        {
            metadata.TakeYears(rows);
            return WithRowBelow(rows, vocabulary, alone);
        }

        if (above.Length == 0)
            return alone.Quality > 0 ? alone : null;
        var both = Joined(rows, vocabulary, column => column < above.Length ? above[column] : "");
        var better = both.Quality > alone.Quality
            || (both.Quality == alone.Quality && both.Meaning.CompareTo(alone.Meaning) > 0) ? both : GroupedBy(above, alone);
        return better.Quality > 0 ? better : null;
    }

    private static Header WithRowBelow(RowSource rows, Vocabulary vocabulary, Header alone)
    {
        string[] upper = [.. Enumerable.Range(0, rows.Count).Select(column => rows.Cell(rows.OriginOf(column)).ToString())];
        return rows.Next() ? Joined(rows, vocabulary, column => column < upper.Length ? upper[column] : "") : alone;
    }

    /// <summary>
    /// The current row as the lower half of a header. A cell that is merged with the one above says all itself, as does the name
    /// of a field below a group; the part of a year below a year is completed from it later, which is said.
    /// </summary>
    private static Header Joined(RowSource rows, Vocabulary vocabulary, Func<int, string> upper)
    {
        var cells = ImmutableArray.CreateBuilder<HeaderCell>(rows.Count);
        for (var column = 0; column < rows.Count; column++)
        {
            var text = rows.Cell(column).ToString();
            var alone = vocabulary.Read(column, text);
            cells.Add(rows.IsContinued(column) || alone is HeaderCell.OfField or HeaderCell.Information
                || alone is HeaderCell.OfValues { Unsettled: not null }
                ? alone
                : vocabulary.Read(column, $"{upper(column)} {text}"));
        }

        return new Header(rows.Line, WithTime(cells));
    }

    /// <summary>The header with the first group over one of its columns of values.</summary>
    private static Header GroupedBy(string[] above, Header alone) =>
        alone.Values.FirstOrDefault(column => column.Index < above.Length && above[column.Index].Length > 0) is { } column
            ? alone with { Group = new HeaderGroup(new CellPlace(alone.Line, column.Index), above[column.Index], column.Text) }
            : alone;

    /// <summary>
    /// The texts of cells of the row that reach over others, but not over all, where they reach; empty where none do. In a text
    /// a cell reaches over the blank ones behind it; a title at the beginning of the row does not.
    /// </summary>
    private static string[] GroupsIn(RowSource rows)
    {
        var merged = SidewaysMerged(rows);
        if (merged.Length > 0)
            return merged;
        string[] cells = [.. Enumerable.Range(0, rows.Count).Select(column => Blanks.Collapse(rows.Cell(column)))];
        if (!Array.Exists(cells[Math.Min(1, cells.Length)..], text => text.Length > 0)
            || Array.Exists(cells, text => text.Contains(':', StringComparison.Ordinal)))
            return [];
        for (var column = 1; column < cells.Length; column++)
        {
            if (cells[column].Length == 0)
                cells[column] = cells[column - 1];
        }

        return cells;
    }

    private static string[] SidewaysMerged(RowSource rows)
    {
        var origins = Enumerable.Range(0, rows.Count).Select(rows.OriginOf).ToList();
        string[] texts =
            [.. origins.Select(origin => origins.Count(other => other == origin) > 1 ? rows.Cell(origin).ToString() : "")];
        return texts.Any(text => text.Length > 0) && texts.Distinct().Count() > 1 ? texts : [];
    }
}

/// <summary>A text above a column of values and others beside it.</summary>
/// <param name="Place">The column, in the row of the header.</param>
/// <param name="Text">The text above.</param>
/// <param name="Below">The header itself.</param>
internal sealed record HeaderGroup(CellPlace Place, string Text, string Below);
