using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Column sums for the total rows of a profile: all rows above, or those since the total before; with or without the ignored
/// ones.
/// </summary>
internal sealed class ProfileTotals(NumericColumns numbers, NumberFormat format, FindingList findings)
{
    private const int MaximumKept = 1000;
    private readonly RunningSum[] taken = new RunningSum[numbers.Count];
    private readonly RunningSum[] ignored = new RunningSum[numbers.Count];
    private readonly RunningSum[] takenBefore = new RunningSum[numbers.Count];
    private readonly RunningSum[] ignoredBefore = new RunningSum[numbers.Count];
    private readonly List<(CellPlace Place, string Text, RunningSum Stated, RunningSum[] Sums)> totals = [];
    private int firstLine;

    /// <summary>Adds the cells of the current row.</summary>
    public void AddRow(int line, bool isIgnored)
    {
        if (firstLine == 0)
            firstLine = line;
        var sums = isIgnored ? ignored : taken;
        for (var number = 0; number < sums.Length; number++)
        {
            if (numbers.StateOf(number) == NumericColumns.CellState.Value)
                sums[number].Add(numbers.Cell(number), Factor.One);
        }
    }

    /// <summary>Takes the current row as a total.</summary>
    public void AddTotal(int line)
    {
        for (var number = 0; number < numbers.Count; number++)
        {
            if (numbers.StateOf(number) != NumericColumns.CellState.Value)
                continue;
            var stated = default(RunningSum);
            stated.Add(numbers.Cell(number), Factor.One);
            if (totals.Count < MaximumKept)
                totals.Add((new CellPlace(line, numbers.ColumnOf(number)), numbers.Text(number).ToString(), stated, Sums(number)));
            takenBefore[number].Add(taken[number]);
            ignoredBefore[number].Add(ignored[number]);
            (taken[number], ignored[number]) = (default, default);
        }
    }

    /// <summary>All rows and those since the total before, each without and with the ignored ones.</summary>
    private RunningSum[] Sums(int number)
    {
        var all = Joined(taken[number], takenBefore[number]);
        var ignoredRows = Joined(ignored[number], ignoredBefore[number]);
        return [all, taken[number], Joined(all, ignoredRows), Joined(taken[number], ignored[number])];
    }

    private static RunningSum Joined(RunningSum first, in RunningSum second)
    {
        first.Add(second);
        return first;
    }

    /// <summary>Adds a warning for every total that is none of its sums.</summary>
    public void Check()
    {
        foreach (var (place, text, stated, known) in totals)
        {
            var total = stated.With(format.Decided);
            var values = known.Select(sum => sum.With(format.Decided)).ToList();
            if (!values.Contains(total))
            {
                findings.Add(DeliveryFindings.TotalDiffers(
                    place, text, total, values.Take(2).MinBy(value => Math.Abs(value - total)), $"ab Zeile {firstLine} in Spalte {ColumnLetters.Of(place.Column)}"));
            }
        }
    }
}
