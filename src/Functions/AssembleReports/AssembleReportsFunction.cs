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
        var outdated = new List<ReportJob>();
        foreach (var job in due.Products.Select(product => new ReportJob(due.Period, product)))
        {
            if (!await IsCurrent(job, current.GetValueOrDefault(job.Name), source, cancellation))
                outdated.Add(job);
        }

        var combined = new ReportJob(due.Period, Product: null);
        if (outdated.Count > 0 || !await IsCurrent(combined, current.GetValueOrDefault(combined.Name), cancellation))
            outdated.Add(combined);
        foreach (var job in outdated)
            await jobs.Enqueue(job, cancellation);
        return outdated.Count;
    }

    private async Task<bool> IsCurrent(ReportJob job, byte[]? json, ReportSource source, CancellationToken cancellation)
    {
        if (json is null)
            return false;
        var report = ReportJson.ReadProduct(json);
        var fingerprint = ReportFingerprint.Of(report);
        return fingerprint == ReportFingerprint.Of(source.Product(job.Product!.Value, job.Period, calendar.Today))
            && report.State == (await releases.Read(job, cancellation)).StateOf(report.Version, fingerprint)
            && await stored.HasPdf(job, cancellation);
    }

    private async Task<bool> IsCurrent(ReportJob combined, byte[]? json, CancellationToken cancellation)
    {
        if (json is null)
            return false;
        var report = ReportJson.ReadCombined(json);
        return report.State == (await releases.Read(combined, cancellation)).StateOf(report.Version, ReportFingerprint.Of(report))
            && await stored.HasPdf(combined, cancellation);
    }
}
