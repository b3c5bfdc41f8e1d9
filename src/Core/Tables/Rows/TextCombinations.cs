namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Numbers the combinations of texts that stand in the key columns of a row: what they mean together is then found out once for
/// all rows with the same. Bounded, whatever is sent.
/// </summary>
/// <param name="columns">How many key columns.</param>
internal sealed class TextCombinations(int columns)
{
    private readonly NumberPairs[] pairs = [.. Enumerable.Range(0, Math.Max(0, columns - 1)).Select(_ => new NumberPairs())];

    /// <summary>
    /// The number of a combination, below 131,072; −1 where one of its texts has none, or there are too many combinations.
    /// </summary>
    /// <param name="texts">The numbers of the texts (<see cref="ColumnTexts.Of"/>), column by column.</param>
    public int Of(ReadOnlySpan<int> texts)
    {
        var number = texts.IsEmpty ? 0 : texts[0];
        for (var column = 0; column < pairs.Length; column++)
            number = pairs[column].Of(number, texts[column + 1]);
        return number;
    }

    /// <summary>Numbers pairs of numbers, in a table with a row for each first one.</summary>
    private sealed class NumberPairs
    {
        private const int MostPairs = 1 << 17;

        /// <summary>Most pairs of a thousand products with a thousand accounts each stand in no file: 16 MB suffice.</summary>
        private const int MostCells = 1 << 22;

        private int[][] rows = [];
        private int cells;
        private int last;

        public int Of(int first, int second)
        {
            if (unchecked((uint)first) < (uint)rows.Length && rows[first] is var row
                && unchecked((uint)second) < (uint)row.Length && row[second] is var known and not 0)
                return known;
            return Add(first, second);
        }

        private int Add(int first, int second)
        {
            if ((first | second) < 0 || last == MostPairs - 1 || !HasRoom(first, second))
                return -1;
            return rows[first][second] = ++last;
        }

        private bool HasRoom(int first, int second)
        {
            if (first >= rows.Length)
                rows = [.. rows, .. Enumerable.Repeat(Array.Empty<int>(), Math.Max(first + 1 - rows.Length, rows.Length))];
            var length = rows[first].Length;
            if (second < length)
                return true;
            var longer = Math.Max(second + 1, length * 2);
            if (cells + longer - length > MostCells)
                return false;
            cells += longer - length;
            Array.Resize(ref rows[first], longer);
            return true;
        }
    }
}
