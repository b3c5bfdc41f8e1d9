using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Templates;

/// <summary>One value that somebody has to deliver.</summary>
/// <param name="Product">The product.</param>
/// <param name="Level">The product itself or its service.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Period">The period it is for, as long as the figure is collected.</param>
public sealed record OwedValue(Product Product, Level Level, BaseFigure Figure, Period Period)
{
    /// <summary>
    /// The values owed of a product for a period, in catalogue order: every base figure that is only ever delivered; of the
    /// product itself only what its services do not add up to. Figures collected more often than the period come once for each
    /// part, those collected less often not at all.
    /// </summary>
    public static IEnumerable<OwedValue> Of(Product product, Period period) =>
        from level in product.Levels
        from figure in level.BaseFigures
        where figure.Formula is null && figure.Frequency <= period.Kind && !IsSumOfServices(product, level, figure)
        from part in period.Parts(figure.Frequency)
        select new OwedValue(product, level, figure, part);

    private static bool IsSumOfServices(Product product, Level level, BaseFigure figure) =>
        level is Product && product.Services.Any(service => service.Find(figure.Id) is BaseFigure);
}
