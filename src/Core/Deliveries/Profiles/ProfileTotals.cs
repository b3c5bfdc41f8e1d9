using Produktreport.Core.Deliveries.Numbers;

namespace Produktreport.Core.Deliveries.Profiles;

/// <summary>
/// Column sums for the total rows of a profile: all rows above, or those since the total before; with or without the ignored ones.
/// </summary>
internal sealed class ProfileTotals(NumericColumns numbers, NumberFormat format, FindingList findings)
{
    private const int MaximumKept = 1000;
    private readonly RunningSum[,] sums = new RunningSum[4, numbers.Count];
    private readonly List<(Place Place, string Text, RunningSum Stated, RunningSum[] Sums)> totals = [];
    private int firstLine;

    /// <summary>Adds the cells of the current row.</summary>
    public void AddRow(int line, bool isIgnored)
    {
        if (firstLine == 0)
            firstLine = line;
        for (var number = 0; number < numbers.Count; number++)
        {
            if (numbers.StateOf(number) != NumericColumns.CellState.Value)
                continue;
            for (var kind = isIgnored ? 2 : 0; kind < 4; kind++)
                sums[kind, number].Add(numbers.Cell(number), 1);
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
            stated.Add(numbers.Cell(number), 1);
            if (totals.Count < MaximumKept)
                totals.Add((new Place(line, numbers.ColumnOf(number)), numbers.Text(number).ToString(), stated, [.. Enumerable.Range(0, 4).Select(kind => sums[kind, number])]));
            sums[1, number] = default;
            sums[3, number] = default;
        }
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
