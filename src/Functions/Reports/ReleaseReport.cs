using Produktreport.Core.Reports;

namespace Produktreport.Functions.Reports;

/// <summary>
/// Releases a report: records who, when and what, then keeps that version as freigegeben. Figures that came in meanwhile make the
/// next one. A release is withdrawn by recording that as well: no file that readers had is changed.
/// </summary>
internal sealed partial class ReleaseReport(
    StoredReports stored, ReportReleases releases, ReportRendering render, PublishedCatalogues catalogues, TimeProvider clock,
    ILogger<ReleaseReport> log)
{
    /// <summary>Records that a person releases the version that person has seen, or proposes to where two are needed.</summary>
    /// <param name="job">The report.</param>
    /// <param name="version">The version to release: only the current one can be.</param>
    /// <param name="by">Who releases it.</param>
    /// <param name="note">What is noted with it; null for nothing.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <returns>What else came of it; null where the release is recorded.</returns>
    public async Task<ReleaseOutcome?> Record(
        ReportJob job, int version, string by, string? note = null, CancellationToken cancellation = default)
    {
        if (await stored.ReadJson(job, cancellation) is not { } json)
            return new ReleaseOutcome.NoReport();
        var (current, _, fingerprint) = StoredReports.Identify(job, json);
        if (current != version)
            return new ReleaseOutcome.AnotherVersion(current);
        if (job.Product is null && await Drafts(job, json, cancellation) is { Length: > 0 } drafts)
            return new ReleaseOutcome.PartsAreDrafts(drafts);

        var release = new Release(version, fingerprint, by, BerlinTime.Iso(clock.GetUtcNow())) { Note = note };
        if ((await catalogues.Load(cancellation)).For(job.Period.Year) is { Reporting.IsReleasedByTwo: true })
            return await RecordByTwo(job, release, cancellation);
        await releases.Add(job, release, cancellation);
        return null;
    }

    /// <summary>Records that the last release counts no more, or that what was proposed is not to be released.</summary>
    /// <param name="job">The report.</param>
    /// <param name="version">The version that readers have, or that was proposed.</param>
    /// <param name="by">Who withdraws it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public async Task<WithdrawalOutcome> Withdraw(
        ReportJob job, int version, string by, string reason, CancellationToken cancellation = default)
    {
        if (await CombinedWith(job, version, cancellation) is { } combined)
            return new WithdrawalOutcome.IsPart(combined);
        var withdrawal = new ReleaseWithdrawal(by, BerlinTime.Iso(clock.GetUtcNow()), reason);
        ReleaseHistory? changed = null;
        await releases.Change(job, history => changed = Without(history), cancellation);
        return changed is null ? new WithdrawalOutcome.NotInForce() : new WithdrawalOutcome.Withdrawn(changed.Latest);

        ReleaseHistory? Without(ReleaseHistory history) =>
            history.Without(version, withdrawal)
            ?? (history.Proposal?.Version == version ? history with { Proposal = null } : null);
    }

    /// <summary>Makes the report as released that was recorded to be; where that fails, the next run does.</summary>
    public async Task<ReleaseOutcome> Finish(ReportJob job, int version) =>
        await Render(job) && (await releases.Read(job)).LastOf(version) is { } release
            ? new ReleaseOutcome.Released(release)
            : new ReleaseOutcome.NotRendered();

    /// <summary>Makes the report anew as what was recorded says; where that fails, the next run does.</summary>
    /// <returns>Whether it is made.</returns>
    public async Task<bool> Render(ReportJob job)
    {
        try
        {
            return await render.Run(job) is not ReportOutcome.Failed;
        }
        catch (IOException failure)
        {
            NotFinished(log, failure, job.Period, job.Name);
            return false;
        }
    }

    // Who proposed and who agrees is decided over what is written, so that two at once are no second person for themselves.
    private async Task<ReleaseOutcome?> RecordByTwo(ReportJob job, Release release, CancellationToken cancellation)
    {
        ReleaseOutcome? outcome = null;
        await releases.Change(job, history =>
        {
            outcome = null;
            if (history.Covers(release.Version, release.Fingerprint))
                return null;
            if (history.Proposal is { } proposal && proposal.IsAbout(release.Version, release.Fingerprint))
            {
                if (!string.Equals(proposal.By, release.By, StringComparison.OrdinalIgnoreCase))
                    return history.With(Agreed(release, proposal));
                outcome = new ReleaseOutcome.SamePerson(proposal);
                return null;
            }

            var proposed = new ReleaseProposal(release.Version, release.Fingerprint, release.By, release.At)
            { Note = release.Note };
            outcome = new ReleaseOutcome.Proposed(proposed);
            return history with { Proposal = proposed };
        }, cancellation);
        return outcome;
    }

    private static Release Agreed(Release release, ReleaseProposal proposal) => release with
    {
        ProposedBy = proposal.By,
        Note = (proposal.Note, release.Note) is ({ } first, { } second) ? $"{first} – {second}" : proposal.Note ?? release.Note,
    };

    // A combined report that is freigegeben must not consist of drafts, in the versions it was made of.
    private async Task<ImmutableArray<string>> Drafts(ReportJob combined, byte[] json, CancellationToken cancellation)
    {
        var drafts = ImmutableArray.CreateBuilder<string>();
        foreach (var product in ReportJson.ReadCombined(json).Products)
        {
            var job = new ReportJob(combined.Period, product.Product);
            if (!(await releases.Read(job, cancellation)).Stands(product.Version)
                || await stored.ReadVersion(job, product.Version, cancellation) is not { } part
                || ReportJson.ReadProduct(part).State != ReportState.Released)
                drafts.Add(product.Product.Text);
        }

        return drafts.ToImmutable();
    }

    // The version of the combined report that readers have and that consists of this version; null for none.
    private async Task<int?> CombinedWith(ReportJob part, int version, CancellationToken cancellation)
    {
        var combined = new ReportJob(part.Period, Product: null);
        return part.Product is { } product
            && (await releases.Read(combined, cancellation)).Latest is { } release
            && await stored.ReadVersion(combined, release.Version, cancellation) is { } json
            && ReportJson.ReadCombined(json).Products.Any(each => each.Product == product && each.Version == version)
            ? release.Version
            : null;
    }

    [LoggerMessage(3301, LogLevel.Error, "Report {Period}/{Name} is released or withdrawn, but could not be made.")]
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

    /// <summary>Proposed: a second person has to agree.</summary>
    public sealed record Proposed(ReleaseProposal Proposal) : ReleaseOutcome;

    /// <summary>The second person is the one who proposed it.</summary>
    public sealed record SamePerson(ReleaseProposal Proposal) : ReleaseOutcome;

    /// <summary>There is no such report.</summary>
    public sealed record NoReport : ReleaseOutcome;

    /// <summary>The current version is another than the one to release: figures came in since.</summary>
    public sealed record AnotherVersion(int Current) : ReleaseOutcome;

    /// <summary>The combined report holds products that are still drafts.</summary>
    public sealed record PartsAreDrafts(ImmutableArray<string> Products) : ReleaseOutcome;

    /// <summary>Recorded, but the report could not be made; the next run tries again.</summary>
    public sealed record NotRendered : ReleaseOutcome;
}

/// <summary>What became of a withdrawal. Closed.</summary>
internal abstract record WithdrawalOutcome
{
    private WithdrawalOutcome()
    {
    }

    /// <summary>Withdrawn.</summary>
    /// <param name="Former">What readers have from now on; null for nothing.</param>
    public sealed record Withdrawn(Release? Former) : WithdrawalOutcome;

    /// <summary>Readers have another version, or none.</summary>
    public sealed record NotInForce : WithdrawalOutcome;

    /// <summary>The combined report that readers have consists of it.</summary>
    /// <param name="Combined">Its version.</param>
    public sealed record IsPart(int Combined) : WithdrawalOutcome;
}
