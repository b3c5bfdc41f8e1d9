using System.Collections.Immutable;
using Produktreport.Core.Reports;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.PublishCatalogue;
using Produktreport.Functions.RenderReport;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.AssembleReports;

/// <summary>
/// Finds the reports that are due and missing or out of date, and enqueues a job for each: the products of a period, then its combined
/// report. Triggered daily, and after every change standalone. Decides by content, not by memory: running it again finds the same.
/// </summary>
public sealed class AssembleReportsFunction(
    PublishedCatalogues catalogues, IFigureStore figures, StoredReports stored, ReportReleases releases, IReportJobs jobs, Calendar calendar)
{
    /// <summary>Enqueues what is to be made.</summary>
    /// <returns>How many jobs were enqueued.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var source = await ReportSource.Load(catalogues, figures, cancellation);
        var count = 0;
        foreach (var due in DueReports.For(source.Catalogues, calendar.Today))
            count += await Enqueue(due, source, cancellation);
        return count;
    }

    private async Task<int> Enqueue(DueReport due, ReportSource source, CancellationToken cancellation)
    {
        var current = await stored.ReadPeriod(due.Period, cancellation);
        var released = await releases.ReadPeriod(due.Period, cancellation);
        var outdated = due.Products.Select(product => new ReportJob(due.Period, product)).Where(job => !IsCurrent(job, current, released, source)).ToList();
        if (outdated.Count > 0 || !IsCombinedCurrent(due, current, released, source))
            outdated.Add(new ReportJob(due.Period, Product: null));
        foreach (var job in outdated)
            await jobs.Enqueue(job, cancellation);
        return outdated.Count;
    }

    private bool IsCurrent(ReportJob job, StoredPeriod current, PeriodReleases released, ReportSource source)
    {
        if (current.Whole(job) is not { } json)
            return false;
        var (report, fingerprint) = (ReportJson.ReadProduct(json), ReportFingerprint.Of(source.Product(job.Product!.Value, job.Period, calendar.Today)));
        return ReportFingerprint.Of(report) == fingerprint && report.State == released.Of(job.Name).StateOf(report.Version, fingerprint);
    }

    // All of its parts are current: it may still be missing, or show former ones, where a run broke off before it.
    private bool IsCombinedCurrent(DueReport due, StoredPeriod current, PeriodReleases released, ReportSource source)
    {
        var job = new ReportJob(due.Period, Product: null);
        if (current.Whole(job) is not { } json)
            return false;
        ImmutableArray<ProductReport> parts = [.. due.Products.Select(product => ReportJson.ReadProduct(current.Json[product.Text]))];
        var (report, fingerprint) = (ReportJson.ReadCombined(json), ReportFingerprint.Of(source.Combined(due.Period, parts, calendar.Today)));
        return ReportFingerprint.Of(report) == fingerprint && report.State == released.Of(job.Name).StateOf(report.Version, fingerprint);
    }
}
