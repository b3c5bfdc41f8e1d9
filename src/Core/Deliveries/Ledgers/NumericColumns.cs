using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>The columns of a profile that hold numbers, each read once a row.</summary>
internal sealed class NumericColumns(RowSource rows, CellReader reader, FindingList findings)
{
    private readonly List<int> columns = [];
    private readonly List<Figure?> figures = [];
    private readonly List<decimal?> scales = [];
    private CellReading[] cells = [];
    private CellState[] states = [];

    /// <summary>What a cell is.</summary>
    public enum CellState
    {
        /// <summary>Blank: nothing was delivered.</summary>
        Blank,

        /// <summary>A value or a mark.</summary>
        Value,

        /// <summary>No number; the finding is added.</summary>
        Faulty,
    }

    /// <summary>How many columns.</summary>
    public int Count => columns.Count;

    /// <summary>
    /// Adds a column, once; a figure gives the unit its cells may carry, none where the profile has a factor of units.
    /// </summary>
    public int Add(int column, Figure? figure, decimal? scale = null)
    {
        if (columns.IndexOf(column) is var known and >= 0)
        {
            scales[known] ??= scale;
            return known;
        }

        scales.Add(scale);
        columns.Add(column);
        figures.Add(figure);
        cells = new CellReading[columns.Count];
        states = new CellState[columns.Count];
        return columns.Count - 1;
    }

    /// <summary>The column of a number, from 0.</summary>
    public int ColumnOf(int number) => columns[number];

    /// <summary>The number of a column that was added.</summary>
    public int NumberOf(int column) => columns.IndexOf(column);

    /// <summary>What the cell of the current row is.</summary>
    public CellState StateOf(int number) => states[number];

    /// <summary>The cell of the current row; meaningful for a <see cref="CellState.Value"/>.</summary>
    public ref readonly CellReading Cell(int number) => ref cells[number];

    /// <summary>The raw text of the cell.</summary>
    public ReadOnlySpan<char> Text(int number) => rows.Cell(columns[number]);

    /// <summary>Whether any cell of the current row is a number or a mark, without reading them as evidence.</summary>
    public bool AnyValueLike()
    {
        foreach (var column in columns)
        {
            var text = Blanks.Trim(rows.Cell(column));
            if (!text.IsEmpty && CellReader.IsValueLike(text, rows.KindOf(column)))
                return true;
        }

        return false;
    }

    /// <summary>Reads the cells of the current row; false where all are blank.</summary>
    public bool Read()
    {
        var any = false;
        for (var number = 0; number < cells.Length; number++)
        {
            var column = columns[number];
            ref readonly var plain = ref rows.PlainNumber(column);
            if (reader.IsPlain(plain, figures[number]))
            {
                (states[number], cells[number], any) = (CellState.Value, new CellReading(plain, CellMark.None, Factor.One), true);
                continue;
            }

            if (!plain.IsNumber && Blanks.Trim(rows.Cell(column)).IsEmpty)
            {
                states[number] = CellState.Blank;
                continue;
            }

            any = true;
            var valid = reader.TryRead(rows, column, figures[number], Factor.One, out cells[number]);
            if (valid && HasUnit(cells[number]) && scales[number] is { } scale)
            {
                valid = false;
                findings.Add(DeliveryFindings.UnitsContradict(
                    new CellPlace(rows.Line, column), Blanks.Trim(rows.Cell(column)).ToString(),
                    $"Faktor {GermanFormat.Exact(scale)}"));
            }

            states[number] = valid ? CellState.Value : CellState.Faulty;
        }

        return any;
    }

    private static bool HasUnit(in CellReading cell) => MoneyUnit.IsMoney(cell.Reading.Unit)
        || (cell.Mark == CellMark.None && cell.Factor.Sign != 1);

    /// <summary>
    /// Reads the cells of a row that is not stored, for totals alone: what is no number is no fault, and what is unclear no
    /// question.
    /// </summary>
    public bool ReadIgnored()
    {
        var any = false;
        for (var number = 0; number < cells.Length; number++)
        {
            var column = columns[number];
            var text = Blanks.Trim(rows.Cell(column));
            any |= !text.IsEmpty;
            var isNumber = reader.TryReadTotal(text, rows.KindOf(column), new CellPlace(rows.Line, column), out var reading);
            (states[number], cells[number]) = (isNumber ? CellState.Value : CellState.Blank,
                new CellReading(reading, CellMark.None, Factor.One));
        }

        return any;
    }
}
