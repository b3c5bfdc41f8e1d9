using System.Runtime.CompilerServices;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>What a cell of a value column says, before the file's number format is decided.</summary>
/// <param name="Reading">The number; default for a mark.</param>
/// <param name="Mark">The mark where it is no number.</param>
/// <param name="Factor">What the number is multiplied with.</param>
internal readonly record struct CellReading(NumberReading Reading, CellMark Mark, Factor Factor)
{
    /// <summary>The value; null = unknown or blocked. Provisional while <see cref="IsWaiting"/>.</summary>
    public decimal? Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Mark == CellMark.None ? Factor.Of(Reading.Value) : Mark == CellMark.Nothing ? 0m : null;
    }

    /// <summary>Whether the text of the cell follows from the value.</summary>
    public bool IsRegular => Reading.IsRegular && Factor.Sign == 1;

    /// <summary>Whether the number has two readings, between which the file's number format decides.</summary>
    public bool IsWaiting => Reading.IsAmbiguous;

    /// <summary>The value of a waiting cell with this decimal mark.</summary>
    public decimal ValueWith(char decimalMark) => Factor.Of(Reading.ValueWith(decimalMark)!.Value);
}
