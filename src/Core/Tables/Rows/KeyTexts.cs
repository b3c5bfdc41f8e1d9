namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Numbers the texts in the key columns of rows: a row's first number is that of all its texts together, then come those of the
/// columns.
/// </summary>
/// <param name="areCombined">Whether anybody asks for the first number; it is 0 where nobody does.</param>
/// <param name="columns">The columns, each once.</param>
internal sealed class KeyTexts(bool areCombined, params int[] columns)
{
    private readonly ColumnTexts[] texts = [.. columns.Select(_ => new ColumnTexts())];
    private readonly TextCombinations combinations = new(columns.Length);

    /// <summary>The columns.</summary>
    public IReadOnlyList<int> Columns => columns;

    /// <summary>How many numbers a row has.</summary>
    public int Width => columns.Length + 1;

    /// <summary>The texts of a column.</summary>
    /// <param name="key">Which of the columns, from 0.</param>
    public ColumnTexts this[int key] => texts[key];

    /// <summary>Finds the first numbers of rows whose others are known.</summary>
    public void Combine(Span<int> numbers)
    {
        for (var row = 0; areCombined && row < numbers.Length; row += Width)
            numbers[row] = combinations.Of(numbers.Slice(row + 1, columns.Length));
    }
}
