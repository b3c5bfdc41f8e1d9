namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Numbers the texts in the key columns of rows: a row's first number is that of some of its texts together, then come those of
/// the columns.
/// </summary>
internal sealed class KeyTexts
{
    private readonly int[] columns;
    private readonly ColumnTexts[] texts;
    private readonly TextCombinations combinations;
    private readonly int together;

    /// <summary>No text has a number yet.</summary>
    /// <param name="together">The columns whose texts are numbered together.</param>
    /// <param name="others">The columns whose texts are numbered each for itself; one may be among those before.</param>
    public KeyTexts(IEnumerable<int> together, IEnumerable<int> others)
    {
        int[] first = [.. together.Distinct()];
        columns = [.. first.Concat(others).Distinct()];
        texts = [.. columns.Select(_ => new ColumnTexts())];
        (this.together, combinations) = (first.Length, new TextCombinations(first.Length));
    }

    /// <summary>The columns, each once.</summary>
    public IReadOnlyList<int> Columns => columns;

    /// <summary>How many numbers a row has.</summary>
    public int Width => columns.Length + 1;

    /// <summary>The texts of a column.</summary>
    /// <param name="key">Which of the columns, from 0.</param>
    public ColumnTexts this[int key] => texts[key];

    /// <summary>Finds the first numbers of rows whose others are known.</summary>
    public void Combine(Span<int> numbers)
    {
        for (var row = 0; row < numbers.Length; row += Width)
            numbers[row] = combinations.Of(numbers.Slice(row + 1, together));
    }
}
