using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// The rows with amounts that a profile leaves out although it would read them: too many where neither the condition nor a
/// label says why.
/// </summary>
internal sealed class IgnoredRows(RowSource rows, NumericColumns numbers, NumberFormat format, FindingList findings)
{
    /// <summary>What a short file leaves out is seen at a glance.</summary>
    private const int FewestOfMost = 10;

    private const int MostColumns = 3;

    private readonly Part all = new();
    private readonly Dictionary<Exclusion, Part> readable = [];

    /// <summary>Whether there are any.</summary>
    public bool Any => all.Lines.Count > 0;

    /// <summary>Takes the current row, whose cells are read.</summary>
    public void Add(RowPlan plan)
    {
        all.Add(rows.Line, numbers, plan);
        if (plan.Sources.Length == 0 || TotalLabel.AnyIn(rows, TotalLabel.RepeatsOthers))
            return;
        var reason = plan.IgnoredBy!.Reason;
        if (!readable.TryGetValue(reason, out var part))
            readable.Add(reason, part = new Part());
        part.Add(rows.Line, numbers, plan);
    }

    /// <summary>Says how much was left out, and warns of what should not have been.</summary>
    /// <param name="read">How many rows are read.</param>
    public void Report(int read)
    {
        var (named, said) = (readable.GetValueOrDefault(Exclusion.Named), readable.GetValueOrDefault(Exclusion.Said));
        if ((readable.GetValueOrDefault(Exclusion.None) ?? (named?.Lines.Count > read ? named : null)) is { } tooMany)
            findings.Add(DeliveryFindings.ReadableIgnored(
                tooMany.By!, tooMany.Lines.First, tooMany.Lines.Count, tooMany.Lines.ToString(), SumsOf(tooMany)));
        else if ((named ?? said ?? (all.Lines.Count > Math.Max(read, FewestOfMost) ? all : null)) is { } left)
            findings.Add(DeliveryFindings.AmountsIgnored(
                left.By!, left.Lines.First, left.Lines.Count, left.Lines.ToString(), SumsOf(left)));
    }

    private string SumsOf(Part part) => GermanFormat.Enumerate(Short([.. part.Sums.Segments.SelectMany(segment => segment.Columns
        .Select((column, number) => (Column: numbers.ColumnOf(number), column.LargestLine, Sum: column.Sum.With(format.Decided)))
        .Where(each => each.LargestLine > 0)
        .Select(each => $"{GermanFormat.Exact(each.Sum)} in Spalte {ColumnLetters.Of(each.Column)}"))]));

    private static List<string> Short(List<string> sums) =>
        sums.Count <= MostColumns ? sums : [.. sums.Take(MostColumns), $"weitere in {sums.Count - MostColumns} Spalten"];

    /// <summary>Some of the rows, and what they add up to.</summary>
    private sealed class Part
    {
        public LineSet Lines { get; } = new();

        public SegmentedSums Sums { get; } = new();

        /// <summary>The condition that takes the first of them.</summary>
        public string? By { get; private set; }

        public void Add(int line, NumericColumns numbers, RowPlan plan)
        {
            Lines.Add(line);
            Sums.Add(numbers, 0, line);
            By ??= plan.IgnoredBy!.Condition.ToString();
        }
    }
}
