using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Csv;

/// <summary>
/// Some consecutive rows of a text, split into cells, with their plain numbers read and their key texts numbered. They stay in
/// the buffers they were read into.
/// </summary>
/// <param name="numbers">The columns of numbers.</param>
/// <param name="keys">The columns of keys, and the texts met there so far; shared by all blocks of a text.</param>
internal sealed class RowBlock(int[] numbers, KeyTexts keys)
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

    /// <summary>Where a row begins.</summary>
    public int StartOf(int row) => rows[row].Start;

    /// <summary>The position behind a row's last cell; 0 before the first row.</summary>
    public int EndOf(int row) => row < 0 ? 0 : rows[row].EndOfCells;

    /// <summary>Takes the next rows; false when there are none behind them.</summary>
    public bool Fill(CsvRows source)
    {
        source.BeginBlock(Buffers);
        (Count, FirstLine) = (0, source.Line + (source.IsHeld ? 0 : 1));
        while (Count < MostRows && Count * numbers.Length < EnoughNumbers && source.NextOfBlock())
        {
            if (Count == rows.Length)
                Array.Resize(ref rows, rows.Length * 2);
            rows[Count++] = source.Placement;
        }

        Buffers = source.EndBlock();
        // Column by column the same few instructions run again and again.
        ReadNumbers();
        ReadTexts();
        return !source.IsAtEnd;
    }

    private void ReadNumbers()
    {
        var readings = Known.NumbersOf(Count);
        for (var number = 0; number < numbers.Length; number++)
        {
            var column = numbers[number];
            for (int row = 0, at = number; row < Count; row++, at += numbers.Length)
                readings[at] = PlainNumber.In(Cell(row, column));
        }
    }

    private void ReadTexts()
    {
        var found = Known.TextNumbersOf(Count);
        for (var key = 0; key < keys.Columns.Count; key++)
        {
            var (column, texts) = (keys.Columns[key], keys[key]);
            for (int row = 0, at = key + 1; row < Count; row++, at += keys.Width)
                found[at] = texts.Of(Cell(row, column));
        }

        keys.Combine(found);
    }

    private ReadOnlySpan<char> Cell(int row, int column)
    {
        unchecked
        {
            var at = EndOf(row - 1) + column;
            if (at >= rows[row].EndOfCells)
                return default;
            var (start, length) = Buffers.Cells[at];
            return Buffers.Text.AsSpan(rows[row].Start + start, length);
        }
    }
}
