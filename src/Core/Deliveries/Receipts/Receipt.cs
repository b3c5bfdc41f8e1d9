using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Receipts;

/// <summary>
/// The Quittung: the answer to one upload, with all findings. The same for the same file, catalogue and earlier deliveries.
/// </summary>
/// <param name="Delivery">Which upload.</param>
/// <param name="IsAccepted">Whether it was taken (whole) or rejected (whole).</param>
/// <param name="ValueCount">How many values were taken; 0 for a rejected file.</param>
/// <param name="SkippedCount">How many rows were left out on purpose: totals, ignored rows, notes.</param>
/// <param name="Findings">
/// Errors first, then warnings, then hints, each in file order; at most 200, a last one counts the rest.
/// </param>
public sealed record Receipt(
    DeliveryStamp Delivery, bool IsAccepted, int ValueCount, int SkippedCount, ImmutableArray<Finding> Findings)
{
    /// <summary>
    /// The answer to a file that lies in the inbox under a name no file can have everywhere, and is therefore not read.
    /// </summary>
    /// <param name="upload">The file under the name it has.</param>
    /// <param name="name">The part of its path that is impossible.</param>
    /// <param name="fault">Why, as a German clause: <c>das Zeichen „?“ kann in Dateinamen nicht stehen</c>.</param>
    public static Receipt OfImpossibleName(DeliveryStamp upload, string name, string fault) =>
        new(upload, IsAccepted: false, ValueCount: 0, SkippedCount: 0, [DeliveryFindings.ImpossibleName(name, fault)]);
}
