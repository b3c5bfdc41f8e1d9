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
    /// <summary>Whether its rows were filled in by the program with what somebody entered in the portal.</summary>
    public bool IsEntered { get; init; }

    /// <summary>
    /// The values a department owes for a period, of every product it answers or delivers for (<see cref="OwedValue"/>).
    /// </summary>
    /// <param name="catalogue">The catalogue of the period's year.</param>
    /// <param name="department">Who fills it in; one of the catalogue's.</param>
    /// <param name="period">The period reported.</param>
    /// <param name="known">The values known so far: for the last value and the expected range.</param>
    public static DeliveryTemplate For(Catalogue catalogue, Department department, Period period, FigureSet known) => new(
        department,
        period,
        [
            .. catalogue.Products.Where(product => product.Department == department.Id
                || department.DeliversFor.Contains(product.Number))
                .SelectMany(product => OwedValue.Of(product, period))
                .Select(owed => TemplateRow.Of(owed, known)),
        ]);
}

/// <summary>One value owed, with what is known of it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Level">The product itself or its service.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Period">The period.</param>
/// <param name="Last">The latest actual value known of a period of the same kind before it; null where there is none.</param>
/// <param name="Expected">
/// The range it should lie in: the catalogue's <c>von</c>/<c>bis</c>, else from the past; null where neither tells.
/// </param>
public sealed record TemplateRow(
    Product Product, Level Level, BaseFigure Figure, Period Period, DeliveredValue? Last, (decimal? From, decimal? To) Expected)
{
    private const int FewestForARange = 4;

    /// <summary>
    /// The value as it stands in the file: a German number, one of the marks (<c>k.A.</c>), or blank to fill in.
    /// </summary>
    public string Value { get; init; } = "";

    /// <summary>The Bemerkung; blank to fill in.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The Korrekturgrund; blank to fill in.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Ist, or the Plan of the same cell.</summary>
    public Scenario Scenario { get; init; } = Scenario.Actual;

    /// <summary>Whether the value counts from January to the end of the period.</summary>
    public bool IsCumulative { get; init; } = Figure.IsCumulative;

    internal static TemplateRow Of(OwedValue owed, FigureSet known)
    {
        var (product, level, figure, period) = owed;
        var past = known.Of(new FigureAddress(product.Number, level.LevelNumber, figure.Id)).Select(stored => stored.Delivered)
            .Where(value => value.Scenario == Scenario.Actual && value.Period.Kind == period.Kind)
            .Where(value => value.Period < period && value.Value is not null).OrderBy(value => value.Period).ToList();
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
        // What was never negative is not expected to be.
        var from = values.TrueForAll(value => value >= 0) ? Math.Max(0, median - width) : median - width;
        return (Rounded(from, figure), Rounded(median + width, figure));
    }

    private static decimal Rounded(double value, BaseFigure figure) => German.GermanFormat.Round((decimal)value, figure.Decimals);
}
