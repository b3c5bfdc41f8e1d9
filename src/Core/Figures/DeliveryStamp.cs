using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Figures;

/// <summary>
/// Which upload, and how it ranks among the others: by time of arrival, then by path. A later delivery overwrites an earlier
/// one cell by cell, in whatever order the two are processed.
/// </summary>
/// <param name="File">The path below the inbox, with <c>/</c>: <c>buero-landrat/2026-q3.csv</c>.</param>
/// <param name="Department">The department that sent it: the first folder of the path.</param>
/// <param name="Sha256">The SHA-256 of the file's bytes, 64 lower-case hex digits.</param>
/// <param name="ReceivedAt">When it arrived, whole milliseconds, UTC; no two uploads at the same time.</param>
public sealed record DeliveryStamp(string File, DepartmentId Department, string Sha256, DateTimeOffset ReceivedAt)
    : IComparable<DeliveryStamp>
{
    /// <summary>Whether another file's delivery ranks before this one.</summary>
    public bool IsAfter(DeliveryStamp other) => other.File != File && CompareTo(other) > 0;

    /// <inheritdoc/>
    public int CompareTo(DeliveryStamp? other) =>
        other is null ? 1
        : ReceivedAt.CompareTo(other.ReceivedAt) is var time and not 0 ? time
        : string.CompareOrdinal(File, other.File) is var file and not 0 ? file
        : string.CompareOrdinal(Sha256, other.Sha256);
}

/// <summary>A value together with the delivery it came in: what is stored, and all its Herkunft.</summary>
public sealed record StoredValue(DeliveredValue Delivered, DeliveryStamp Delivery)
{
    /// <summary>
    /// The latest Bemerkung on its cell, of this delivery or an earlier one: a blank one says nothing and leaves the one before.
    /// Null where none was ever written.
    /// </summary>
    public Remark? Remark { get; private init; } =
        Delivered.Remark is { } text ? new Remark(text, Delivered.Cell, Delivery) : null;

    /// <summary>
    /// What is printed as Erläuterung; null where no Bemerkung was written, or the latest takes back the one before.
    /// </summary>
    public Remark? Explanation => Remark is { IsWithdrawal: false } ? Remark : null;

    /// <summary>What two deliveries say of the same cell: the value of the later one and the latest Bemerkung.</summary>
    internal static StoredValue Latest(StoredValue one, StoredValue other)
    {
        var (earlier, later) = one.Delivery.CompareTo(other.Delivery) >= 0 ? (other, one) : (one, other);
        return earlier.Remark is { } before && before.Delivery.CompareTo(later.Remark?.Delivery) > 0
            ? later with { Remark = before }
            : later;
    }
}

/// <summary>What one accepted delivery brought: all its values, and the products it created.</summary>
/// <param name="Stamp">Which delivery.</param>
/// <param name="Values">
/// Its values in file order; at most one per <see cref="ValueKey"/>. Not changed any more; each may be a new object every time it
/// is asked for.
/// </param>
/// <param name="CreatedProducts">Products the catalogue did not know, by year, created by an import profile.</param>
public sealed record AcceptedDelivery(
    DeliveryStamp Stamp,
    IReadOnlyList<DeliveredValue> Values,
    ImmutableArray<CreatedProduct> CreatedProducts);

/// <summary>A product created from a delivery for the catalogue of a year.</summary>
public sealed record CreatedProduct(int Year, Product Product);

/// <summary>What identifies a value among all others: one cell of the imagined great table.</summary>
public readonly record struct ValueKey(FigureAddress Address, Period Period, Scenario Scenario)
{
    /// <summary>The cell a stored value stands in.</summary>
    public static ValueKey Of(StoredValue value) =>
        new(value.Delivered.Address, value.Delivered.Period, value.Delivered.Scenario);
}
