using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Assembly;

internal static class YearAssembly
{
    /// <summary>
    /// Up to <paramref name="count"/> years ending with the reported one; earlier years without any value are left out.
    /// </summary>
    public static FiveYearComparison Of(FigureCalculator calculator, Product product, Period year, int count)
    {
        var rows = product.Levels
            .SelectMany(level => level.Figures.Select(figure => new FigureAddress(product.Number, level.LevelNumber, figure.Id)))
            .Select(address => (Address: address, Values: Values(calculator, address, year, count)))
            .ToList();
        var empty =
            Enumerable.Range(0, count - 1).TakeWhile(index => rows.TrueForAll(row => row.Values[index].Amount is null)).Count();
        return new FiveYearComparison(
            [.. Enumerable.Range(year.Year - count + 1, count).Skip(empty)],
            [.. rows.Select(row => Row(row.Address, row.Values[empty..]))]);
    }

    private static CalculatedValue[] Values(FigureCalculator calculator, FigureAddress address, Period year, int count) =>
    [
        .. Enumerable.Range(1, count - 1).Reverse().Select(back => calculator.Previous(address, year, back, cumulative: false)),
        calculator.Value(address, year, Scenario.Actual),
    ];

    private static FiveYearRow Row(FigureAddress address, CalculatedValue[] values) => new(
        address.Level, address.Figure, [.. values.Select(value => value.Amount)],
        [.. values.Select(value => value is CalculatedValue.Undefined undefined ? Reason(undefined.Reason) : null)]);

    /// <summary>Which quarters of a year long past are missing helps nobody; that they are does.</summary>
    private static string Reason(UndefinedReason reason) => reason.Kind switch
    {
        UndefinedKind.NotDelivered => NoteTexts.NotDelivered,
        UndefinedKind.InputUndefined when !reason.Missing.IsEmpty => NoteTexts.InputNotDelivered,
        _ => reason.Text,
    };
}
