using Produktreport.Functions.AssembleReports;
using Produktreport.Functions.IngestFigures;
using Produktreport.Functions.PublishCatalogue;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Hosting;

/// <summary>
/// Nothing depends on a single event: the daily timer compares what there is with what there should be, publishes and ingests what no
/// event told of, and enqueues every report that is due and missing or out of date.
/// </summary>
public sealed partial class Reconciliation(
    PublishCatalogueFunction publishCatalogue,
    IngestFiguresFunction ingestFigures,
    AssembleReportsFunction assembleReports,
    IServiceProvider services,
    ILogger<Reconciliation> log)
{
    /// <summary>Catalogue, uploads, reports.</summary>
    public async Task Run(bool isPastDue, CancellationToken cancellation = default)
    {
        await publishCatalogue.Run(cancellation);
        var judged = await JudgeOutdated(cancellation);
        var jobs = await assembleReports.Run(cancellation);
        var givenUp = services.GetService<PoisonMessages>() is { } poison ? await poison.Count(cancellation) : 0;
        Measures.GivenUp(givenUp);
        Reconciled(log, judged, jobs, givenUp, isPastDue);
    }

    /// <summary>Ingests the uploads no current judgement covers, in the order of their arrival. Breaking off loses only time.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> JudgeOutdated(CancellationToken cancellation = default)
    {
        var outdated = await ingestFigures.Outdated(cancellation);
        foreach (var path in outdated)
            await ingestFigures.Run(path, cancellation);
        return outdated.Count;
    }

    [LoggerMessage(3101, LogLevel.Information, "Reconciled: {Uploads} uploads ingested, {Jobs} report jobs enqueued, {GivenUp} given up on; past due: {IsPastDue}.")]
    private static partial void Reconciled(ILogger log, int uploads, int jobs, int givenUp, bool isPastDue);
}
