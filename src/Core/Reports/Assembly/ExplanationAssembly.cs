using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>Collects the Bemerkungen delivered with the values of a period.</summary>
internal static class ExplanationAssembly
{
    /// <summary>
    /// Every explanation of a value of the period or of a part of it, and of the year's forecast; in the order of the catalogue.
    /// A row with one column per period carries its explanation once.
    /// </summary>
    public static ImmutableArray<ReportExplanation> Of(Product product, FigureSet figures, Period period)
    {
        var order = product.Levels
            .SelectMany(level => level.Figures.Select(figure => (level.LevelNumber, figure.Id, figure.Name)))
            .Select((figure, index) => (figure, index))
            .ToDictionary(entry => (entry.figure.LevelNumber, entry.figure.Id), entry => (entry.index, entry.figure.Name));
        return
        [
            .. figures.Of(product.Number)
                .Where(value => value.Explanation is not null && Concerns(value.Delivered, period))
                .Where(value => order.ContainsKey(Key(value)))
                .GroupBy(value =>
                    (value.Explanation!.Delivery.File, value.Explanation.Cell.Sheet, value.Explanation.Cell.Line, Key(value),
                        value.Delivered.Scenario))
                .Select(row => row.MaxBy(value => value.Delivered.Period)!)
                .OrderBy(value => order[Key(value)].index)
                .ThenBy(value => value.Delivered.Period)
                .ThenBy(value => value.Delivered.Scenario)
                .Select(value => Printed(value, order[Key(value)].Name)),
        ];
    }

    private static bool Concerns(DeliveredValue value, Period period) =>
        period.Contains(value.Period)
        || (value.Scenario == Scenario.Forecast && value.Period.Kind == PeriodKind.Year && value.Period.Contains(period));

    private static (LevelNumber, FigureId) Key(StoredValue value) =>
        (value.Delivered.Address.Level, value.Delivered.Address.Figure);

    private static ReportExplanation Printed(StoredValue value, string name) => new(
        value.Delivered.Address.Level, value.Delivered.Address.Figure, name, value.Delivered.Period, value.Delivered.Scenario,
        value.Explanation!.Text, value.Explanation.Delivery.File, value.Explanation.Cell.Line, value.Explanation.Cell.Sheet);
}
