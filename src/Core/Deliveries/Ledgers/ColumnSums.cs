using Produktreport.Core.Deliveries.Numbers;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>What the rows of one kind between two total rows add up to, numeric column by numeric column.</summary>
/// <param name="segment">How many total rows stand above.</param>
/// <param name="columns">How many numeric columns there are.</param>
internal sealed class ColumnSums(int segment, int columns)
{
    private readonly RunningSum[] sums = new RunningSum[columns];

    /// <summary>How many total rows stand above.</summary>
    public int Segment => segment;

    /// <summary>How many rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>The sum of a column.</summary>
    public ref readonly RunningSum this[int number] => ref sums[number];

    /// <summary>Adds the current row.</summary>
    public void Add(NumericColumns numbers)
    {
        RowCount++;
        for (var number = 0; number < sums.Length; number++)
        {
            if (numbers.StateOf(number) == NumericColumns.CellState.Value)
                sums[number].Add(numbers.Cell(number), Factor.One);
        }
    }
}

/// <summary>The <see cref="ColumnSums"/> of rows of one kind, from the top of a file to its end.</summary>
internal sealed class SegmentedSums
{
    private readonly List<ColumnSums> segments = [];
    private ColumnSums? last;

    /// <summary>Those segments that have rows of this kind.</summary>
    public IReadOnlyList<ColumnSums> Segments => segments;

    /// <summary>How many rows.</summary>
    public int RowCount => segments.Sum(segment => segment.RowCount);

    /// <summary>Adds the current row to a segment, which is not before those added to.</summary>
    public void Add(NumericColumns numbers, int segment)
    {
        if (last is null || last.Segment != segment)
            segments.Add(last = new ColumnSums(segment, numbers.Count));
        last.Add(numbers);
    }

    /// <summary>The sum of a column over all segments.</summary>
    public decimal Of(int number, char? decimalMark) => segments.Sum(segment => segment[number].With(decimalMark));
}
