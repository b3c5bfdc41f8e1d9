using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>The values behind a row's fields, with their derivations.</summary>
/// <param name="calculator">Computes them.</param>
/// <param name="address">The figure.</param>
/// <param name="period">The reported period.</param>
public sealed class FieldValues(FigureCalculator calculator, FigureAddress address, Period period)
{
    /// <summary>The value of a field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The field is a difference of two values.</exception>
    public CalculatedValue this[RowField field] => field switch
    {
        RowField.ActualPeriod => calculator.Value(address, period, Scenario.Actual),
        RowField.ActualToDate => calculator.Cumulative(address, period, Scenario.Actual),
        RowField.PlanPeriod => calculator.Value(address, period, Scenario.Plan),
        RowField.PlanToDate => calculator.Cumulative(address, period, Scenario.Plan),
        RowField.PlanYear => calculator.Value(address, Period.OfYear(period.Year), Scenario.Plan),
        RowField.PreviousPeriod => calculator.Previous(address, period, 1, cumulative: false),
        RowField.PreviousToDate => calculator.Previous(address, period, 1, cumulative: true),
        RowField.ForecastLinear => calculator.LinearProjection(address, period),
        RowField.ForecastYear => calculator.YearForecast(address, period),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
