using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Figures;

namespace Produktreport.Core.Deliveries.Tables;

/// <summary>The values of a file in file order, those that wait for the number format among them.</summary>
internal sealed class CollectedValues(NumberFormat format, FindingList findings)
{
    private readonly List<DeliveredValue> values = [];
    private readonly List<(int Index, NumberReading Reading, decimal Factor)> waiting = [];

    /// <summary>How many there are.</summary>
    public int Count => values.Count;

    /// <summary>The values so far.</summary>
    public IReadOnlyList<DeliveredValue> Values => values;

    /// <summary>Adds a value as it was read from <paramref name="cell"/>.</summary>
    public void Add(DeliveredValue value, in CellValue cell)
    {
        if (cell.Waiting.IsAmbiguous)
            waiting.Add((values.Count, cell.Waiting, cell.Factor));
        values.Add(value);
    }

    /// <summary>Settles what waited for the number format, or adds the question to the sender.</summary>
    public void Settle()
    {
        if (DeliveryFindings.OfFormat(format) is { } finding)
            findings.Add(finding);
        if (format.Decided is not { } mark)
            return;
        foreach (var (index, reading, factor) in waiting)
            values[index] = values[index] with { Value = reading.ValueWith(mark)!.Value * factor };
    }

    /// <summary>All values, each cell of the great table once; adds a finding for each that comes twice.</summary>
    public ImmutableArray<DeliveredValue> Distinct()
    {
        var first = new Dictionary<ValueKey, DeliveredValue>(values.Count);
        var distinct = ImmutableArray.CreateBuilder<DeliveredValue>(values.Count);
        foreach (var value in values)
        {
            if (first.TryAdd(new ValueKey(value.Address, value.Period, value.Scenario), value))
                distinct.Add(value);
            else
                findings.Add(Repeated(first[new ValueKey(value.Address, value.Period, value.Scenario)], value));
        }

        return distinct.DrainToImmutable();
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
