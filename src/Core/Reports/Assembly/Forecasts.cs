using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>Tells from a forecast's derivation how to label it.</summary>
internal static class Forecasts
{
    /// <summary>The basis of a year's forecast; null where there is none.</summary>
    public static ForecastBasis? BasisOf(CalculatedValue forecast, Figure figure) => forecast switch
    {
        CalculatedValue.Undefined => null,
        _ when figure is KeyFigure => ForecastBasis.ByFormula,
        _ when Leaves.Of(forecast).IsCompletedByPlan => ForecastBasis.ActualPlusPlan,
        _ => ForecastBasis.Delivered,
    };
}
