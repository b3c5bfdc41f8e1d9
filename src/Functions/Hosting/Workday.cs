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
    IFileStore files,
    MemoryReportJobs jobs,
    PublishCatalogueFunction publishCatalogue,
    IngestFiguresFunction ingestFigures,
    AssembleReportsFunction assembleReports,
    RenderReportFunction renderReport,
    ConsoleProgress progress)
{
    private readonly Dictionary<FilePath, string> seen = [];

    /// <summary>Works through everything that is new since the last run: the first run takes all there is.</summary>
    public async Task<WorkResult> Run(CancellationToken cancellation)
    {
        var catalogue = await publishCatalogue.Run(cancellation);
        if (catalogue.IsChanged || seen.Count == 0)
            progress.Catalogue(catalogue);
        if (catalogue.IsChanged)
            seen.Clear();
        var receipts = await IngestNew(cancellation);
        await assembleReports.Run(cancellation);
        var reports = await Render(jobs.Drain(), cancellation);
        progress.Rendered(reports);
        return new WorkResult(catalogue, receipts, reports);
    }

    // In the order of arrival, so that each file is judged by what was known before it.
    private async Task<List<Receipt>> IngestNew(CancellationToken cancellation)
    {
        var present = await files.List(Area.Inbox, "", cancellation).ToListAsync(cancellation);
        var gone = seen.Keys.Except(present.Select(entry => entry.Path)).ToList();
        foreach (var path in gone)
        {
            await ingestFigures.Run(path, cancellation);
            seen.Remove(path);
        }

        var receipts = new List<Receipt>();
        foreach (var entry in present.Where(IsNew).OrderBy(entry => entry.ModifiedAt).ThenBy(entry => entry.Path))
        {
            if (await ingestFigures.Run(entry.Path, cancellation) is { } receipt)
            {
                receipts.Add(receipt);
                progress.Received(receipt);
            }

            seen[entry.Path] = entry.Version;
        }

        return receipts;
    }

    private bool IsNew(FileEntry entry) => seen.GetValueOrDefault(entry.Path) != entry.Version;

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
