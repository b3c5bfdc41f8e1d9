using System.Runtime.InteropServices;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Figures;

namespace Produktreport.Core.Deliveries.Tables;

/// <summary>The values of a file in file order, those that wait for the number format among them.</summary>
internal sealed class CollectedValues(NumberFormat format, FindingList findings)
{
    private readonly List<KeyedValue> values = [];
    private int figures;
    private readonly List<(int Index, NumberReading Reading, decimal Factor)> waiting = [];

    /// <summary>How many there are.</summary>
    public int Count => values.Count;

    /// <summary>The values so far.</summary>
    public IReadOnlyList<KeyedValue> Values => values;

    /// <summary>Adds a value as it was read from <paramref name="cell"/>.</summary>
    public void Add(KeyedValue value, in CellValue cell)
    {
        if (cell.Waiting.IsAmbiguous)
            waiting.Add((values.Count, cell.Waiting, cell.Factor));
        if (value.Key.Number < 0)
            value.Key.Number = figures++;
        values.Add(value);
    }

    /// <summary>Settles what waited for the number format, or adds the question to the sender.</summary>
    public void Settle()
    {
        if (format.Finding() is { } finding)
            findings.Add(finding);
        if (format.Decided is not { } mark)
            return;
        foreach (var (index, reading, factor) in waiting)
            values[index] = values[index] with { Value = values[index].Value with { Value = reading.ValueWith(mark)!.Value * factor } };
    }

    /// <summary>All values, each cell of the great table once; adds a finding for each that comes twice.</summary>
    public IReadOnlyList<KeyedValue> Distinct() => AnyRepeated() ? WithoutRepeated() : values;

    private bool AnyRepeated()
    {
        var seen = new SeenCells(figures);
        foreach (var (key, value) in values)
        {
            if (!seen.Add(key.Number, value.Period, value.Scenario))
                return true;
        }

        return false;
    }

    private List<KeyedValue> WithoutRepeated()
    {
        var first = new Dictionary<long, int>(values.Count);
        var repeated = new HashSet<int>();
        for (var index = 0; index < values.Count; index++)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(first, Slot(values[index]), out var exists);
            if (!exists)
                known = index;
            else if (repeated.Add(index))
                findings.Add(Repeated(values[known].Value, values[index].Value));
        }

        return [.. values.Where((_, index) => !repeated.Contains(index))];
    }

    /// <summary>Figure, period and Art as one number: the cell.</summary>
    private static long Slot(in KeyedValue value)
    {
        var period = value.Value.Period;
        return ((long)value.Key.Number << 32) | (uint)((((((period.Year * 4) + (int)period.Kind) * 16) + period.Number) * 4) + (int)value.Value.Scenario);
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
