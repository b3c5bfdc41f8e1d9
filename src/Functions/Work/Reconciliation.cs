using Produktreport.Functions.Comparisons;
using Produktreport.Functions.Deliveries;

namespace Produktreport.Functions.Work;

/// <summary>
/// The daily timer compares what there is with what there should be, so that nothing depends on a single event. It publishes
/// and ingests what no event told of, and enqueues every report that is due and missing or out of date. Where nothing changed
/// since it last did, it has nothing to do.
/// </summary>
internal sealed partial class Reconciliation(
    CataloguePublication publishCatalogue,
    PublishedCatalogues catalogues,
    Ingestion ingestFigures,
    UnnamableUploads unnamable,
    ComparisonIntake comparisonIntake,
    ReportPlanning assembleReports,
    QuietNights quietNights,
    IGivenUpMessages givenUp,
    TimeProvider clock,
    ILogger<Reconciliation> log) : IDisposable
{
    // The host kills what takes ten minutes, with everything else that runs.
    private static readonly TimeSpan TimeToJudge = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim judging = new(1, 1);
    private string? judgedBy;

    /// <summary>
    /// Catalogue, uploads, reports; only a look at the listings where they are as the last comparison left them.
    /// </summary>
    /// <exception cref="TimeoutException">There are more uploads to judge than time; a repetition goes on where this
    /// ended.</exception>
    public async Task Run(bool isPastDue, CancellationToken cancellation = default)
    {
        // Taken before anything is compared: what changes meanwhile is then another night's work.
        var seen = await quietNights.Look(cancellation);
        if (await quietNights.IsQuiet(seen, cancellation))
        {
            Quiet(log, await givenUp.Count(cancellation), isPastDue);
            return;
        }

        var catalogue = await publishCatalogue.Run(cancellation);
        var judged = await JudgeOutdated(cancellation);
        var unnamed = await unnamable.Run(cancellation);
        var compared = await comparisonIntake.Run(cancellation);
        var jobs = await assembleReports.Run(cancellation);
        if (!catalogue.IsChanged && judged == 0 && !unnamed.Concat(compared).Any(each => each.IsNew) && jobs == 0)
            await quietNights.Remember(seen, cancellation);
        Reconciled(log, judged, jobs, await givenUp.Count(cancellation), isPastDue);
    }

    /// <summary>
    /// Publishes the catalogue and judges what rests on it, once for each catalogue: every file of it brings an event, and all
    /// but the first few find nothing changed.
    /// </summary>
    /// <exception cref="TimeoutException">As with <see cref="Run"/>.</exception>
    public async Task Publish(CancellationToken cancellation = default)
    {
        await publishCatalogue.Run(cancellation);
        await judging.WaitAsync(cancellation);
        try
        {
            var version = (await catalogues.InForce(cancellation)).Version;
            if (version == judgedBy)
                return;
            await JudgeOutdated(cancellation);
            judgedBy = version;
        }
        finally
        {
            judging.Release();
        }
    }

    public void Dispose() => judging.Dispose();

    // Breaking off loses only time.
    private async Task<int> JudgeOutdated(CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        var judged = await ingestFigures.RunOutdated(
            left =>
            {
                if (clock.GetElapsedTime(start) > TimeToJudge)
                    throw new TimeoutException($"{left} uploads are still to be judged.");
            },
            cancellation: cancellation);
        return judged.Count;
    }

    [LoggerMessage(3102, LogLevel.Information,
        "Nothing changed since everything was last compared; {GivenUp} given up on; past due: {IsPastDue}.")]
    private static partial void Quiet(ILogger log, int givenUp, bool isPastDue);

    [LoggerMessage(3101, LogLevel.Information,
        "Reconciled: {Uploads} uploads ingested, {Jobs} report jobs enqueued, {GivenUp} given up on; past due: {IsPastDue}.")]
    private static partial void Reconciled(ILogger log, int uploads, int jobs, int givenUp, bool isPastDue);
}
