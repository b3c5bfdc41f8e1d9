using System.Collections.Immutable;
using Produktreport.Core.German;

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

    /// <summary>
    /// Rounds so that the rounded parts add up to the rounded total: what is left over goes to the biggest rounding errors.
    /// </summary>
    public static decimal[] Rounded(ImmutableArray<decimal> parts, decimal total, int places)
    {
        decimal[] rounded = [.. parts.Select(part => GermanFormat.Round(part, places))];
        var step = 1m;
        for (var place = 0; place < places; place++)
            step /= 10;
        for (var left = total - rounded.Sum(); left != 0 && rounded.Length > 0; left = total - rounded.Sum())
        {
            var sign = Math.Sign(left);
            var most = Enumerable.Range(0, rounded.Length).MaxBy(index => (parts[index] - rounded[index]) * sign);
            rounded[most] += sign * step;
        }

        return rounded;
    }
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
