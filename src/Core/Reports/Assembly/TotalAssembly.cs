using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.KeyFigures.Calculating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>
/// Adds the county's main amount (the Ergebnis) up along the hierarchy: county, Hauptproduktbereich, Produktbereich,
/// Produktgruppe.
/// </summary>
internal sealed class TotalAssembly(FigureCalculator calculator, Catalogue catalogue, Period period)
{
    private const int NamedProducts = 4;
    private readonly Totals totals = new(catalogue);

    /// <summary>
    /// The county, then each step before its parts, in catalogue order; none where no main amount is common to all products.
    /// </summary>
    public ImmutableArray<HierarchyTotal> Totals() =>
        totals.Scopes[0].Figures.FirstOrDefault(figure => figure is BaseFigure { IsMain: true, Unit: ReportWords.Euro })
            is { } figure
            ? [.. totals.Scopes.Select(scope => Total(scope, figure))]
            : [];

    private HierarchyTotal Total(TotalScope scope, Figure figure)
    {
        var actual = Sum(scope, figure, address => calculator.Cumulative(address, period, Scenario.Actual));
        var plan = Sum(scope, figure, address => calculator.Cumulative(address, period, Scenario.Plan));
        var deviation = PlanDeviation.Between(actual, plan, figure, catalogue.Tolerance);
        return new HierarchyTotal
        {
            Step = scope.Step,
            Number = scope.Number,
            Name = scope.Name,
            Figure = figure.Id,
            ProductCount = scope.Products.Length,
            ActualPeriod = Sum(scope, figure, address => calculator.Value(address, period, Scenario.Actual)).Amount,
            ActualToDate = actual.Amount,
            PlanToDate = plan.Amount,
            PlanYear = Sum(scope, figure, address => calculator.Value(address, Period.OfYear(period.Year), Scenario.Plan)).Amount,
            PreviousToDate = Sum(scope, figure, address => calculator.Previous(address, period, 1, cumulative: true)).Amount,
            Deviation = deviation.Absolute,
            DeviationPercent = deviation.Percent,
            PercentDecimals = Percentage.PlacesFor(deviation.Percent, StatusAssessment.For(figure, catalogue.Tolerance)),
            Status = deviation.Status,
            Undefined = actual is CalculatedValue.Undefined ? Reason(scope, figure) : null,
        };
    }

    private CalculatedValue Sum(TotalScope scope, Figure figure, Func<FigureAddress, CalculatedValue> valueOf) =>
        totals.Of(scope, figure.Id, period, valueOf);

    /// <summary>Which products are in the way; the reasons themselves stand in their own reports.</summary>
    private string Reason(TotalScope scope, Figure figure)
    {
        string[] missing =
        [
            .. scope.Products
                .Where(product => calculator.Cumulative(
                    new FigureAddress(product.Number, product.LevelNumber, figure.Id), period, Scenario.Actual).Amount is null)
                .Select(product => $"{product.Number} {product.Name}"),
        ];
        return NoteTexts.ResultsMissing(GermanFormat.Enumerate(GermanFormat.AtMost(NamedProducts, missing, NoteTexts.More)));
    }
}
