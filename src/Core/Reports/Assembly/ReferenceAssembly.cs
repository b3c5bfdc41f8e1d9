using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>The Rahmendaten a product's formulas use, as they were in force in the years a report shows.</summary>
internal static class ReferenceAssembly
{
    /// <summary>One line for each reference figure and year, the latest year first.</summary>
    /// <param name="catalogues">The catalogues of all years.</param>
    /// <param name="product">The product of the reported year.</param>
    /// <param name="ends">The last days of the reported period and of the same periods before, latest first.</param>
    public static ImmutableArray<ReferenceLine> Of(CatalogueSet catalogues, Product product, IEnumerable<DateOnly> ends)
    {
        FigureId[] used = [.. product.Levels.SelectMany(level => level.Figures)
            .SelectMany(figure => figure.Formula?.Root.References() ?? []).Distinct()];
        return
        [
            .. from end in ends
               from id in used
               let figure = catalogues.For(end.Year)?.ReferenceInForce(id, end)
               where figure is not null
               select new ReferenceLine(id, end.Year, figure.Name, figure.Value, figure.Unit, figure.AsOf, figure.Source),
        ];
    }
}
