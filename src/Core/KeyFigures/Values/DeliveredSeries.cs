using System.Collections.Immutable;
using Produktreport.Core.Figures;
using Produktreport.Core.German;

namespace Produktreport.Core.KeyFigures.Values;

/// <summary>
/// The delivered values of one figure, year and scenario, each as a part of longer periods made once, when first asked for.
/// </summary>
/// <param name="values">The delivered values; null where there are none.</param>
internal sealed class DeliveredSeries(YearSeries? values)
{
    private DerivedPart?[]? parts;

    /// <summary>The delivered values; null where there are none.</summary>
    public YearSeries? Values => values;

    /// <summary>
    /// The delivered parts that cover some months without a gap, the longest possible each time; null where there is a gap.
    /// </summary>
    public ImmutableArray<DerivedPart>? Parts(int first, int last)
    {
        var found = ImmutableArray.CreateBuilder<DerivedPart>(last - first + 1);
        for (var month = first; month <= last; month = found[^1].LastMonth + 1)
        {
            var slot = values!.Longest(month, last);
            if (slot < 0)
                return null;
            found.Add(Part(slot));
        }

        return found.ToImmutable();
    }

    /// <summary>A delivered value as it is, or that the department marked it unknown.</summary>
    public static CalculatedValue AsDelivered(StoredValue stored) =>
        stored.Delivered.Value is { } value
            ? new CalculatedValue.Known(value, new Derivation.Delivered(stored))
            : Reasons.MarkedUnknown(GermanFormat.Name(stored.Delivered.Period));

    private DerivedPart Part(int slot) => (parts ??= new DerivedPart?[YearSeries.SlotCount])[slot] ??= PartOf(values![slot]!);

    private static DerivedPart PartOf(StoredValue stored)
    {
        var period = stored.Delivered.Period;
        return new DerivedPart(period.Year, period.FirstMonth, period.LastMonth, AsDelivered(stored));
    }
}
