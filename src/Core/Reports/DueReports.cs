using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports;

/// <summary>A period whose reports are to be made, and for which products.</summary>
/// <param name="Period">The period.</param>
/// <param name="Deadline">Its Meldeschluss.</param>
/// <param name="Products">The products of the year's catalogue, in order.</param>
public sealed record DueReport(Period Period, DateOnly Deadline, ImmutableArray<ProductNumber> Products);

/// <summary>Which reports are due.</summary>
public static class DueReports
{
    /// <summary>
    /// All periods of all years with a catalogue of their own whose Meldeschluss is <paramref name="today"/> or earlier, ordered
    /// by period. A period is due at its deadline, in the Europe/Berlin calendar of the day passed in.
    /// </summary>
    public static ImmutableArray<DueReport> For(CatalogueSet catalogues, DateOnly today) =>
    [
        .. catalogues.ByYear.Values
            .SelectMany(catalogue => catalogue.Reporting.Kinds.SelectMany(kind => Period.AllOf(catalogue.Year, kind))
                .Select(period => new DueReport(
                    period,
                    catalogue.Reporting.Deadline(period),
                    [.. catalogue.Products.Select(product => product.Number)])))
            .Where(due => due.Deadline <= today)
            .OrderBy(due => due.Period),
    ];
}
