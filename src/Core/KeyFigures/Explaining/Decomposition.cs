using System.Collections.Immutable;

namespace Produktreport.Core.KeyFigures.Explaining;

/// <summary>
/// A change of a figure taken apart into what its inputs contributed; the contributions add up to the change exactly (all to ten
/// decimals).
/// </summary>
/// <param name="Name">The figure's full name.</param>
/// <param name="Before">The value it is compared with: plan, or the year before.</param>
/// <param name="After">The value now.</param>
/// <param name="Parts">One for each input that changed, the biggest contribution first.</param>
internal sealed record Decomposition(string Name, decimal Before, decimal After, ImmutableArray<Contribution> Parts)
{
    /// <summary>The change in the figure's unit; the sum of all contributions.</summary>
    public decimal Change => After - Before;

    /// <summary>The change in percent of |<see cref="Before"/>|; null where that is zero.</summary>
    public decimal? Percent => Before == 0 ? null : Change * 100 / Math.Abs(Before);
}

/// <summary>What one input contributed to the change of a figure.</summary>
/// <param name="Input">The input's name.</param>
/// <param name="Unit">The input's unit; empty for counts.</param>
/// <param name="IsService">Whether the input is the same figure of one service.</param>
/// <param name="InputBefore">Its value before.</param>
/// <param name="InputAfter">Its value now.</param>
/// <param name="Amount">Its contribution in the figure's unit.</param>
internal sealed record Contribution(
    string Input, string Unit, bool IsService, decimal InputBefore, decimal InputAfter, decimal Amount);
