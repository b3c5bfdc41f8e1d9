using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// The first rows that count, to find those that are alike in all but one column, their amounts too: two versions of the same
/// rows, which would count twice.
/// </summary>
internal sealed class TwinRows
{
    private const int MostRows = 400;
    private const int MostColumns = 60;

    /// <summary>A few bookings may be made twice.</summary>
    private const int FewestTwins = 8;

    private readonly RowSource rows;
    private readonly int[] amounts;
    private readonly int width;
    private readonly int[] lines = new int[MostRows];
    private int[] cells = [];
    private int count;

    /// <summary>Keeps rows whose columns have a header.</summary>
    public TwinRows(RowSource rows, ProfileColumns header, ImportProfile profile)
    {
        this.rows = rows;
        amounts = [.. profile.Values.Select(value => header[value.Column]).Distinct()];
        width = header.Line > 0 && header.Count <= MostColumns ? header.Count : 0;
    }

    /// <summary>Keeps the current row, if it has an amount.</summary>
    public void Look()
    {
        if (count < MostRows && width > 0 && HasAmount())
            Keep();
    }

    private void Keep()
    {
        if (cells.Length == 0)
            cells = new int[MostRows * width];
        for (var column = 0; column < width; column++)
            cells[(count * width) + column] = string.GetHashCode(Blanks.Trim(rows.Cell(column)), StringComparison.Ordinal);
        lines[count++] = rows.Line;
    }

    /// <summary>
    /// The line from which on the rows of a short file stand once more, each of them alike in all columns; null where they do
    /// not.
    /// </summary>
    /// <param name="all">How many rows count.</param>
    public int? AreAll(int all)
    {
        if (count != all || count < FewestTwins || count % 2 == 1)
            return null;
        var half = count / 2;
        for (var row = 0; row < half; row++)
        {
            if (OthersOf(row, column: -1) != OthersOf(row + half, column: -1))
                return null;
        }

        return lines[half];
    }

    /// <summary>Whether half of the rows have a twin that differs from them in this column alone.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="texts">What stands there.</param>
    public bool DifferIn(int column, IReadOnlyList<string> texts) => count > 3 && column < width
        && texts.All(text => text.Any(char.IsLetter) && !PeriodText.TryParse($"{text} 2000", out _))
        && Enumerable.Range(0, count).GroupBy(row => OthersOf(row, column))
            .Where(alike => alike.Select(row => cells[(row * width) + column]).Distinct().Count() > 1)
            .Sum(alike => alike.Count()) * 2 >= count;

    private long OthersOf(int row, int column)
    {
        var others = 17L;
        for (var other = 0; other < width; other++)
            others = other == column ? others : unchecked((others * 1_000_003) + cells[(row * width) + other]);
        return others;
    }

    private bool HasAmount()
    {
        foreach (var column in amounts)
        {
            if (Blanks.Trim(rows.Cell(column)).IndexOfAnyInRange('1', '9') >= 0)
                return true;
        }

        return false;
    }
}
