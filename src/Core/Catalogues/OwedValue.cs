using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues;

/// <summary>One value that somebody has to deliver.</summary>
/// <param name="Product">The product.</param>
/// <param name="Level">The product itself or its service.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Period">The period it is for, as long as the figure is collected.</param>
public sealed record OwedValue(Product Product, Level Level, BaseFigure Figure, Period Period)
{
    /// <summary>
    /// The values owed of a product for a period, in catalogue order (<see cref="IsOwed"/>). Figures collected more often than
    /// the period come once for each part, those collected less often not at all.
    /// </summary>
    public static IEnumerable<OwedValue> Of(Product product, Period period) =>
        from level in product.Levels
        from figure in level.BaseFigures
        where IsOwed(product, level, figure) && figure.Frequency <= period.Kind
        from part in period.Parts(figure.Frequency)
        select new OwedValue(product, level, figure, part);

    /// <summary>The values owed of a product from January to the end of a period, in order of time.</summary>
    public static IEnumerable<OwedValue> UpTo(Product product, Period period) =>
        Period.AllOf(period.Year, period.Kind).Where(each => each <= period).SelectMany(each => Of(product, each));

    /// <summary>
    /// Whether somebody has to deliver a figure: it is only ever delivered, and it is no sum of what the services deliver. What
    /// is missing is counted by the same rule everywhere.
    /// </summary>
    public static bool IsOwed(Product product, Level level, BaseFigure figure) =>
        figure.Formula is null && !IsSumOfServices(product, level, figure);

    private static bool IsSumOfServices(Product product, Level level, BaseFigure figure) =>
        level is Product && product.Services.Any(service => service.Find(figure.Id) is BaseFigure);
}
