using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>Lists the actual values nobody has delivered, from January to the end of the period.</summary>
internal sealed class MissingAssembly(FigureCalculator calculator, Catalogue catalogue, Period period)
{
    /// <summary>
    /// Each missing value once, in the order of the catalogue, then of time. A sum over services is none of its own: nobody owes
    /// it beside its parts.
    /// </summary>
    public ImmutableArray<MissingFigure> Of(Product product)
    {
        var department = catalogue.Find(product.Department)?.Name ?? product.Department.Text;
        var missing = product.Levels
            .SelectMany(
                level => level.BaseFigures.Select(figure => new FigureAddress(product.Number, level.LevelNumber, figure.Id)))
            .SelectMany(Missing)
            .Where(value => value.Scenario == Scenario.Actual && value.Address.Product == product.Number)
            .ToHashSet();
        return
        [
            .. from level in product.Levels
               from figure in level.BaseFigures
               where OwedValue.IsOwed(product, level, figure)
               let address = new FigureAddress(product.Number, level.LevelNumber, figure.Id)
               from value in missing.Where(value => value.Address == address).OrderBy(value => value.Period)
               select new MissingFigure(
                   product.Department, department, product.Number, level.LevelNumber, figure.Id, figure.Name, value.Period,
                       Deadline(value.Period)),
        ];
    }

    private IEnumerable<MissingValue> Missing(FigureAddress address) =>
        calculator.Cumulative(address, period, Scenario.Actual) is CalculatedValue.Undefined undefined ? undefined.Reason.Missing
            : [];

    /// <summary>The deadline of the reported period a missing month or quarter belongs to.</summary>
    private DateOnly Deadline(Period missing) => catalogue.Reporting.Deadline(missing.Within(period.Kind));
}
