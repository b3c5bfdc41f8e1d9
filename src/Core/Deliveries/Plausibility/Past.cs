using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>Where a figure stood in some years.</summary>
/// <param name="Address">Its address then.</param>
/// <param name="FirstYear">The first of the years.</param>
/// <param name="LastYear">The last of the years.</param>
internal readonly record struct Past(FigureAddress Address, int FirstYear, int LastYear)
{
    /// <summary>
    /// Under which addresses a figure of a year is to be looked up in all years: its own, and before a renaming
    /// (<c>vorgaenger</c>) the former one. Where a level continues several others or a part of one, no single series is its
    /// past: it ends there.
    /// </summary>
    public static IEnumerable<Past> Of(FigureAddress address, int year, CatalogueSet catalogues)
    {
        var lastYear = int.MaxValue;
        foreach (var catalogue in catalogues.ByYear.Values.Reverse().Where(catalogue => catalogue.Year <= year))
        {
            if (catalogue.Find(address.Product) is not { } product
                || product.Predecessors.All(former => former.Level != address.Level))
                continue;
            yield return new Past(address, catalogue.Year, lastYear);
            if (product.RenamedFrom(address.Level) is not { } former)
                yield break;
            address = new FigureAddress(former.FormerProduct, former.FormerLevel, address.Figure);
            lastYear = catalogue.Year - 1;
        }

        yield return new Past(address, int.MinValue, lastYear);
    }

    /// <summary>The values that stand there.</summary>
    public IEnumerable<StoredValue> In(FigureSet figures)
    {
        var (first, last) = (FirstYear, LastYear);
        return figures.Of(Address).Where(value => value.Delivered.Period.Year >= first && value.Delivered.Period.Year <= last);
    }
}
