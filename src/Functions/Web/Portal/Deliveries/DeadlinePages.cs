namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>Which figures are due, and which are there.</summary>
internal static class DeadlinePages
{
    public static void MapDeadlines(this IEndpointRouteBuilder routes) => routes.MapGet("/fristen", Deadlines);

    private static async Task<IResult> Deadlines(
        [FromQuery(Name = "zeitraum")] string? asked, Visitor visitor, PeriodStatusReader reader, CancellationToken cancellation)
    {
        var periods = await reader.Periods(cancellation);
        var chosen = asked is null
            ? await reader.Due(periods, visitor, cancellation)
            : periods.FirstOrDefault(info => info.Period == asked);
        return chosen is not null
            && await reader.Read(PeriodText.Parse(chosen.Period), visitor, cancellation) is { } status
            ? PortalPages.Page<DeadlinesPage>(new { Status = status, Periods = periods })
            : PortalPages.NotFound;
    }
}
