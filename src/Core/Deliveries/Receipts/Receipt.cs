using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Words;
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
    /// <summary>Whether it was not taken because somebody took it back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>
    /// The answer to a file that lies in the inbox under a name no file can have everywhere, and is therefore not read.
    /// </summary>
    /// <param name="upload">The file under the name it has.</param>
    /// <param name="name">The part of its path that is impossible.</param>
    /// <param name="fault">Why, as a German clause: <c>das Zeichen „?“ kann in Dateinamen nicht stehen</c>.</param>
    public static Receipt OfImpossibleName(DeliveryStamp upload, string name, string fault) =>
        NotRead(upload, DeliveryFindings.ImpossibleName(name, fault));

    /// <summary>The answer to a table whose name has an ending under which nothing is taken.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="ending">The ending with its point; empty for none.</param>
    /// <param name="taken">The endings that are taken.</param>
    public static Receipt OfForeignEnding(DeliveryStamp upload, string ending, IReadOnlyList<string> taken) =>
        NotRead(upload, DeliveryFindings.ForeignEnding(ending, taken));

    /// <summary>The answer to a file that cannot be opened.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="hasCounted">Whether it was accepted before; then nothing it brought is withdrawn.</param>
    public static Receipt OfUnreadable(DeliveryStamp upload, bool hasCounted) => hasCounted
        ? NotRead(upload, DeliveryFindings.Unreadable(), DeliveryFindings.NotWithdrawn())
        : NotRead(upload, DeliveryFindings.Unreadable());

    /// <summary>The answer to a folder that cannot be opened.</summary>
    public static Receipt OfClosedFolder(DeliveryStamp upload) => NotRead(upload, DeliveryFindings.ClosedFolder());

    /// <summary>The answer to a file whose reading ended the program.</summary>
    public static Receipt OfSetAside(DeliveryStamp upload) => NotRead(upload, DeliveryFindings.SetAside());

    /// <summary>The answer to a file that somebody took back: it stays where it is and does not count.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why, in the person's own words.</param>
    public static Receipt OfWithdrawn(DeliveryStamp upload, DateTimeOffset at, string by, string reason) =>
        NotRead(upload, DeliveryFindings.Withdrawn(at, by, reason)) with { IsWithdrawn = true };

    /// <summary>The answer to what is no file.</summary>
    /// <param name="upload">What lies there.</param>
    /// <param name="kind">What it is, with its article: <c>eine Verknüpfung</c>.</param>
    public static Receipt OfNoFile(DeliveryStamp upload, string kind) => NotRead(upload, DeliveryFindings.NoFile(kind));

    private static Receipt NotRead(DeliveryStamp upload, params ReadOnlySpan<Finding> why) =>
        new(upload, IsAccepted: false, ValueCount: 0, SkippedCount: 0, [.. why]);
}
