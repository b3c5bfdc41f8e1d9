using System.Collections.Concurrent;
using Produktreport.Functions.Comparisons;
using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Notifications;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Standalone;

/// <summary>
/// The functions in the order in which one machine runs them: publish the catalogue, take the uploads, find the reports that are
/// due, render them, tell of it. One run at a time; what a run cannot finish, the next one finds again. A fault with one part is
/// told and kept to it.
/// </summary>
internal sealed class Workday(
    IReportJobs jobs,
    IDeliveryLog log,
    CataloguePublication publishCatalogue,
    Ingestion ingestFigures,
    UnnamableUploads unnamable,
    MissingDeliveries missing,
    ComparisonIntake comparisonIntake,
    ReportPlanning assembleReports,
    ReportWork reportWork,
    MessageRound messages,
    GrowingFiles growing,
    ConsoleProgress progress,
    TimeProvider clock)
{
    // Another process that holds a job may be slow or dead. Its job is done again meanwhile.
    private const int MostRounds = 30;
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);

    private bool isFirst = true;

    // What the last run told of is not told again every few seconds.
    private HashSet<string> told = [];

    /// <summary>Works through everything that is new since the last run: the first run takes all there is.</summary>
    public async Task<WorkResult> Run(CancellationToken cancellation)
    {
        var faults = new List<string>();
        var catalogue = await Kept(faults, "Katalog", () => publishCatalogue.Run(cancellation));
        if (catalogue is not null && (catalogue.IsChanged || isFirst))
            progress.Catalogue(catalogue);
        isFirst = false;
        var receipts = await Kept(faults, "Eingang", () => IngestNew(faults, cancellation)) ?? [];
        receipts.AddRange(await Kept(faults, "Vergleich", () => TakeComparisons(cancellation)) ?? []);
        var reports = await Kept(faults, "Berichte", () => MakeReports(cancellation)) ?? [];
        progress.Rendered(reports);
        progress.Sent(await Kept(faults, "Nachrichten", () => messages.Run(cancellation)) ?? []);
        told = faults.ToHashSet();
        var isRejected = receipts.Any(receipt => receipt is { IsAccepted: false, IsWithdrawn: false })
            || (await log.List(cancellation)).Any(judgement => judgement.IsRejected);
        return new WorkResult(catalogue, receipts, reports, isRejected, [.. faults]);
    }

    /// <summary>Renders the jobs that wait: our own, and with a storage account also those of other processes.</summary>
    public async Task<IReadOnlyCollection<ReportOutcome>> RenderWaiting(CancellationToken cancellation)
    {
        var outcomes = new ConcurrentBag<ReportOutcome>();
        while (await jobs.Take(cancellation) is { Count: > 0 } taken)
        {
            // Combined reports after the products, whose versions they show.
            foreach (var group in taken.GroupBy(each => each.Job.Product is null).OrderBy(group => group.Key))
                await Parallel.ForEachAsync(group, cancellation, async (each, token) => outcomes.Add(await Render(each, token)));
        }

        return outcomes;
    }

    /// <summary>Tells what is new, and tries again what could not be sent.</summary>
    public async Task SendMessages(CancellationToken cancellation) => progress.Sent(await messages.Run(cancellation));

    // In the order of arrival, so that each file is judged by what was known before it.
    private async Task<List<Receipt>> IngestNew(List<string> faults, CancellationToken cancellation)
    {
        var unfinished = await growing.Wait(cancellation);
        foreach (var file in unfinished)
            Fault(faults, $"{file}: wird noch geschrieben und beim nächsten Durchgang gelesen");
        var judged = await ingestFigures.RunOutdated(
            _ => { },
            (path, failure) => IsOfStorage(failure) && Fault(faults, $"{path}: {failure.Message}"),
            unfinished,
            cancellation);
        var receipts = judged.Values.OfType<Receipt>().ToList();
        receipts.ForEach(progress.Received);
        foreach (var stamp in missing.List())
            Fault(faults, $"{stamp.File}: {MissingDeliveries.Fault}");

        foreach (var (receipt, isNew) in await unnamable.Run(cancellation))
        {
            receipts.Add(receipt);
            if (isNew)
                progress.Received(receipt);
        }

        return receipts;
    }

    private async Task<List<Receipt>> TakeComparisons(CancellationToken cancellation)
    {
        var answers = await comparisonIntake.Run(cancellation);
        foreach (var (receipt, isNew) in answers)
        {
            if (isNew)
                progress.Received(receipt);
        }

        return [.. answers.Select(answer => answer.Receipt)];
    }

    // What was planned and is not made yet, another process holds: it is made here as well, which changes nothing where the other
    // one lives.
    private async Task<List<ReportOutcome>> MakeReports(CancellationToken cancellation)
    {
        var outcomes = new List<ReportOutcome>();
        for (var round = 1; ; round++)
        {
            var planned = await assembleReports.Run(cancellation);
            var made = await RenderWaiting(cancellation);
            outcomes.AddRange(made.Where(outcome => outcome is not ReportOutcome.Waiting));
            var open = planned - made.Count(outcome => outcome is not ReportOutcome.Waiting);
            if (open <= 0)
                return outcomes;
            if (round == MostRounds || made.Any(outcome => outcome is ReportOutcome.Failed))
                return [.. outcomes, .. made.OfType<ReportOutcome.Waiting>()];
            await Task.Delay(BetweenRounds, clock, cancellation);
        }
    }

    // A folder that cannot be written to is told of each report, and keeps nothing else from being done.
    private async Task<ReportOutcome> Render(TakenJob taken, CancellationToken cancellation)
    {
        try
        {
            return await reportWork.Run(taken, cancellation);
        }
        catch (IOException failure)
        {
            await jobs.Failed(taken, failure.Message, cancellation);
            return new ReportOutcome.Failed(taken.Job, failure.Message);
        }
    }

    private async Task<T?> Kept<T>(List<string> faults, string part, Func<Task<T>> work)
        where T : class
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (IsOfStorage(failure))
        {
            Fault(faults, $"{part}: {failure.Message}");
            return null;
        }
    }

    private bool Fault(List<string> faults, string what)
    {
        faults.Add(what);
        if (!told.Contains(what))
            progress.Fault(what);
        return true;
    }

    private static bool IsOfStorage(Exception failure) => failure is IOException or UnauthorizedAccessException;
}

/// <summary>What one run did.</summary>
/// <param name="Catalogue">What became of the catalogue; null where it could not be looked at, and the last one stays in
/// force.</param>
/// <param name="Receipts">The receipts of what was judged, each upload once, and of everything that cannot be read.</param>
/// <param name="Reports">What became of the reports.</param>
/// <param name="IsRejected">Whether anything in the inbox is rejected, now or by a former run.</param>
/// <param name="Faults">What could not be done, in German.</param>
internal sealed record WorkResult(
    CatalogueOutcome? Catalogue,
    IReadOnlyCollection<Receipt> Receipts,
    IReadOnlyCollection<ReportOutcome> Reports,
    bool IsRejected,
    ImmutableArray<string> Faults)
{
    /// <summary>The exit code of <c>--once</c>.</summary>
    public int ExitCode =>
        !Faults.IsEmpty ? ExitCodes.Failure
        : Catalogue is { IsValid: false } || IsRejected ? ExitCodes.InputRejected
        : Reports.Any(report => report is ReportOutcome.Failed or ReportOutcome.Waiting) ? ExitCodes.ReportFailed
        : ExitCodes.Success;
}
