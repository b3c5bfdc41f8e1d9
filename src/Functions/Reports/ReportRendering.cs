using System.Collections.Frozen;
using System.Diagnostics;
using Produktreport.Functions.Comparisons;
using Produktreport.Functions.Deliveries;

namespace Produktreport.Functions.Reports;

/// <summary>
/// Makes one report and stores it, if it shows anything new. Triggered by the queue; running a job again changes nothing. The
/// combined report waits for its parts, and says which of them could not be made.
/// </summary>
internal sealed partial class ReportRendering(
    PublishedCatalogues catalogues,
    IFigureStore figures,
    ComparisonIntake others,
    StoredReports stored,
    ReportReleases releases,
    ReportComparison comparison,
    IReportJobs jobs,
    PublicEditions publicEditions,
    MissingDeliveries missing,
    Calendar calendar,
    ILogger<ReportRendering> log)
{
    // Each try reads anew what there is. Only two or three runs of one report overlap. Unlike other writes (Contention), one that
    // is overtaken again and again ends as a report that failed, so that the others are still made.
    private const int Tries = 10;

    /// <summary>Makes the report of a job.</summary>
    public async Task<ReportOutcome> Run(ReportJob job, CancellationToken cancellation = default)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = await Try(job, cancellation);
        Measures.Rendered(WordOf(outcome), Stopwatch.GetElapsedTime(start));
        return outcome;
    }

    private static string WordOf(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Written => "geschrieben",
        ReportOutcome.Unchanged => "unveraendert",
        ReportOutcome.Waiting => "wartet",
        _ => "fehlgeschlagen",
    };

    private async Task<ReportOutcome> Try(ReportJob job, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; attempt <= Tries; attempt++)
            {
                if (await Render(job, cancellation) is { } outcome)
                    return outcome;
            }

            return new ReportOutcome.Failed(job, $"Others kept writing it; {Tries} tries.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not IOException)
        {
            // One report that cannot be made must not keep the others from being made.
            RenderingFailed(log, failure, job.Period, job.Name);
            return new ReportOutcome.Failed(job, failure.Message);
        }
    }

    // Null where another run was quicker. What is stored is read before the figures, so that whoever replaced it before knew no
    // later ones.
    private async Task<ReportOutcome?> Render(ReportJob job, CancellationToken cancellation)
    {
        var former = await stored.Find(job, cancellation);
        var history = await releases.Read(job, cancellation);
        var source = await ReportSource.Load(catalogues, figures, others, job, cancellation);
        if (!source.Has(job))
            return new ReportOutcome.Unchanged(job);
        if (missing.Behind(job, source.Catalogues) is { } file)
            return new ReportOutcome.Failed(job, $"„{file.File}“ lässt sich nicht lesen; der Bericht bleibt, wie er ist.");
        var parts = job.Product is null ? await Parts(job.Period, source, cancellation) : null;
        var report = parts is { Open: [_, ..] } ? null
            : Assemble(job, source, parts)
                .After(former?.Json, history, await ReleasedBefore(job, former, history, cancellation), source);
        // Figures can come in between a release and this run: what was released is what somebody saw, not what they say.
        if (history.Latest is { } release && release.Version < (report?.Version ?? int.MaxValue)
            && await stored.KeepReleased(job, history, release, source.LogoOf(job.Period), cancellation) is { } released)
            await publicEditions.KeepFormer(job, released, cancellation);
        if (report is null)
            return new ReportOutcome.Waiting(job, parts!.Open);
        var isUnchanged = former is { IsWhole: true } && former.Json.AsSpan().SequenceEqual(report.Json());
        if (isUnchanged && report.State != ReportState.Released)
            return new ReportOutcome.Unchanged(job);
        // The public editions of drafts are made with the combined report, which sees all products; a released report's at once.
        if (job.Product is null || report.State == ReportState.Released)
            await publicEditions.Write(report, cancellation);
        if (isUnchanged)
        {
            // The run that released it may have died before it kept it.
            await stored.KeepReleased(job, report, cancellation);
            return new ReportOutcome.Unchanged(job);
        }

        return await stored.Write(job, report, former, cancellation) ? new ReportOutcome.Written(job, report.Version) : null;
    }

    private async Task<byte[]?> ReleasedBefore(ReportJob job, StoredReport? former, ReleaseHistory history,
        CancellationToken cancellation) =>
        former?.Json is { } json && !history.Releases.IsEmpty
            ? await stored.ReadReleasedBefore(job, StoredReports.Identify(job, json).Version, history, cancellation)
            : null;

    private ReportDocument Assemble(ReportJob job, ReportSource source, CombinedParts? parts) =>
        job.Product is { } product
            ? new ReportDocument.OfProduct(source.Product(product, job.Period, calendar.Today), source.LogoOf(job.Period))
            : new ReportDocument.OfCounty(source.Combined(job.Period, parts!.Made, parts.NotMade, calendar.Today), parts.Made,
                source.LogoOf(job.Period));

    // The parts as they are stored: what is not current yet is waited for, unless it was given up on.
    private async Task<CombinedParts> Parts(Period period, ReportSource source, CancellationToken cancellation)
    {
        var products = source.ProductsOf(period).ToList();
        var reports = await comparison.Load(period, source, cancellation);
        var outdated = reports.Outdated(products);
        var givenUp = outdated.IsEmpty ? FrozenSet<ReportJob>.Empty : await jobs.GivenUp(cancellation);
        var notMade = outdated.Where(product => givenUp.Contains(new ReportJob(period, product))).ToImmutableArray();
        return new CombinedParts(reports.Current(products.Except(outdated)), notMade, [.. outdated.Except(notMade)]);
    }

    private sealed record CombinedParts(ImmutableArray<ProductReport> Made, ImmutableArray<ProductNumber> NotMade,
        ImmutableArray<ProductNumber> Open);

    [LoggerMessage(2001, LogLevel.Error, "The report {Period}/{Name} could not be made.")]
    private static partial void RenderingFailed(ILogger log, Exception failure, Period period, string name);
}
