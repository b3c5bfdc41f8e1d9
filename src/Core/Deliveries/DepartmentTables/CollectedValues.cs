using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>The values of a table, those that wait for its number format among them.</summary>
/// <param name="format">The table's number format.</param>
/// <param name="values">Where they go, behind those of other sheets.</param>
/// <param name="findings">Where questions go.</param>
internal sealed class CollectedValues(NumberFormat format, ValueTable values, FindingList findings)
{
    private readonly List<(int Index, CellReading Cell)> waiting = [];

    /// <summary>The values so far, in file order.</summary>
    public ValueTable Values => values;

    /// <summary>How many there are.</summary>
    public int Count => Values.Count;

    /// <summary>The value added next was read from <paramref name="cell"/>.</summary>
    public void Expect(in CellReading cell)
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
}
