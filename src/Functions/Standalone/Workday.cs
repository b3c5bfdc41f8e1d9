using System.Collections.Concurrent;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Standalone;

/// <summary>
/// The five functions in the order in which one machine runs them: publish the catalogue, take the uploads, find the reports that
/// are due, render them. One run at a time; what a run cannot finish, the next one finds again.
/// </summary>
internal sealed class Workday(
    IReportJobs jobs,
    CataloguePublication publishCatalogue,
    Ingestion ingestFigures,
    UnnamableUploads unnamable,
    ReportPlanning assembleReports,
    ReportWork reportWork,
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
        var reports = await RenderWaiting(cancellation);
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

        foreach (var receipt in await unnamable.Run(cancellation))
        {
            receipts.Add(receipt);
            progress.Received(receipt);
        }

        return receipts;
    }

    /// <summary>Renders the jobs that wait: our own, and with a storage account also those of other processes.</summary>
    public async Task<IReadOnlyCollection<ReportOutcome>> RenderWaiting(CancellationToken cancellation)
    {
        var outcomes = new ConcurrentBag<ReportOutcome>();
        while (await jobs.Take(cancellation) is { Count: > 0 } taken)
        {
            // Combined reports after the products, whose versions they show.
            foreach (var group in taken.GroupBy(each => each.Job.Product is null).OrderBy(group => group.Key))
                await Parallel.ForEachAsync(group, cancellation, async (each, token) => outcomes.Add(await reportWork.Run(each, token)));
        }

        return outcomes;
    }
}

/// <summary>What one run did.</summary>
internal sealed record WorkResult(
    CatalogueOutcome Catalogue, IReadOnlyCollection<Receipt> Receipts, IReadOnlyCollection<ReportOutcome> Reports)
{
    /// <summary>The exit code of <c>--once</c>.</summary>
    public int ExitCode =>
        !Catalogue.IsValid || Receipts.Any(receipt => !receipt.IsAccepted) ? ExitCodes.InputRejected
        : Reports.OfType<ReportOutcome.Failed>().Any() ? ExitCodes.ReportFailed
        : ExitCodes.Success;
}
