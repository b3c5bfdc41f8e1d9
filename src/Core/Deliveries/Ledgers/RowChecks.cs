using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>The sums that must hold in each row (<c>pruefe</c>), to the cent.</summary>
internal sealed class RowChecks(NumericColumns numbers, ProfileColumns header, ImmutableArray<RowCheck> checks,
    NumberFormat format, FindingList findings)
{
    private const decimal Cent = 0.01m;
    private const int MaximumKept = 1000;
    private readonly (RowCheck Check, int Left, int[] Right)[] known =
        [.. checks.Select(check =>
            (check, numbers.Add(header[check.Left], null), check.Right.Select(column => numbers.Add(header[column], null))
                .ToArray()))];
    private readonly List<(RowCheck Check, CellPlace Place, string Text, RunningSum Left, RunningSum Right)> broken = [];

    /// <summary>Whether there are any.</summary>
    public bool Any => known.Length > 0;

    /// <summary>Checks the current row.</summary>
    public void CheckRow(int line)
    {
        foreach (var (check, left, right) in known)
        {
            if (numbers.StateOf(left) != NumericColumns.CellState.Value || !TrySum([left], out var stated)
                || !TrySum(right, out var sum))
                continue;
            if ((Differs(stated, sum, ',') || Differs(stated, sum, '.')) && broken.Count < MaximumKept)
                broken.Add((check, new CellPlace(line, numbers.ColumnOf(left)), numbers.Text(left).ToString(), stated, sum));
        }
    }

    /// <summary>Adds a warning for every row that does not hold, once the number format is decided.</summary>
    public void Report()
    {
        foreach (var (check, place, text, left, right) in broken)
        {
            if (Differs(left, right, format.Decided ?? ','))
                findings.Add(
                    DeliveryFindings.RowCheckFails(place, text, check.Text, left.With(format.Decided),
                    right.With(format.Decided)));
        }
    }

    private static bool Differs(in RunningSum left, in RunningSum right, char mark) =>
        Math.Abs(left.With(mark) - right.With(mark)) >= Cent;

    /// <summary>A blank is nothing to add; an unknown or faulty cell leaves nothing to check.</summary>
    private bool TrySum(int[] cells, out RunningSum sum)
    {
        sum = default;
        foreach (var cell in cells)
        {
            if (numbers.StateOf(cell) == NumericColumns.CellState.Faulty)
                return false;
            if (numbers.StateOf(cell) == NumericColumns.CellState.Blank)
                continue;
            if (numbers.Cell(cell).Mark == CellMark.Unknown)
                return false;
            sum.Add(numbers.Cell(cell));
        }

        return true;
    }
}
