using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// The total rows of a file. Each must be the sum of the rows between it and some other total, or the file's end: above it or
/// below, with or without the ignored ones, of income or of expenses alone, or their balance, and never with the areas, which are
/// totals themselves.
/// </summary>
internal sealed class ProfileTotals(NumericColumns numbers, NumberFormat format, FindingList findings)
{
    private const int MaximumKept = 1000;
    private readonly SegmentedSums ignored = new();
    private readonly List<Total> totals = [];
    private readonly SortedSet<int> filled = [];
    private int segment;
    private int firstLine;

    /// <summary>Adds the current row to those it belongs to; null for an ignored one.</summary>
    public void AddRow(int line, SegmentedSums? taken)
    {
        if (firstLine == 0)
            firstLine = line;
        (taken ?? ignored).Add(numbers, segment, line);
    }

    /// <summary>Takes the current row as a total.</summary>
    /// <param name="line">The row.</param>
    /// <param name="isBalance">
    /// Whether it is called a balance: where income and expenses have columns of their own, it is the sum of neither.
    /// </param>
    public void AddTotal(int line, bool isBalance)
    {
        if (totals.Count >= MaximumKept || (isBalance && numbers.Count > 1))
            return;
        var before = totals.Count;
        for (var number = 0; number < numbers.Count; number++)
        {
            if (numbers.StateOf(number) != NumericColumns.CellState.Value)
                continue;
            var stated = default(RunningSum);
            stated.Add(numbers.Cell(number));
            totals.Add(new Total(new CellPlace(line, numbers.ColumnOf(number)), numbers.Text(number).ToString(), number, segment,
                stated));
        }

        segment += totals.Count > before ? 1 : 0;
    }

    /// <summary>Adds a warning for every total that is no sum of rows.</summary>
    /// <param name="groups">The groups whose rows count: no areas.</param>
    public void Check(IEnumerable<ProfileGroup> groups)
    {
        if (totals.Count == 0)
            return;
        var rows = groups.SelectMany(group => group.Taken).ToList();
        SegmentSums[] segments = [.. rows.SelectMany(each => each.Segments)];
        filled.UnionWith(segments.Select(part => part.Segment));
        var taken = SumsUpTo(segments);
        var income = SumsOf(rows, BudgetWords.IsIncome);
        var expenses = SumsOf(rows, BudgetWords.IsExpense);
        decimal[][] sums = [taken, Together(taken, SumsUpTo(ignored.Segments), 1), income, expenses,
            Together(income, expenses, -1),
            Together(expenses, income, -1)];
        foreach (var total in totals)
            Check(total, taken, sums);
    }

    private decimal[] SumsOf(IEnumerable<TakenRows> rows, Func<string, bool> side) => SumsUpTo(rows
        .Where(each => each.Sources.Length > 0 && each.Sources.All(source => side(source.Column.Figure.Text)))
        .SelectMany(each => each.Segments));

    private static decimal[] Together(decimal[] first, decimal[] second, int sign) =>
        [.. first.Zip(second, (own, other) => own + (sign * other))];

    private void Check(Total total, decimal[] taken, decimal[][] sums)
    {
        var stated = total.Stated.With(format.Decided);
        if (sums.Any(each => IsSum(stated, total, each)))
            return;
        if (Closest(stated, total, taken) is var (closest, rows))
        {
            findings.Add(DeliveryFindings.TotalDiffers(
                total.Place, total.Text, stated, closest, $"{rows} in Spalte {ColumnLetters.Of(total.Place.Column)}"));
        }
    }

    /// <summary>
    /// The sum a wrong total comes closest to, of the rows above it or below; null where none are taken there.
    /// </summary>
    private (decimal Sum, string Rows)? Closest(decimal stated, Total total, decimal[] taken)
    {
        var own = At(taken, total.Segment + 1, total.Number);
        var isBelow = total.Place.Line < firstLine;
        var sums = new List<decimal>();
        if (filled.Contains(isBelow ? total.Segment + 1 : total.Segment))
            sums.Add(isBelow ? At(taken, total.Segment + 2, total.Number) - own : own - At(taken, total.Segment, total.Number));
        if (isBelow ? filled.Max > total.Segment : filled.Min <= total.Segment)
            sums.Add(isBelow ? At(taken, segment + 1, total.Number) - own : own);
        return filled.Count == 0 || sums.Count == 0 ? null
            : (sums.MinBy(sum => Math.Abs(sum - stated)), isBelow ? "darunter" : "darüber");
    }

    /// <summary>
    /// Whether an amount is the sum of all rows from some total down to this one, or from it down to some other.
    /// </summary>
    private bool IsSum(decimal stated, Total total, decimal[] upTo)
    {
        var own = At(upTo, total.Segment + 1, total.Number);
        for (var other = 0; other <= segment + 1; other++)
        {
            var distance = At(upTo, other, total.Number) - own;
            if (stated == (other <= total.Segment ? -distance : distance) && other != total.Segment + 1)
                return true;
        }

        return false;
    }

    /// <summary>For each segment and column the sum of all rows above the segment; behind the last that of all rows.</summary>
    private decimal[] SumsUpTo(IEnumerable<SegmentSums> parts)
    {
        var sums = new decimal[(segment + 2) * numbers.Count];
        foreach (var part in parts)
        {
            for (var number = 0; number < numbers.Count; number++)
                sums[(part.Segment + 1) * numbers.Count + number] += part.Columns[number].Sum.With(format.Decided);
        }

        for (var at = numbers.Count; at < sums.Length; at++)
            sums[at] += sums[at - numbers.Count];
        return sums;
    }

    private decimal At(decimal[] upTo, int segments, int number) => upTo[segments * numbers.Count + number];

    private sealed record Total(CellPlace Place, string Text, int Number, int Segment, RunningSum Stated);
}
