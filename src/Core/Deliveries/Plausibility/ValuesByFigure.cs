using Produktreport.Core.Deliveries.Values;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>Which values of a delivery are of which figure, in file order: a counting sort.</summary>
internal sealed class ValuesByFigure
{
    private readonly int[] ends;
    private readonly int[] indices;

    /// <summary>Sorts the values of a delivery.</summary>
    public ValuesByFigure(ValueTable values)
    {
        ends = new int[values.Figures.Count + 1];
        indices = new int[values.Count];
        for (var index = 0; index < values.Count; index++)
            ends[values.At(index).Figure + 1]++;
        for (var figure = 1; figure < ends.Length; figure++)
            ends[figure] += ends[figure - 1];
        for (var index = 0; index < values.Count; index++)
            indices[ends[values.At(index).Figure]++] = index;
    }

    /// <summary>The indices of a figure's values.</summary>
    public ReadOnlySpan<int> Of(int figure) => indices.AsSpan((figure == 0 ? 0 : ends[figure - 1])..ends[figure]);
}
