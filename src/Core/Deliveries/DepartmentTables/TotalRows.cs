using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// The total and subtotal rows of a table: left out, and held against the values above them in the same column, either all of
/// them or those since one of the totals before.
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
        var sums = new Dictionary<int, Sum>();
        var next = first;
        foreach (var row in totals.GroupBy(total => total.Place.Line))
        {
            for (; next < row.First().ValuesAbove; next++)
            {
                ref readonly var value = ref values.At(next);
                if (!sums.TryGetValue(value.Column, out var sum))
                    sums.Add(value.Column, sum = new Sum());
                sum.Add(value.Value ?? 0);
            }

            foreach (var total in row)
                Check(total, sums.GetValueOrDefault(total.Place.Column));
        }
    }

    /// <summary>Holds a total against the values above it; where none stand there, there is nothing to say.</summary>
    private void Check(Total total, Sum? above)
    {
        var marks = format.Decided is { } decided ? [decided] : new[] { ',', '.' };
        var readings = marks.Select(mark => total.Reading.ValueWith(mark) is { } value ? total.Factor.Of(value) : (decimal?)null)
            .OfType<decimal>().ToList();
        var isRight = readings.Count == 0 || readings.Exists(above is null ? reading => reading == 0 : above.Contains);
        if (!isRight && !total.IsNamed)
        {
            findings.Add(DeliveryFindings.MissingKey(total.Place with { Column = 0 }, "Produkt"));
        }
        else if (!isRight && above is not null)
        {
            findings.Add(DeliveryFindings.TotalDiffers(total.Place, total.Text, readings[0], above.Closest(readings[0]),
                $"darüber in Spalte {ColumnLetters.Of(total.Place.Column)}"));
        }

        above?.EndSegment();
    }

    /// <summary>What the values of a column add up to, from its top and from each of its totals on.</summary>
    private sealed class Sum
    {
        private readonly HashSet<decimal> before = [0];
        private decimal all;
        private decimal? recent;

        public void Add(decimal value) => (all, recent) = (all + value, (recent ?? 0) + value);

        /// <summary>Whether a total is the sum of all values, or of those since one of the totals above.</summary>
        public bool Contains(decimal total) => before.Contains(all - total);

        /// <summary>What a wrong total comes closest to.</summary>
        public decimal Closest(decimal total) =>
            recent is { } since && Math.Abs(total - since) <= Math.Abs(total - all) ? since : all;

        public void EndSegment()
        {
            before.Add(all);
            recent = null;
        }
    }

    private sealed record Total(CellPlace Place, string Text, NumberReading Reading, Factor Factor, int ValuesAbove,
        bool IsNamed);
}
