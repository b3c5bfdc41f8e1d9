using Produktreport.Core.Figures;

namespace Produktreport.Core.Deliveries;

/// <summary>What is known of an upload beside its content and what arrived before it.</summary>
public sealed record Circumstances
{
    /// <summary>Nothing special.</summary>
    public static Circumstances None { get; } = new();

    /// <summary>The time the file bears, where it had not come yet when the file was first seen; null otherwise.</summary>
    public DateTimeOffset? DatedInFuture { get; init; }

    /// <summary>The current values at least of the delivery's products; null where nothing arrived later for these.</summary>
    public FigureSet? Current { get; init; }
}
