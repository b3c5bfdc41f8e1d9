using System.Collections.Concurrent;
using Produktreport.Core.Deliveries;
using Produktreport.Functions.PublishCatalogue;
using Produktreport.Functions.RenderReport;
using Produktreport.Functions.AssembleReports;
using Produktreport.Functions.IngestFigures;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Memory;

namespace Produktreport.Functions.Hosting;

/// <summary>
/// The five functions in the order in which one machine runs them: publish the catalogue, take the uploads, find the reports that
/// are due, render them. One run at a time; what a run cannot finish, the next one finds again.
/// </summary>
public sealed class Workday(
    MemoryReportJobs jobs,
    PublishCatalogueFunction publishCatalogue,
    IngestFiguresFunction ingestFigures,
    AssembleReportsFunction assembleReports,
    RenderReportFunction renderReport,
    ConsoleProgress progress)
{
    private bool isFirst = true;

    /// <summary>Works through everything that is new since the last run: the first run takes all there is.</summary>
    public async Task<WorkResult> Run(CancellationToken cancellation)
    {
        var catalogue = await publishCatalogue.Run(cancellation);
        if (catalogue.IsChanged || isFirst)
            progress.Catalogue(catalogue);
        isFirst = false;
        var receipts = await IngestNew(cancellation);
        await assembleReports.Run(cancellation);
        var reports = await Render(jobs.Drain(), cancellation);
        progress.Rendered(reports);
        return new WorkResult(catalogue, receipts, reports);
    }

    // In the order of arrival, so that each file is judged by what was known before it.
    private async Task<List<Receipt>> IngestNew(CancellationToken cancellation)
    {
        var receipts = new List<Receipt>();
        foreach (var path in await ingestFigures.Outdated(cancellation))
        {
            if (await ingestFigures.Run(path, cancellation) is not { } receipt)
                continue;
            receipts.Add(receipt);
            progress.Received(receipt);
        }

        return receipts;
    }

    // Combined reports after the products, whose versions they show.
    private async Task<IReadOnlyCollection<ReportOutcome>> Render(IReadOnlyList<ReportJob> due, CancellationToken cancellation)
    {
        var outcomes = new ConcurrentBag<ReportOutcome>();
        foreach (var group in due.GroupBy(job => job.Product is null).OrderBy(group => group.Key))
            await Parallel.ForEachAsync(group, cancellation, async (job, token) => outcomes.Add(await renderReport.Run(job, token)));
        return outcomes;
    }
}

/// <summary>What one run did.</summary>
public sealed record WorkResult(
    CatalogueOutcome Catalogue, IReadOnlyCollection<Receipt> Receipts, IReadOnlyCollection<ReportOutcome> Reports)
{
    /// <summary>The exit code of <c>--once</c>.</summary>
    public int ExitCode =>
        !Catalogue.IsValid || Receipts.Any(receipt => !receipt.IsAccepted) ? ExitCodes.InputRejected
        : Reports.OfType<ReportOutcome.Failed>().Any() ? ExitCodes.ReportFailed
        : ExitCodes.Success;
}
