using System.Collections.Immutable;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries;

/// <summary>The Quittung: the answer to one upload, with all findings. The same for the same file, catalogue and earlier deliveries.</summary>
/// <param name="Delivery">Which upload.</param>
/// <param name="IsAccepted">Whether it was taken (whole) or rejected (whole).</param>
/// <param name="ValueCount">How many values were taken; 0 for a rejected file.</param>
/// <param name="SkippedCount">How many rows were left out on purpose: totals, ignored rows, notes.</param>
/// <param name="Findings">Errors first, then warnings, then hints, each in file order; at most 200, a last one counts the rest.</param>
public sealed record Receipt(
    DeliveryStamp Delivery, bool IsAccepted, int ValueCount, int SkippedCount, ImmutableArray<Finding> Findings);
