using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// The total and subtotal rows of a table: left out, and held against the values above them in the same column, or below them,
/// either all of them or those between it and another total.
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
        if (totals.Count == 0)
            return;
        var sums = totals.Select(total => total.Place.Column).Distinct().ToDictionary(column => column, _ => new Sum());
        var next = first;
        foreach (var total in totals)
        {
            next = Take(total.ValuesAbove, next, values, sums);
            sums[total.Place.Column].Pass(total.Place.Line);
        }

        Take(values.Count, next, values, sums);
        foreach (var total in totals)
            Check(total, sums[total.Place.Column]);
    }

    private static int Take(int end, int next, ValueTable values, Dictionary<int, Sum> sums)
    {
        for (; next < end; next++)
        {
            ref readonly var value = ref values.At(next);
            if (sums.TryGetValue(value.Column, out var sum))
                sum.Add(value.Value ?? 0);
        }

        return next;
    }

    /// <summary>Holds a total against the values above and below it; where none stand there, there is nothing to say.</summary>
    private void Check(Total total, Sum column)
    {
        var readings = format.PossibleMarks.Select(total.Reading.ValueWith).OfType<decimal>().Select(total.Factor.Of).ToList();
        if (readings.Count == 0 || readings.Exists(reading => column.IsSum(reading, total.Place.Line)))
            return;
        if (!total.IsNamed)
            findings.Add(DeliveryFindings.MissingKey(total.Place with { Column = 0 }, "Produkt"));
        else if (column.Count > 0)
            findings.Add(DeliveryFindings.TotalDiffers(total.Place, total.Text, readings[0],
                column.Closest(readings[0], total.Place.Line),
                $"{(column.HasAbove(total.Place.Line) ? "darüber" : "darunter")} in Spalte "
                + ColumnLetters.Of(total.Place.Column)));
    }

    /// <summary>What the values of a column add up to where each of its totals stands, and all together.</summary>
    private sealed class Sum
    {
        private readonly List<decimal> passed = [0];
        private readonly List<int> counts = [0];
        private readonly Dictionary<int, int> lines = [];
        private readonly Dictionary<decimal, (int First, int Last)> places = new() { [0] = (0, 0) };
        private decimal all;

        /// <summary>How many values the column has.</summary>
        public int Count { get; private set; }

        public void Add(decimal value) => (all, Count) = (all + value, Count + 1);

        /// <summary>A total stands here.</summary>
        public void Pass(int line)
        {
            lines[line] = passed.Count;
            places[all] = (places.TryGetValue(all, out var known) ? known.First : passed.Count, passed.Count);
            passed.Add(all);
            counts.Add(Count);
        }

        /// <summary>
        /// Whether a total is the sum of all values above it, or of those since one of the totals before; or, where totals stand
        /// above their parts, of all below it, or of those up to one of the totals after.
        /// </summary>
        public bool IsSum(decimal total, int line)
        {
            var at = lines[line];
            return (places.TryGetValue(passed[at] - total, out var before) && before.First < at)
                || (Count > counts[at] && (passed[at] + total == all
                    || (places.TryGetValue(passed[at] + total, out var after) && after.Last > at)));
        }

        /// <summary>Whether values stand above a total.</summary>
        public bool HasAbove(int line) => counts[lines[line]] > 0;

        /// <summary>What a wrong total comes closest to.</summary>
        public decimal Closest(decimal total, int line)
        {
            var at = lines[line];
            var since = passed[at] - passed[at - 1];
            return !HasAbove(line) ? all
                : counts[at] > counts[at - 1] && Math.Abs(total - since) <= Math.Abs(total - passed[at]) ? since
                : passed[at];
        }
    }

    private sealed record Total(CellPlace Place, string Text, NumberReading Reading, Factor Factor, int ValuesAbove,
        bool IsNamed);
}
