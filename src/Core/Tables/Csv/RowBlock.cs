using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Csv;

/// <summary>
/// Some consecutive rows of a text, split into cells, with their plain numbers read and their key texts numbered. They stay in
/// the buffers they were read into.
/// </summary>
/// <param name="numbers">The columns of numbers.</param>
/// <param name="keys">The columns of keys, and the texts met there so far; shared by all blocks of a text.</param>
/// <param name="watch">The columns that are watched.</param>
internal sealed class RowBlock(int[] numbers, KeyTexts keys, CellWatch watch)
{
    private const int MostRows = 8192;

    /// <summary>Enough for the usual header; under a very wide one, short rows take much more room than their text.</summary>
    private const int EnoughNumbers = 64 * 1024;

    private (int Start, int EndOfCells)[] rows = new (int, int)[64];

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the first row as Excel shows it.</summary>
    public int FirstLine { get; private set; }

    /// <summary>The rows.</summary>
    public RowBuffers Buffers { get; private set; } = RowBuffers.None;

    /// <summary>What is known of the cells.</summary>
    public KnownCells Known { get; } = new(numbers, keys);

    /// <summary>Where the rows begin, and the positions behind their last cells; more than there are rows.</summary>
    public (int Start, int EndOfCells)[] Placements => rows;

    /// <summary>Takes the next rows; false when there are none behind them.</summary>
    public bool Fill(CsvRows source)
    {
        source.BeginBlock(Buffers);
        (Count, FirstLine) = (0, source.Line + (source.IsHeld ? 0 : 1));
        var most = Math.Min(MostRows, EnoughNumbers / Math.Max(1, numbers.Length));
        while (Count < most && source.NextOfBlock())
        {
            if (Count == rows.Length)
                Array.Resize(ref rows, rows.Length * 2);
            rows[Count++] = source.Placement;
            Count += source.SkipPlain(rows.AsSpan(Count, Math.Min(most, rows.Length) - Count));
        }

        Buffers = source.EndBlock();
        // Column by column the same few instructions run again and again.
        ReadNumbers();
        ReadTexts();
        ReadMarks();
        return !source.IsAtEnd;
    }

    private void ReadNumbers()
    {
        var readings = Known.NumbersOf(Count);
        for (var number = 0; number < numbers.Length; number++)
        {
            var cells = new ColumnCells(this, numbers[number]);
            for (var at = number; at < readings.Length; at += numbers.Length)
                readings[at] = PlainNumber.In(cells.Next());
        }
    }

    private void ReadTexts()
    {
        var found = Known.TextNumbersOf(Count);
        for (var key = 0; key < keys.Columns.Count; key++)
        {
            var texts = keys[key];
            var cells = new ColumnCells(this, keys.Columns[key]);
            for (var at = key + 1; at < found.Length; at += keys.Width)
                found[at] = texts.Of(cells.Next());
        }
    }

    private void ReadMarks()
    {
        var marks = Known.MarksOf(Count);
        marks.Clear();
        foreach (var column in watch.Columns)
        {
            var cells = new ColumnCells(this, column);
            for (var row = 0; row < marks.Length; row++)
                marks[row] |= watch.Meets(cells.Next());
        }
    }

    /// <summary>The texts of a column, row by row.</summary>
    private ref struct ColumnCells(RowBlock block, int column)
    {
        private readonly ReadOnlySpan<(int Start, int EndOfCells)> rows = block.rows;
        private readonly ReadOnlySpan<(int Start, int Length)> cells = block.Buffers.Cells;
        private readonly ReadOnlySpan<char> text = block.Buffers.Text;
        private readonly int column = column;
        private int row;
        private int first;

        public ReadOnlySpan<char> Next()
        {
            unchecked
            {
                var (start, end) = rows[row++];
                var at = first + column;
                first = end;
                if (at >= end)
                    return default;
                var cell = cells[at];
                return text.Slice(start + cell.Start, cell.Length);
            }
        }
    }
}
