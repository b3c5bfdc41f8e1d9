using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Templates;

/// <summary>A file for a department to fill in: one row for each value it owes for a period.</summary>
/// <param name="Department">Who fills it in.</param>
/// <param name="Period">The period reported.</param>
/// <param name="Rows">The values owed, in catalogue order.</param>
public sealed record DeliveryTemplate(Department Department, Period Period, ImmutableArray<TemplateRow> Rows)
{
    /// <summary>
    /// The values a department owes for a period: every base figure that is only ever delivered, of every product it answers for; of the
    /// product itself only what its services do not add up to. Figures collected more often than the period come once for each part, those
    /// collected less often not at all.
    /// </summary>
    /// <param name="catalogue">The catalogue of the period's year.</param>
    /// <param name="department">Who fills it in; one of the catalogue's.</param>
    /// <param name="period">The period reported.</param>
    /// <param name="known">The values known so far: for the last value and the expected range.</param>
    public static DeliveryTemplate For(Catalogue catalogue, Department department, Period period, FigureSet known)
    {
        var products = catalogue.Products.Where(product => product.Department == department.Id || department.DeliversFor.Contains(product.Number));
        var rows = from product in products
                   from level in product.Levels
                   from figure in level.BaseFigures
                   where figure.Formula is null && figure.Frequency <= period.Kind && !IsSumOfServices(product, level, figure)
                   from part in period.Parts(figure.Frequency)
                   select TemplateRow.Of(product, level, figure, part, known);
        return new DeliveryTemplate(department, period, [.. rows]);
    }

    private static bool IsSumOfServices(Product product, Level level, BaseFigure figure) =>
        level is Product && product.Services.Any(service => service.Find(figure.Id) is BaseFigure);
}

/// <summary>One value owed.</summary>
/// <param name="Product">The product.</param>
/// <param name="Level">The product itself or its service.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Period">The period.</param>
/// <param name="Last">The latest actual value known of a period of the same kind before it; null where there is none.</param>
/// <param name="Expected">The range it should lie in: the catalogue's <c>von</c>/<c>bis</c>, else from the past; null where neither tells.</param>
public sealed record TemplateRow(
    Product Product, Level Level, BaseFigure Figure, Period Period, DeliveredValue? Last, (decimal? From, decimal? To) Expected)
{
    private const int FewestForARange = 4;

    internal static TemplateRow Of(Product product, Level level, BaseFigure figure, Period period, FigureSet known)
    {
        var address = new FigureAddress(product.Number, level.LevelNumber, figure.Id);
        var past = known.Of(product.Number)
            .Where(entry => entry.Key.Address == address && entry.Key.Scenario == Scenario.Actual && entry.Key.Period.Kind == period.Kind)
            .Where(entry => entry.Key.Period < period && entry.Value.Delivered.Value is not null)
            .Select(entry => entry.Value.Delivered).OrderBy(value => value.Period).ToList();
        return new TemplateRow(product, level, figure, period, past.LastOrDefault(), Range(figure, past));
    }

    /// <summary>Three robust standard deviations around the median of the past, at least a fifth of it.</summary>
    private static (decimal? From, decimal? To) Range(BaseFigure figure, List<DeliveredValue> past)
    {
        if (figure.Minimum is not null || figure.Maximum is not null)
            return (figure.Minimum, figure.Maximum);
        if (past.Count < FewestForARange || figure.IsCumulative)
            return (null, null);
        var values = past.Select(value => (double)value.Value!.Value).ToList();
        var median = Plausibility.Spread.Median(values);
        var width = Math.Max(3 * Plausibility.Spread.Deviation(values), Math.Abs(median) / 5);
        return (Rounded(median - width, figure), Rounded(median + width, figure));
    }

    private static decimal Rounded(double value, BaseFigure figure) => German.GermanFormat.Round((decimal)value, figure.Decimals);
}
