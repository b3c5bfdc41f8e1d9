using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Explaining;

namespace Produktreport.Core.Tests.KeyFigures;

/// <summary>
/// A decomposition in one line that a test can compare: „−7,1 %: Aufwendungen höher (−5,0 Prozentpunkte), Einwohner niedriger
/// (−2,1 Prozentpunkte)“; amounts in the figure's unit where it was zero before.
/// </summary>
internal static class DecompositionText
{
    public static string Of(Decomposition decomposition, string unit, int decimals)
    {
        var inPercent = decomposition.Before != 0;
        var places = inPercent ? 1 : decimals;
        var scale = inPercent ? 100 / Math.Abs(decomposition.Before) : 1;
        var total = GermanFormat.Round(decomposition.Change * scale, places);
        var shown = Decomposition.Rounded([.. decomposition.Parts.Select(part => part.Amount * scale)], total, places);
        var partUnit = inPercent ? "Prozentpunkte" : unit;
        string[] parts = [.. decomposition.Parts.Zip(shown).Where(each => each.Second != 0)
            .Select(each => $"{Cause(each.First)} ({Signed(each.Second, partUnit)})")];
        var head = Signed(total, inPercent ? "%" : unit);
        return parts.Length == 0 ? head : $"{head}: {string.Join(", ", parts)}";

        string Signed(decimal amount, string of) => GermanFormat.WithUnit(GermanFormat.Signed(amount, places), of);
    }

    private static string Cause(Contribution part) =>
        part.IsService ? part.Input : $"{part.Input} {(part.InputAfter > part.InputBefore ? "höher" : "niedriger")}";
}
