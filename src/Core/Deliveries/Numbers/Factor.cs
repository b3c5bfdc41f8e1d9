using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>What a number is multiplied with. 1 and −1, nearly always, need no multiplication.</summary>
internal sealed record Factor
{
    /// <summary>The number as it is.</summary>
    public static readonly Factor One = new(1);

    /// <summary>Makes a factor.</summary>
    public Factor(decimal value) => (Value, Sign) = (value, value switch { 1 => 1, -1 => -1, _ => 0 });

    /// <summary>The factor.</summary>
    public decimal Value { get; }

    /// <summary>1 or −1 where the factor is just that; 0 for every other factor.</summary>
    public int Sign { get; }

    /// <summary>What it does, in German; null where it does nothing.</summary>
    public string? Rule => Sign == 1 ? null : "× " + GermanFormat.Exact(Value);

    /// <summary>A number times this factor.</summary>
    public decimal Of(decimal number) => Sign switch
    {
        1 => number,
        -1 => -number,
        _ => number * Value,
    };
}
