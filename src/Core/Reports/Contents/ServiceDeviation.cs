using System.Collections.Immutable;

namespace Produktreport.Core.Reports.Contents;

/// <summary>How far the main amount of a service is from its plan.</summary>
/// <param name="Service">The service.</param>
/// <param name="Row">Its main amount.</param>
public sealed record ServiceDeviation(ReportLevel Service, ReportRow Row)
{
    private const int Most = 14;

    /// <summary>
    /// Those of a report's services, in their order, to be shown beside each other; none where there is nothing to compare or too
    /// much for a picture.
    /// </summary>
    public static ImmutableArray<ServiceDeviation> Of(ProductReport report)
    {
        ImmutableArray<ServiceDeviation> all =
        [
            .. from service in report.Levels.Skip(1)
               let row = MainRows.Amount(report.RowsOf(service.Number))
               where row is not null
               select new ServiceDeviation(service, row),
        ];
        return all.Length is >= 2 and <= Most && all.Any(each => each.Row.Deviation is not null) ? all : [];
    }
}
