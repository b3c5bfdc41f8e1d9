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
    public IEnumerable<int> Keys => Cells.OfType<HeaderCell.OfField>().Where(cell => cell.Field != RowDimension.Comment).Select(cell => cell.Index);

    /// <summary>How many cells mean something; 0 where too few do for a header.</summary>
    public int Quality => Recognised >= 2 && (NamesProducts || (Recognised >= 3 && Cells.Any(cell => cell is HeaderCell.OfField))) ? Recognised : 0;

    private bool NamesProducts => Find(RowDimension.Product) >= 0 || Find(RowDimension.Service) >= 0;

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
    public static Header? Find(RowSource rows, Vocabulary vocabulary, Metadata metadata, FindingList findings, ReadingLimits limits)
    {
        while (rows.Line < limits.HeaderSearchRows && rows.Next())
        {
            var header = Read(rows, vocabulary);
            if (header.Quality > 0)
                return header;
            metadata.Take(rows, findings);
        }

        return null;
    }
}
