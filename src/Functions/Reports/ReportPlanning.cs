using Produktreport.Core.Reports;
using Produktreport.Functions.Comparisons;
using Produktreport.Functions.Deliveries;

namespace Produktreport.Functions.Reports;

/// <summary>
/// Finds the reports that are due and missing or out of date, and enqueues a job for each: the products of a period, then its
/// combined report. Triggered daily, and after every change standalone. Decides by content, not by memory: running it again finds
/// the same.
/// </summary>
internal sealed class ReportPlanning(
    PublishedCatalogues catalogues, IFigureStore figures, ComparisonIntake others, ReportComparison comparison, IReportJobs jobs,
    MissingDeliveries missing, Calendar calendar)
{
    /// <summary>Enqueues what is to be made.</summary>
    /// <returns>How many jobs were enqueued.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var source = await ReportSource.Load(catalogues, figures, others, cancellation);
        var count = 0;
        foreach (var due in DueReports.For(source.Catalogues, calendar.Today))
            count += await Enqueue(due, source, cancellation);
        return count;
    }

    private async Task<int> Enqueue(DueReport due, ReportSource source, CancellationToken cancellation)
    {
        var reports = await comparison.Load(due.Period, source, cancellation);
        var combined = new ReportJob(due.Period, Product: null);
        var outdated = reports.Outdated(due.Products).Select(product => new ReportJob(due.Period, product))
            .Where(job => missing.Behind(job, source.Catalogues) is null).ToList();
        // With its parts current it may still be missing, or show former ones, where a run broke off before it.
        if (missing.Behind(combined, source.Catalogues) is null
            && (outdated.Count > 0 || !reports.IsCombinedCurrent(due.Products)))
            outdated.Add(combined);
        foreach (var job in outdated)
            await jobs.Enqueue(job, cancellation);
        return outdated.Count;
    }
}
