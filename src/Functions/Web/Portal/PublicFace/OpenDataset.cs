namespace Produktreport.Functions.Web.Portal.PublicFace;

/// <summary>The published figures of one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Reports">The combined report where it is published, which holds all figures; the products' reports else.</param>
/// <param name="AsOf">The day of the youngest release among them.</param>
public sealed record OpenDataset(Period Period, IReadOnlyList<VisibleReport> Reports, DateOnly AsOf);

/// <summary>Finds what everybody may download.</summary>
internal sealed class OpenDatasets(VisibleReports visibleReports, AccessBook book)
{
    /// <summary>One for each period with a published report, latest first; none where the county does not publish.</summary>
    public async Task<IReadOnlyList<OpenDataset>> List(CancellationToken cancellation) => !book.IsPublic
        ? []
        :
        [
            .. from report in await visibleReports.ListReleased(Visitor.Nobody, cancellation: cancellation)
               group report by report.Visible.Summary.Period into period
               orderby period.Key descending
               let combined = period.Where(report => report.Visible.Summary.Job.Product is null).ToList()
               let shown = combined.Count > 0 ? combined : [.. period]
               select new OpenDataset(
                   period.Key,
                   [.. shown.Select(report => report.Visible).OrderBy(report => report.Summary.Job.Name, StringComparer.Ordinal)],
                   DateOnly.FromDateTime(shown.Max(report => report.At).Date)),
        ];
}
