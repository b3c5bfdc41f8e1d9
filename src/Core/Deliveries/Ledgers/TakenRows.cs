using Produktreport.Core.Deliveries.Words;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// The rows of a group that the same value columns count in: added up as they pass, and given to the slots at the end.
/// </summary>
internal sealed class TakenRows(ProfileGroup group, RowPlan plan) : SegmentedSums
{
    private readonly SlotSum?[] slots = new SlotSum?[plan.Sources.Length];
    private readonly LineSet?[] lines = new LineSet?[plan.Sources.Length];

    /// <summary>The group.</summary>
    public ProfileGroup Group => group;

    /// <summary>What the key texts make of the rows.</summary>
    public RowPlan Plan => plan;

    /// <summary>The value columns that count, as far as the group has their figure.</summary>
    public ProfileSource[] Sources { get; } = [.. plan.Sources.Where(source => group.Figures[source.Slot] is not null)];

    /// <summary>The lines of the slot that a value column adds to; null while it has no value in these rows.</summary>
    /// <param name="at">Which of the <see cref="Sources"/>.</param>
    public LineSet? LinesOf(int at) => lines[at];

    /// <summary>Tells the slot that a value column adds to, and returns its lines.</summary>
    public LineSet AddTo(SlotSum slot, int at) => lines[at] = (slots[at] = slot).Lines;

    /// <summary>Gives the sums to the slots.</summary>
    public void Distribute(NumericColumns numbers)
    {
        for (var at = 0; at < Sources.Length; at++)
        {
            foreach (var segment in Segments)
            {
                if (slots[at] is { } slot && segment.Columns[Sources[at].Number] is { LargestLine: > 0 } sum)
                    slot.Add(sum, Sources[at].Factor, numbers.ColumnOf(Sources[at].Number));
            }
        }
    }
}
