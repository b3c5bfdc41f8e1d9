using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Csv;

/// <summary>
/// Some consecutive rows of a text, split into cells, with their plain numbers read and their key texts numbered.
/// </summary>
/// <param name="numbers">The columns of numbers.</param>
/// <param name="keys">The columns of keys, and the texts met there so far; shared by all blocks of a text.</param>
internal sealed class RowBlock(int[] numbers, (int Column, ColumnTexts Texts)[] keys)
{
    private const int MostRows = 2048;

    /// <summary>Enough for the usual row; a block of long rows ends earlier.</summary>
    private const int EnoughText = 128 * 1024;

    /// <summary>Enough for the usual header; under a very wide one, short rows take much more room than their text.</summary>
    private const int EnoughNumbers = 64 * 1024;

    private int[] ends = new int[64];
    private NumberReading[] readings = new NumberReading[64 * numbers.Length];
    private int[] textNumbers = new int[64 * keys.Length];
    private char[] text = new char[4096];
    private (int Start, int Length)[] cells = new (int, int)[512];
    private int textLength;

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the first row as Excel shows it.</summary>
    public int FirstLine { get; private set; }

    /// <summary>The characters of all rows.</summary>
    public char[] Text => text;

    /// <summary>The cells of all rows, one row behind the other, as parts of <see cref="Text"/>.</summary>
    public (int Start, int Length)[] Cells => cells;

    /// <summary>The position behind a row's last cell in <see cref="Cells"/>; 0 before the first row.</summary>
    public int EndOf(int row) => row < 0 ? 0 : ends[row];

    /// <summary>The number in a row; no number where the cell is none or is written in a way that needs a closer look.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="number">Which of the columns of numbers.</param>
    public ref readonly NumberReading Number(int row, int number) => ref readings[(row * numbers.Length) + number];

    /// <summary>The number of a key's text in a row (<see cref="ColumnTexts.Of"/>).</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="key">Which of the columns of keys.</param>
    public int TextNumber(int row, int key) => textNumbers[(row * keys.Length) + key];

    /// <summary>Takes the next rows; false when there are none behind them.</summary>
    public bool Fill(CsvRows rows)
    {
        (Count, textLength, FirstLine) = (0, 0, rows.Line + 1);
        while (Count < MostRows && textLength < EnoughText && Count * numbers.Length < EnoughNumbers)
        {
            if (!rows.Next())
                return false;
            Add(rows);
        }

        return true;
    }

    private void Add(CsvRows rows)
    {
        if (Count == ends.Length)
            Grow();
        AddCells(rows);
        for (var number = 0; number < numbers.Length; number++)
            PlainNumber.TryRead(Blanks.Trim(rows.Cell(numbers[number])), out readings[(Count * numbers.Length) + number]);
        for (var key = 0; key < keys.Length; key++)
            textNumbers[(Count * keys.Length) + key] = keys[key].Texts.Of(Blanks.Trim(rows.Cell(keys[key].Column)));
        Count++;
    }

    private void AddCells(CsvRows rows)
    {
        var end = EndOf(Count - 1);
        if (cells.Length - end < rows.Count)
            Array.Resize(ref cells, Math.Max(cells.Length * 2, end + rows.Count));
        var row = rows.Row;
        if (text.Length - textLength < row.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, textLength + row.Length));
        row.CopyTo(text.AsSpan(textLength));
        foreach (var (start, length) in rows.Cells)
            cells[end++] = (textLength + start, length);
        textLength += row.Length;
        ends[Count] = end;
    }

    private void Grow()
    {
        Array.Resize(ref ends, ends.Length * 2);
        Array.Resize(ref readings, readings.Length * 2);
        Array.Resize(ref textNumbers, textNumbers.Length * 2);
    }
}
