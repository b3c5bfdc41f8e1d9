using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>What the cells of a column add up to, and which of them is the largest.</summary>
internal struct ColumnSum
{
    private static readonly double[] Powers = [.. Enumerable.Range(0, 29).Select(scale => Math.Pow(10, -scale))];

    private RunningSum sum;

    // The largest cell where its text follows from its value, else that text.
    private NumberReading regular;
    private char[]? text;
    private int length;

    /// <summary>What they add up to.</summary>
    public readonly RunningSum Sum => sum;

    /// <summary>The amount of the largest, whatever its sign: where one looks first.</summary>
    public double Largest { get; private set; }

    /// <summary>The line of the first that is as large; 0 while there is none.</summary>
    public int LargestLine { get; private set; }

    /// <summary>The raw text of that cell.</summary>
    public readonly string Text => regular.IsNumber
        ? NumberReading.RegularText(regular.Value)
        : new string(text ?? [], 0, length);

    /// <summary>Whether a cell says unknown. Then the sum is unknown.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Adds the cell of the current row.</summary>
    public void Add(in CellReading cell, NumericColumns numbers, int number, int line)
    {
        sum.Add(cell);
        if (SizeOf(cell) is var size && (size > Largest || LargestLine == 0))
        {
            (Largest, LargestLine, regular) = (size, line, cell.IsRegular ? cell.Reading : default);
            if (!cell.IsRegular)
                Keep(numbers.Text(number));
        }

        IsUnknown |= cell.Mark == CellMark.Unknown;
    }

    private void Keep(ReadOnlySpan<char> raw)
    {
        if (text is null || text.Length < raw.Length)
            text = new char[Math.Max(16, raw.Length)];
        raw.CopyTo(text);
        length = raw.Length;
    }

    /// <summary>The amount of a cell, as exactly as comparing needs it.</summary>
    private static double SizeOf(in CellReading cell) =>
        cell.Mark != CellMark.None ? 0
        : cell.Reading.IsShort ? Math.Abs((double)cell.Reading.SignedDigits) * Powers[Math.Max(0, (int)cell.Reading.Scale)]
        : (double)Math.Abs(cell.Value ?? 0);
}

/// <summary>What the rows of one kind between two total rows add up to.</summary>
/// <param name="Segment">How many total rows stand above.</param>
/// <param name="RowCount">How many rows.</param>
/// <param name="Columns">The sums, numeric column by numeric column.</param>
internal readonly record struct SegmentSums(int Segment, int RowCount, ColumnSum[] Columns);

/// <summary>What rows of one kind add up to, from the top of a file to its end.</summary>
internal class SegmentedSums
{
    private readonly List<SegmentSums> above = [];
    private ColumnSum[] columns = [];
    private int segment = -1;
    private int rowCount;

    /// <summary>Those segments that have rows of this kind.</summary>
    public IEnumerable<SegmentSums> Segments => rowCount > 0 ? above.Append(new SegmentSums(segment, rowCount, columns)) : [];

    /// <summary>Adds the current row to a segment, which is not before those added to.</summary>
    public void Add(NumericColumns numbers, int segment, int line)
    {
        if (this.segment != segment)
            Begin(segment, numbers.Count);
        rowCount++;
        for (var number = 0; number < columns.Length; number++)
        {
            if (numbers.StateOf(number) == NumericColumns.CellState.Value)
                columns[number].Add(numbers.Cell(number), numbers, number, line);
        }
    }

    private void Begin(int next, int count)
    {
        if (rowCount > 0)
            above.Add(new SegmentSums(segment, rowCount, columns));
        (segment, rowCount, columns) = (next, 0, new ColumnSum[count]);
    }
}
