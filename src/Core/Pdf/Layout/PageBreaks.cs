using System.Runtime.InteropServices;
using Produktreport.Core.Pdf.Layout.Blocks;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>One unit of the text flow, on its way to a page.</summary>
/// <param name="Block">The block it is a part of.</param>
/// <param name="Index">Its place in the block, from 0.</param>
/// <param name="Gap">The space above it, in points; none at the head of a page.</param>
/// <param name="Height">In points.</param>
/// <param name="IsJoined">Whether it must stand on the page of the next unit.</param>
/// <param name="IsRemark">Whether it only explains what stands elsewhere.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FlowUnit(ArrangedBlock Block, int Index, double Gap, double Height, bool IsJoined, bool IsRemark)
{
    /// <summary>What it takes at the head of a page, with what is repeated above it.</summary>
    public double HeadHeight => Height + (Index > 0 ? Block.RepeatedHeight : 0);

    public bool EndsBlock => Index == Block.Count - 1;
}

/// <summary>
/// Where pages end: of all ways to break, the one with the least to regret. As few pages as possible, the first ones full; where
/// the last one would hold little, those before give to it, so that no reader turns to a page of a note or two.
/// </summary>
internal static class PageBreaks
{
    private const double Tolerance = 0.01; // of a point

    /// <summary>The share of its text area a page should use at least; a reader sees less than half as empty.</summary>
    private const double EnoughUsed = 0.55;

    // What is regretted, against the white at the end of a page, which counts 1 for a whole page at the end, 2 at the beginning.
    private const double Overfull = 100_000, Parted = 1_000, Page = 20, OnlyRemarks = 8, TooEmpty = 4, InsideBlock = 0.2;

    /// <summary>For each page the number of units up to its end.</summary>
    /// <param name="units">What is to be placed.</param>
    /// <param name="height">The height of a page's text area, in points.</param>
    public static List<int> Of(ReadOnlySpan<FlowUnit> units, double height)
    {
        var regret = new double[units.Length + 1];
        var begin = new int[units.Length + 1];
        Array.Fill(regret, double.PositiveInfinity, 1, units.Length);
        for (var first = 0; first < units.Length; first++)
        {
            var used = units[first].HeadHeight;
            var onlyRemarks = true;
            for (var last = first; last < units.Length; last++)
            {
                used += last == first ? 0 : units[last].Gap + units[last].Height;
                if (used > height + Tolerance && last > first)
                    break;
                onlyRemarks &= units[last].IsRemark;
                var (end, isLast) = (last + 1, last == units.Length - 1);
                var page = Page + White(used / height, end / (double)units.Length) + (onlyRemarks ? OnlyRemarks : 0)
                    + (used > height + Tolerance ? Overfull : 0) + (isLast ? 0 : Break(units[last]));
                if (regret[first] + page < regret[end])
                    (regret[end], begin[end]) = (regret[first] + page, first);
            }
        }

        var ends = new List<int>();
        for (var end = units.Length; end > 0; end = begin[end])
            ends.Insert(0, end);
        return ends;
    }

    /// <param name="used">The used share of the page.</param>
    /// <param name="placed">The share of all units up to its end.</param>
    private static double White(double used, double placed) =>
        (used < EnoughUsed ? TooEmpty + EnoughUsed - used : 0) + (placed == 1 ? 0 : (1 - used) * (2 - placed));

    private static double Break(in FlowUnit last) => last.IsJoined ? Parted : last.EndsBlock ? 0 : InsideBlock;
}
