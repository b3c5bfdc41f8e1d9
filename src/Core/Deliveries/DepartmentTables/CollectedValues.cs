using System.Runtime.InteropServices;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>The values of a table, those that wait for its number format among them.</summary>
internal sealed class CollectedValues(NumberFormat format, FindingList findings)
{
    private readonly List<(int Index, CellValue Cell)> waiting = [];

    /// <summary>The values so far, in file order.</summary>
    public ValueTable Values { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count => Values.Count;

    /// <summary>The value added next was read from <paramref name="cell"/>.</summary>
    public void Expect(in CellValue cell)
    {
        if (cell.IsWaiting)
            waiting.Add((Values.Count, cell));
    }

    /// <summary>Settles what waited for the number format, or adds the question to the sender.</summary>
    public void Settle()
    {
        if (format.Finding() is { } finding)
            findings.Add(finding);
        if (format.Decided is not { } mark)
            return;
        foreach (var (index, cell) in waiting)
            Values.Settle(index, cell.ValueWith(mark));
    }

    /// <summary>All values, each cell of the great table once; adds a finding for each that comes twice.</summary>
    public ValueTable Distinct()
    {
        if (AnyRepeated())
            RemoveRepeated();
        return Values;
    }

    private bool AnyRepeated()
    {
        var seen = new SeenCells(Values.Figures.Count);
        for (var index = 0; index < Values.Count; index++)
        {
            ref readonly var value = ref Values.At(index);
            if (!seen.Add(value.Figure, value.Period, value.Scenario))
                return true;
        }

        return false;
    }

    private void RemoveRepeated()
    {
        var first = new Dictionary<long, int>(Values.Count);
        var repeated = new HashSet<int>();
        for (var index = 0; index < Values.Count; index++)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(first, Values.At(index).Slot, out var exists);
            if (!exists)
                known = index;
            else if (repeated.Add(index))
                findings.Add(Repeated(Values[known], Values[index]));
        }

        Values.Remove(repeated);
    }

    private static Findings.Finding Repeated(DeliveredValue first, DeliveredValue second)
    {
        var what = Wording.Of(second);
        var (place, before) = (Wording.PlaceOf(second), Wording.PlaceOf(first));
        return first.Value == second.Value && first.IsCumulative == second.IsCumulative
            ? DeliveryFindings.SameValueTwice(place, second.Cell.Text, before, what)
            : DeliveryFindings.DifferentValuesForOneCell(place, second.Cell.Text, before, first.Cell.Text, what);
    }
}
