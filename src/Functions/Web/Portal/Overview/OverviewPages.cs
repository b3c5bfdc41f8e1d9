namespace Produktreport.Functions.Web.Portal.Overview;

/// <summary>The first page.</summary>
internal static class OverviewPages
{
    public static void MapOverview(this IEndpointRouteBuilder routes) => routes.MapGet("/", Overview);

    private static async Task<IResult> Overview([AsParameters] OverviewQuery query, Visitor visitor,
        VisibleReports visibleReports, PeriodStatusReader status, CountyInForce county, CancellationToken cancellation)
    {
        var due = await status.Due(cancellation);
        var view = await Find(query, visitor, visibleReports, due, cancellation);
        if (visitor.MayDeliver && view.Period is { } period
            && await status.Read(period, visitor, cancellation) is { } deliveries)
            view = view with { Owed = deliveries.Departments.Sum(department => department.Missing.Count) };
        if (visitor.Role == Role.Administration && await county.Find() is { } catalogue)
            view = view with { FaceMissing = [.. catalogue.Face.Missing] };
        return PortalPages.Page<OverviewPage>(new { View = view });
    }

    // Only the listings of periods are read until one has a report: those of all years would be tens of thousands of files.
    private static async Task<OverviewView> Find(
        OverviewQuery query, Visitor visitor, VisibleReports visibleReports, IReadOnlyList<Period> due,
        CancellationToken cancellation)
    {
        List<Period> asked = [.. due.Where(period => IsAsked(query, period))];
        foreach (var period in asked.Count > 0 ? asked : due)
        {
            if (await visibleReports.List(visitor, period, cancellation: cancellation) is { Count: > 0 } reports)
                return new OverviewView(period, due, reports, query);
        }

        return new OverviewView(asked.Concat(due).Select(period => (Period?)period).FirstOrDefault(), due, [], query);
    }

    private static bool IsAsked(OverviewQuery query, Period period) =>
        PeriodText.TryParse(query.Period, out var only) ? only == period
        : int.TryParse(query.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year == period.Year;
}
