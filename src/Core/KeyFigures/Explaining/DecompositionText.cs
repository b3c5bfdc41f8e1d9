using System.Collections.Immutable;
using Produktreport.Core.German;

namespace Produktreport.Core.KeyFigures.Explaining;

/// <summary>A decomposition as one German sentence, the same for the same numbers.</summary>
internal static class DecompositionText
{
    private const int Decimals = 1;

    /// <summary>
    /// „−7,1 %: Aufwendungen höher (−5,0 Prozentpunkte), Einwohner niedriger (−2,1 Prozentpunkte)“. Percent and points of
    /// |before|; where that is zero, amounts in the figure's unit. The parts shown add up to the change shown; parts that round
    /// to nothing are left out.
    /// </summary>
    /// <param name="decomposition">The change and its parts.</param>
    /// <param name="unit">The figure's unit.</param>
    /// <param name="decimals">The figure's decimals, for amounts.</param>
    public static string Of(Decomposition decomposition, string unit, int decimals)
    {
        var inPercent = decomposition.Before != 0;
        var places = inPercent ? Decimals : decimals;
        var scale = inPercent ? 100 / Math.Abs(decomposition.Before) : 1;
        var total = GermanFormat.Round(decomposition.Change * scale, places);
        var shown = Rounded([.. decomposition.Parts.Select(part => part.Amount * scale)], total, places);
        var head = WithUnit(total, places, inPercent ? "%" : unit);
        var partUnit = inPercent ? "Prozentpunkte" : unit;
        string[] parts = [.. decomposition.Parts
            .Zip(shown, (part, amount) => (part, amount))
            .Where(each => each.amount != 0)
            .Select(each => $"{Cause(each.part)} ({WithUnit(each.amount, places, partUnit)})")];
        return parts.Length == 0 ? head : $"{head}: {string.Join(", ", parts)}";
    }

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

    private static string WithUnit(decimal amount, int places, string unit) =>
        $"{GermanFormat.Signed(amount, places)} {unit}".TrimEnd();

    /// <summary>
    /// The adjective follows the name, where German does not inflect it: names come from the county, in any gender and number.
    /// </summary>
    private static string Cause(Contribution part) =>
        part.IsService ? part.Input : $"{part.Input} {(part.InputAfter > part.InputBefore ? "höher" : "niedriger")}";
}
