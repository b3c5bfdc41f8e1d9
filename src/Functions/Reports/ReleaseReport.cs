using System.Collections.Immutable;
using Produktreport.Core.German;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Reports;

/// <summary>
/// Releases a report: records who, when and what, then keeps that version as freigegeben. Figures that came in meanwhile make the
/// next one.
/// </summary>
internal sealed partial class ReleaseReport(
    StoredReports stored, ReportReleases releases, ReportRendering render, TimeProvider clock, ILogger<ReleaseReport> log)
{
    /// <summary>Records that a person releases the version that person has seen.</summary>
    /// <param name="job">The report.</param>
    /// <param name="version">The version to release: only the current one can be.</param>
    /// <param name="by">Who releases it.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <returns>Why it cannot be released; null where it is recorded.</returns>
    public async Task<ReleaseOutcome?> Record(ReportJob job, int version, string by, CancellationToken cancellation = default)
    {
        if (await stored.ReadJson(job, cancellation) is not { } json)
            return new ReleaseOutcome.NoReport();
        var (current, fingerprint) = StoredReports.Identify(job, json);
        if (current != version)
            return new ReleaseOutcome.AnotherVersion(current);
        if (job.Product is null && await Drafts(job, json, cancellation) is { Length: > 0 } drafts)
            return new ReleaseOutcome.PartsAreDrafts(drafts);

        var release = new Release(version, fingerprint, by, BerlinTime.Iso(clock.GetUtcNow()));
        await releases.Add(job, release, cancellation);
        return null;
    }

    /// <summary>Makes the report as released that was recorded to be; where that fails, the next run does.</summary>
    public async Task<ReleaseOutcome> Finish(ReportJob job, int version)
    {
        try
        {
            return await render.Run(job) is ReportOutcome.Failed
                ? new ReleaseOutcome.NotRendered()
                : new ReleaseOutcome.Released((await releases.Read(job)).Releases.Last(each => each.Version == version));
        }
        catch (IOException failure)
        {
            NotFinished(log, failure, job.Period, job.Name);
            return new ReleaseOutcome.NotRendered();
        }
    }

    // A combined report that is freigegeben must not consist of drafts, in the versions it was made of.
    private async Task<ImmutableArray<string>> Drafts(ReportJob combined, byte[] json, CancellationToken cancellation)
    {
        var drafts = ImmutableArray.CreateBuilder<string>();
        foreach (var product in ReportJson.ReadCombined(json).Products)
        {
            var part = await stored.ReadVersion(new ReportJob(combined.Period, product.Product), product.Version, cancellation);
            if (part is null || ReportJson.ReadProduct(part).State != ReportState.Released)
                drafts.Add(product.Product.Text);
        }

        return drafts.ToImmutable();
    }

    [LoggerMessage(3301, LogLevel.Error, "Report {Period}/{Name} is released, but could not be made.")]
    private static partial void NotFinished(ILogger log, Exception failure, Core.Periods.Period period, string name);
}

/// <summary>What became of a release. Closed.</summary>
internal abstract record ReleaseOutcome
{
    private ReleaseOutcome()
    {
    }

    /// <summary>Released, now or before.</summary>
    public sealed record Released(Release Release) : ReleaseOutcome;

    /// <summary>There is no such report.</summary>
    public sealed record NoReport : ReleaseOutcome;

    /// <summary>The current version is another than the one to release: figures came in since.</summary>
    public sealed record AnotherVersion(int Current) : ReleaseOutcome;

    /// <summary>The combined report holds products that are still drafts.</summary>
    public sealed record PartsAreDrafts(ImmutableArray<string> Products) : ReleaseOutcome;

    /// <summary>Recorded, but the report could not be made; the next run tries again.</summary>
    public sealed record NotRendered : ReleaseOutcome;
}
