using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Reports;

/// <summary>Whether a deviation is to the better.</summary>
internal static class Favour
{
    /// <summary>True to the better, false to the worse; null for neutral figures and no deviation.</summary>
    public static bool? Of(decimal deviation, Direction direction) => (deviation, direction) switch
    {
        (0, _) or (_, Direction.Neutral) => null,
        ( > 0, Direction.HigherIsBetter) or ( < 0, Direction.LowerIsBetter) => true,
        _ => false,
    };
}
