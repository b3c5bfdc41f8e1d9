using System.Runtime.InteropServices;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>The cells of the great table that come twice, on one sheet or on two.</summary>
internal static class RepeatedValues
{
    /// <summary>Leaves each cell once; adds a finding for each that comes twice.</summary>
    public static void Remove(ValueTable values, FindingList findings)
    {
        if (!values.AnyRepeated)
            return;
        var repeated = Find(values);
        foreach (var (first, second) in repeated)
            findings.Add(Repeated(values[first], values[second]));
        values.Remove(repeated.Select(pair => pair.Second).ToHashSet());
    }

    /// <summary>Asks where sheets of a ledger, each summed up on its own, bring the same cell.</summary>
    public static void Ask(ValueTable values, FindingList findings)
    {
        if (!values.AnyRepeated)
            return;
        var repeated = Find(values);
        var (first, second) = (values[repeated[0].First], values[repeated[0].Second]);
        findings.Add(
            DeliveryFindings.SheetsOverlap(Wording.PlaceOf(second), Wording.PlaceOf(first), Wording.Of(second), repeated.Count));
    }

    private static List<(int First, int Second)> Find(ValueTable values)
    {
        var first = new Dictionary<long, int>(values.Count);
        var repeated = new List<(int, int)>();
        for (var index = 0; index < values.Count; index++)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(first, values.At(index).Slot, out var exists);
            if (!exists)
                known = index;
            else
                repeated.Add((known, index));
        }

        return repeated;
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
