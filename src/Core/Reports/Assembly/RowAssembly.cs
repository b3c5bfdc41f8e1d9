using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>A row with the leaves of its values, which the notes ask for.</summary>
internal sealed record AssembledRow(ReportRow Row, ImmutableArray<Leaves> Leaves, Leaves Plan)
{
    /// <summary>Whether a value of it is the sum of the services, because the product has none of its own.</summary>
    public bool IsSumOfServices { get; init; }
}

/// <summary>Makes the rows of a product's report: all figures of the product, then of each service.</summary>
internal sealed class RowAssembly(FigureCalculator calculator, Catalogue catalogue, Product product, Period period)
{
    private static readonly RowField[] Deviations = [RowField.Deviation, RowField.DeviationPercent];

    /// <summary>Whether anything of the year still lies ahead, so that there is something to forecast.</summary>
    private bool IsRunning => period.LastMonth < 12;

    public ImmutableArray<AssembledRow> Rows() =>
        [.. product.Levels.SelectMany(level => level.Figures.Select(figure => Row(level, figure)))];

    private AssembledRow Row(Level level, Figure figure)
    {
        var address = new FigureAddress(product.Number, level.LevelNumber, figure.Id);
        var values = Values(address, figure);
        var deviation = calculator.Deviation(address, period, cumulative: true);
        var leaves = values.ToDictionary(entry => entry.Key, entry => Leaves.Of(entry.Value));
        var row = new ReportRow
        {
            Level = level.LevelNumber,
            Id = figure.Id,
            Name = figure.Name,
            Type = figure is BaseFigure ? RowType.BaseFigure : RowType.KeyFigure,
            IsMain = figure.IsMain,
            Unit = figure.Unit,
            Decimals = figure.Decimals,
            Direction = figure.Direction,
            ActualPeriod = values[RowField.ActualPeriod].Amount,
            ActualToDate = values[RowField.ActualToDate].Amount,
            PlanPeriod = values[RowField.PlanPeriod].Amount,
            PlanToDate = values[RowField.PlanToDate].Amount,
            PlanYear = values[RowField.PlanYear].Amount,
            PreviousPeriod = values[RowField.PreviousPeriod].Amount,
            PreviousToDate = values[RowField.PreviousToDate].Amount,
            Deviation = deviation.Absolute,
            DeviationPercent = deviation.Percent,
            PercentDecimals = Percentage.PlacesFor(deviation.Percent, StatusAssessment.For(figure, catalogue.Tolerance)),
            Status = deviation.Status,
            IsFavourable = deviation.Absolute is { } absolute ? Favour.Of(absolute, figure.Direction) : null,
            ForecastYear = values.GetValueOrDefault(RowField.ForecastYear)?.Amount,
            ForecastBasis = values.TryGetValue(RowField.ForecastYear, out var forecast) ? Forecasts.BasisOf(forecast, figure)
                : null,
            ForecastLinear = values.GetValueOrDefault(RowField.ForecastLinear)?.Amount,
            Undefined = Reasons(values, deviation),
            Marks = Marks(leaves),
            Origins = leaves[RowField.ActualPeriod].Origins(),
        };
        return new AssembledRow(row, [.. leaves.Values], leaves[RowField.PlanToDate])
        {
            IsSumOfServices = values.Values.Any(IsSumOfServices),
        };
    }

    private Dictionary<RowField, CalculatedValue> Values(FigureAddress address, Figure figure)
    {
        RowField[] fields =
        [
            RowField.ActualPeriod, RowField.ActualToDate, RowField.PlanPeriod, RowField.PlanToDate, RowField.PlanYear,
            RowField.PreviousPeriod, RowField.PreviousToDate, .. IsRunning ? [RowField.ForecastYear] : (RowField[])[],
            .. IsRunning && figure is BaseFigure { RollUp: RollUpRule.Sum } ? [RowField.ForecastLinear] : (RowField[])[],
        ];
        var values = new FieldValues(calculator, address, period);
        return fields.ToDictionary(field => field, field => values[field]);
    }

    /// <summary>Every empty cell's reason. The linear projection is an extra: where there is none, nobody misses it.</summary>
    private static ImmutableSortedDictionary<RowField, string> Reasons(
        Dictionary<RowField, CalculatedValue> values, PlanDeviation deviation)
    {
        var reasons = ImmutableSortedDictionary.CreateBuilder<RowField, string>();
        foreach (var (field, value) in values)
        {
            if (field != RowField.ForecastLinear && value is CalculatedValue.Undefined undefined)
                reasons[field] = undefined.Reason.Text;
        }

        foreach (var field in Deviations)
        {
            if ((field == RowField.Deviation ? deviation.Absolute : deviation.Percent) is null)
                reasons[field] = ReasonOf(deviation.Actual) ?? ReasonOf(deviation.Plan) ?? deviation.Reason
                    ?? NoteTexts.NotAssessable;
        }

        return reasons.ToImmutable();
    }

    private static bool IsSumOfServices(CalculatedValue? value) => value is CalculatedValue.Known known && known.Origin switch
    {
        Derivation.SumOfServices => true,
        Derivation.RolledUp rolledUp => rolledUp.Parts.All(part => IsSumOfServices(part.Value)),
        _ => false,
    };

    private static string? ReasonOf(CalculatedValue value) =>
        value is CalculatedValue.Undefined undefined ? undefined.Reason.Text : null;

    private static ImmutableSortedDictionary<RowField, string> Marks(Dictionary<RowField, Leaves> leaves)
    {
        var marks = ImmutableSortedDictionary.CreateBuilder<RowField, string>();
        foreach (var (field, each) in leaves.Where(entry => entry.Value.IsUnweighted))
            marks[field] = NoteTexts.Unweighted;
        return marks.ToImmutable();
    }
}

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
