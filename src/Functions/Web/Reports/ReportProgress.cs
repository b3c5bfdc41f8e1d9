using Produktreport.Core.Reports;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Whether the stored reports show what a delivery brought, for whoever waits for them.</summary>
internal sealed class ReportProgress(VisibleReports visibleReports, LiveReports live, Calendar calendar)
{
    // Whoever waits asks every few seconds.
    private const int MostReports = 12;

    /// <summary>
    /// Whether a report that is due and has a current value of this file shows something else than the figures say now.
    /// </summary>
    public async Task<bool> IsPending(Visitor visitor, string file, CancellationToken cancellation = default)
    {
        var source = await live.Source(cancellation);
        var brought = source.Figures.Values.Where(value => value.Delivery.File == file).Select(value => value.Delivered)
            .GroupBy(value => (value.Address.Product, value.Period.Year), value => value.Period.End)
            .ToDictionary(group => group.Key, group => group.Min());
        var jobs =
            from due in DueReports.For(source.Catalogues, calendar.Today)
            from product in due.Products
            where brought.TryGetValue((product, due.Period.Year), out var first) && due.Period.End >= first
            orderby due.Period.End descending
            select new ReportJob(due.Period, product);
        foreach (var job in jobs.Take(MostReports))
        {
            if (await visibleReports.Read(visitor, job, cancellation) is not var (_, stored)
                || ReportFingerprint.Of(stored)
                    != ReportFingerprint.Of(source.Product(job.Product!.Value, job.Period, calendar.Today)))
                return true;
        }

        return false;
    }
}
