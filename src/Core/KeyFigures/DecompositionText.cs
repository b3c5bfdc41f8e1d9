using System.Collections.Immutable;
using Produktreport.Core.German;

namespace Produktreport.Core.KeyFigures;

/// <summary>A decomposition as one German sentence, the same for the same numbers.</summary>
public static class DecompositionText
{
    private const int Decimals = 1;
    private const string CountPrefix = "Anzahl ";

    /// <summary>
    /// „+3,2 %: 2,1 Punkte höhere Aufwendungen, 1,1 Punkte weniger Einwohner“. Percent and points of |before|; where that is zero, amounts
    /// in the figure's unit. The parts shown add up to the change shown; parts that round to nothing are left out.
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
        var head = $"{GermanFormat.Signed(total, places)} {(inPercent ? "%" : unit)}".TrimEnd();
        var mixed = Array.Exists(shown, part => part < 0) && Array.Exists(shown, part => part > 0);
        string[] parts = [.. decomposition.Parts
            .Select((part, index) => (part, Amount: shown[index]))
            .Where(each => each.Amount != 0)
            .Select(each => $"{Number(each.Amount, places, mixed)}{(inPercent ? PointWord(each.Amount) : UnitWord(unit))} {Cause(each.part)}")];
        return parts.Length == 0 ? head : $"{head}: {string.Join(", ", parts)}";
    }

    /// <summary>Rounds so that the rounded parts add up to the rounded total: what is left over goes to the biggest rounding errors.</summary>
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

    private static string Number(decimal amount, int places, bool signed) =>
        signed ? GermanFormat.Signed(amount, places) : GermanFormat.Number(amount, places);

    private static string PointWord(decimal amount) => Math.Abs(amount) == 1 ? " Punkt" : " Punkte";

    private static string UnitWord(string unit) => unit.Length == 0 ? "" : " " + unit;

    private static string Cause(Contribution part)
    {
        var rose = part.InputAfter > part.InputBefore;
        if (part.IsService)
            return part.Input;
        if (part.Input.EndsWith("rgebnis", StringComparison.Ordinal))
            return $"{(rose ? "höheres" : "geringeres")} {part.Input}";
        if (part.Input.StartsWith(CountPrefix, StringComparison.Ordinal))
            return $"{(rose ? "mehr" : "weniger")} {part.Input[CountPrefix.Length..]}";
        return part.Unit.Length == 0
            ? $"{(rose ? "mehr" : "weniger")} {part.Input}"
            : $"{(rose ? "höhere" : "geringere")} {part.Input}";
    }
}
