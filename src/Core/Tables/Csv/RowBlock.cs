using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Csv;

/// <summary>
/// Some consecutive rows of a text, split into cells, with their plain numbers read and their key texts numbered. They stay in
/// the buffers they were read into.
/// </summary>
/// <param name="numbers">The columns of numbers.</param>
/// <param name="keys">The columns of keys, and the texts met there so far; shared by all blocks of a text.</param>
internal sealed class RowBlock(int[] numbers, (int Column, ColumnTexts Texts)[] keys)
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
    public KnownCells Known { get; } = new(numbers, [.. keys.Select(key => key.Column)]);

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
            Add(source);
        Buffers = source.EndBlock();
        return !source.IsAtEnd;
    }

    private void Add(CsvRows source)
    {
        if (Count == rows.Length)
            Array.Resize(ref rows, rows.Length * 2);
        rows[Count] = source.Placement;
        var readings = Known.NumbersOf(Count);
        for (var number = 0; number < readings.Length; number++)
            PlainNumber.TryRead(Blanks.Trim(source.Cell(numbers[number])), out readings[number]);
        var texts = Known.TextNumbersOf(Count);
        for (var key = 0; key < texts.Length; key++)
            texts[key] = keys[key].Texts.Of(Blanks.Trim(source.Cell(keys[key].Column)));
        Count++;
    }
}
