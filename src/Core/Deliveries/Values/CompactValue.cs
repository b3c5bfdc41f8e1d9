using System.Runtime.InteropServices;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Values;

/// <summary>A text kept in a <see cref="ValueTable"/>; no text where the length is 0.</summary>
internal readonly record struct KeptText(int First, int Length);

/// <summary>What a row says beside its values: the Bemerkung and the Korrekturgrund.</summary>
internal readonly record struct KeptRemark(KeptText Remark, KeptText Reason);

/// <summary>
/// A delivered value and all its Herkunft without a single reference: a delivery may bring millions, and each object would be
/// moved and marked by the garbage collector again and again. What is longer than a number stands in the <see
/// cref="ValueTable"/>. The smallest types that hold what is allowed, without gaps: 52 bytes.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct CompactValue
{
    private decimal number;

    /// <summary>The number of its figure within the delivery.</summary>
    public int Figure;

    /// <summary>The period.</summary>
    public Period Period;

    /// <summary>The line, from 1.</summary>
    public int Line;

    /// <summary>The raw text of the cell; without one and without a rule it is the value's digits with a decimal comma.</summary>
    public KeptText Text;

    /// <summary>Which of the table's remarks stands beside it, from 1; 0 = none.</summary>
    public int Remark;

    /// <summary>Which of the table's rules was applied; −1 = none.</summary>
    public int Rule;

    /// <summary>Which of the table's sheets it stands on; 0 where the file has only one.</summary>
    public ushort Sheet;

    /// <summary>Whether the value counts from January on.</summary>
    public bool IsCumulative;

    private ushort column;
    private byte scenario;
    private bool isKnown;

    /// <summary>The value; null = unknown or blocked.</summary>
    public decimal? Value
    {
        readonly get => isKnown ? number : null;
        set => (number, isKnown) = (value.GetValueOrDefault(), value.HasValue);
    }

    /// <summary>The column, from 0.</summary>
    public int Column
    {
        readonly get => column;
        set => column = checked((ushort)value);
    }

    /// <summary>Ist, Plan or Prognose.</summary>
    public Scenario Scenario
    {
        readonly get => (Scenario)scenario;
        set => scenario = (byte)value;
    }

    /// <summary>The cell of the imagined great table among all of the delivery, as one number.</summary>
    public readonly long Slot =>
        ((long)Figure << 32) | (uint)((((((Period.Year * 4) + (int)Period.Kind) * 16) + Period.Number) * 4) + scenario);
}
