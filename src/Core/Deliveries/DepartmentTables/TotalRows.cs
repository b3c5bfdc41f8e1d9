using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// The total and subtotal rows of a table: left out, and held against the values above them in the same column, either all of
/// them or those since the total before.
/// </summary>
/// <param name="format">The table's number format.</param>
/// <param name="first">The first of the table's values among those of all sheets.</param>
/// <param name="findings">Where what does not add up is said.</param>
internal sealed class TotalRows(NumberFormat format, int first, FindingList findings)
{
    private const int MaximumKept = 10_000;
    private readonly List<Total> totals = [];
    private int rowCount;
    private int lastLine;

    /// <summary>How many rows were recognised.</summary>
    public int RowCount => rowCount;

    /// <summary>
    /// Remembers a cell of a total row that stands after <paramref name="valuesAbove"/> values. Nameless ones must prove
    /// themselves by their sum.
    /// </summary>
    public void Add(CellPlace place, string text, in NumberReading reading, Factor factor, int valuesAbove, bool isNamed)
    {
        rowCount += place.Line == lastLine ? 0 : 1;
        lastLine = place.Line;
        if (totals.Count < MaximumKept)
            totals.Add(new Total(place, text, reading, factor, valuesAbove, isNamed));
        else if (!isNamed)
            findings.Add(DeliveryFindings.MissingKey(place with { Column = 0 }, "Produkt"));
    }

    /// <summary>Checks all totals once the number format is decided.</summary>
    public void Check(ValueTable values)
    {
        var sums = new Dictionary<int, (decimal All, decimal Recent, int RecentFrom)>();
        var next = first;
        foreach (var row in totals.GroupBy(total => total.Place.Line))
        {
            for (; next < row.First().ValuesAbove; next++)
                Plus(sums, values.At(next));
            foreach (var total in row)
                Check(total, sums);
        }
    }

    private static void Plus(Dictionary<int, (decimal All, decimal Recent, int RecentFrom)> sums, in CompactValue value)
    {
        var sum = sums.GetValueOrDefault(value.Column);
        var added = value.Value ?? 0;
        sums[value.Column] = (sum.All + added, sum.Recent + added, sum.RecentFrom == 0 ? value.Line : sum.RecentFrom);
    }

    private void Check(Total total, Dictionary<int, (decimal All, decimal Recent, int RecentFrom)> sums)
    {
        var sum = sums.GetValueOrDefault(total.Place.Column);
        sums[total.Place.Column] = sum with { Recent = 0, RecentFrom = 0 };
        var marks = format.Decided is { } decided ? [decided] : new[] { ',', '.' };
        var readings = marks.Select(mark => total.Reading.ValueWith(mark) is { } value ? total.Factor.Of(value) : (decimal?)null)
            .OfType<decimal>().ToList();
        if (readings.Any(reading => reading == sum.All || reading == sum.Recent) || readings is not [var stated, ..])
            return;
        if (!total.IsNamed)
            findings.Add(DeliveryFindings.MissingKey(total.Place with { Column = 0 }, "Produkt"));
        else if (sum.RecentFrom > 0)
            findings.Add(
                DeliveryFindings.TotalDiffers(total.Place, total.Text, stated, Closer(sum, stated),
                $"darüber in Spalte {ColumnLetters.Of(total.Place.Column)}"));
    }

    private static decimal Closer((decimal All, decimal Recent, int RecentFrom) sum, decimal stated) =>
        Math.Abs(stated - sum.Recent) <= Math.Abs(stated - sum.All) ? sum.Recent : sum.All;

    private sealed record Total(CellPlace Place, string Text, NumberReading Reading, Factor Factor, int ValuesAbove,
        bool IsNamed);
}
