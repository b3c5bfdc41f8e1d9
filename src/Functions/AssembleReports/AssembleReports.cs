using Produktreport.Core.Reports;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.RenderReport;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.AssembleReports;

/// <summary>
/// Finds the reports that are due and missing or out of date, and enqueues a job for each. Triggered daily, and after every change
/// standalone. Decides by content, not by memory: running it again finds the same.
/// </summary>
public sealed class AssembleReports(ReportData data, StoredReports stored, IReportJobs jobs, Calendar calendar)
{
    /// <summary>Enqueues what is to be made.</summary>
    /// <returns>How many jobs were enqueued.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var source = await data.Load(cancellation);
        var count = 0;
        foreach (var due in DueReports.For(source.Catalogues, calendar.Today))
        {
            var job = new ReportJob(due.Period, due.Product);
            if (await stored.IsCurrent(source.Assemble(job, calendar.Today), cancellation))
                continue;
            await jobs.Enqueue(job, cancellation);
            count++;
        }

        return count;
    }
}
